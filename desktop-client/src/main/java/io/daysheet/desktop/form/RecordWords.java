package io.daysheet.desktop.form;

import io.daysheet.rule.Violation;
import java.util.Optional;

/// One kind of record as its form has it, in words.
///
/// @param <D> as it is typed
/// @param <F> what may be wrong with it
/// @param <T> as the server has it
public interface RecordWords<D extends Draft<F>, F extends Enum<F>, T> {

  /// As the server has it, nothing typed.
  D draft(T now);

  /// What was typed, on top of what somebody else made of the record.
  D meanwhile(D typed, T now, Meanwhile meanwhile);

  /// Whether the server has it yet.
  boolean isNew(D draft);

  /// What is said of a flaw.
  String flaw(String name);

  /// What a field is called.
  String field(String name);

  /// Beside what it is said that the server refuses something; empty if it is about the whole.
  Optional<F> about(Violation violation);

  String refusal(Violation violation);
}
