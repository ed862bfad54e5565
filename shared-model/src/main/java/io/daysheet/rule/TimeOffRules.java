package io.daysheet.rule;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.TooShort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a doctor's time off has to keep to. It may begin at any minute, overlap another one, and
/// cover visits: they stay, and are to be rebooked.
public final class TimeOffRules {

  private static final Duration LONGEST = Duration.ofDays(2 * 366);

  private TimeOffRules() {}

  /// Every rule, in reading order.
  public static List<Violation> check(Instant start, Instant end, Instant now) {
    return Stream.of(notEmpty(start, end), notEndless(start, end), notOver(start, end, now))
        .flatMap(violations -> violations)
        .toList();
  }

  static Stream<Violation> notEmpty(Instant start, Instant end) {
    return start.isBefore(end)
        ? Stream.empty()
        : Stream.of(new TooShort(Duration.between(start, end).toMinutes(), 1));
  }

  static Stream<Violation> notEndless(Instant start, Instant end) {
    return Duration.between(start, end).compareTo(LONGEST) > 0
        ? Stream.of(new InvalidValue("end", Expected.TIME_WITH_OFFSET))
        : Stream.empty();
  }

  /// It may have begun: who falls ill tells it later.
  static Stream<Violation> notOver(Instant start, Instant end, Instant now) {
    return end.isAfter(now) ? Stream.empty() : Stream.of(new InThePast(start, now));
  }
}
