package io.daysheet.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-19T00:00:00Z");

  private static TimeRange hours(int from, int until) {
    return new TimeRange(at(from), at(until));
  }

  private static Instant at(int hour) {
    return MIDNIGHT.plus(Duration.ofHours(hour));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # a     | b     | overlap | what it is
          9,  10,  10, 11,  false
          10, 11,  9,  10,  false
          9,  12,  10, 11,  true
          10, 11,  9,  12,  true
          9,  11,  10, 12,  true
          9,  10,  9,  12,  true
          9,  10,  9,  10,  true
          9,  10,  12, 13,  false
          """)
  void rangesOverlapUnlessTheyTouchOrLieApart(int a, int b, int c, int d, boolean overlap) {
    assertThat(hours(a, b).overlaps(hours(c, d))).isEqualTo(overlap);
    assertThat(hours(c, d).overlaps(hours(a, b))).isEqualTo(overlap);
  }

  @Test
  void aRangeHoldsItsStartAndNotItsEnd() {
    assertThat(hours(9, 10).contains(at(9))).isTrue();
    assertThat(hours(9, 10).contains(at(10))).isFalse();
    assertThat(hours(9, 10).touches(hours(10, 11))).isTrue();
    assertThat(hours(9, 10).contains(hours(9, 10))).isTrue();
  }

  @Test
  void emptyAndBackwardRangesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> hours(9, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> hours(10, 9));
  }

  @Property
  void twoRangesOverlapExactlyWhenTheyShareAnHour(
      @ForAll @IntRange(min = 0, max = 20) int a,
      @ForAll @IntRange(min = 1, max = 6) int lengthA,
      @ForAll @IntRange(min = 0, max = 20) int b,
      @ForAll @IntRange(min = 1, max = 6) int lengthB) {
    boolean share = false;
    for (int hour = a; hour < a + lengthA; hour++) {
      share |= hour >= b && hour < b + lengthB;
    }
    assertThat(hours(a, a + lengthA).overlaps(hours(b, b + lengthB))).isEqualTo(share);
  }
}
