package io.daysheet.rule;

import io.daysheet.rule.Violation.ReasonTooShort;
import java.util.stream.Stream;

/// What a doctor has to say who wants to see a patient that isn't theirs.
public final class EmergencyRules {

  /// Fewer letters say nothing to whoever reviews it.
  public static final int LETTERS = 10;

  private EmergencyRules() {}

  /// Spaces, digits and signs don't count: a row of dots is no reason.
  public static Stream<Violation> reason(String reason) {
    long letters = reason.codePoints().filter(Character::isLetter).count();
    return Stream.concat(
        letters < LETTERS ? Stream.of(new ReasonTooShort("reason", LETTERS)) : Stream.empty(),
        TextRules.check("reason", reason, TextRules.REASON));
  }
}
