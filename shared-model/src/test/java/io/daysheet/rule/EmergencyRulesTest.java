package io.daysheet.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.daysheet.rule.Violation.ReasonTooShort;
import io.daysheet.rule.Violation.TooLong;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyRulesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          collapsed here,   true
          tencharact,       true
          ninechars,        false
          123 456 789 abcd, false
          ............,     false
          意識不明で搬送された患者です, true
          𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀,        true
          𐐀𐐀𐐀𐐀𐐀,             false
          """)
  void tenLettersInAnyScriptSaySomething(String reason, boolean isEnough) {
    assertEquals(
        isEnough ? List.of() : List.of(new ReasonTooShort("reason", 10)),
        EmergencyRules.reason(reason).toList());
  }

  @Test
  void itFitsIntoAReason() {
    assertEquals(
        List.of(new TooLong("reason", 501, 500)), EmergencyRules.reason("x".repeat(501)).toList());
  }
}
