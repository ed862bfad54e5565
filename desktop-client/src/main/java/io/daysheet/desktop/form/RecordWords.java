package io.daysheet.desktop.form;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.rule.Violation;
import java.util.Optional;

/// One kind of record as its form has it, in words.
///
/// @param <D> as it is typed
/// @param <F> what may be wrong with it
/// @param <T> as the server has it
public interface RecordWords<D extends Draft<F>, F extends Enum<F>, T> {

  /// The screen's texts: `flaw.…` of each flaw, `field.…` of each field, `refused`.
  Messages messages();

  /// As the server has it, nothing typed.
  D draft(T now);

  /// What was typed, on top of what somebody else made of the record.
  D meanwhile(D typed, T now, Meanwhile meanwhile);

  /// What is said of a flaw, by its name in small letters with hyphens.
  default String flaw(String name) {
    return messages().get("flaw." + name);
  }

  /// What a field is called.
  default String field(String name) {
    return messages().get("field." + name);
  }

  /// Beside what it is said that the server refuses something; empty if it is about the whole.
  Optional<F> about(Violation violation);

  /// What is said of a violation: as of the same flaw before it was sent, or its code.
  default String refusal(Violation violation) {
    return about(violation)
        .map(flaw -> flaw(Draft.name(flaw)))
        .orElseGet(() -> messages().get("refused", violation.code()));
  }
}
