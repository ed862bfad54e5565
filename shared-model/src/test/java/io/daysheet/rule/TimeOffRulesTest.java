package io.daysheet.rule;

import static io.daysheet.rule.Clinic.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Now is 18 March 2026, noon.
class TimeOffRulesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-19T00:00, 2026-03-20T00:00, ''
          2026-03-18T11:59, 2026-03-18T12:01, ''
          2026-03-18T08:00, 2026-03-18T12:00, in-the-past
          2026-03-20T00:00, 2026-03-20T00:00, too-short
          2026-03-20T00:00, 2026-03-19T00:00, too-short
          2026-03-19T00:00, 2029-03-20T00:00, invalid-value
          2026-03-17T00:00, 2026-03-16T00:00, too-short in-the-past
          """)
  void itIsATimeThatIsNotOverAndEnds(String start, String end, String expected) {
    List<String> codes =
        TimeOffRules.check(at(start), at(end), Clinic.NOW).stream().map(Violation::code).toList();
    assertThat(String.join(" ", codes)).isEqualTo(expected);
  }
}
