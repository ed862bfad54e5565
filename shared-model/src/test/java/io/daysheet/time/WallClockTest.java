package io.daysheet.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Europe/Berlin,        2026-03-29T01:59, 1
          Europe/Berlin,        2026-03-29T02:00, 0
          Europe/Berlin,        2026-03-29T02:59, 0
          Europe/Berlin,        2026-03-29T03:00, 1
          Europe/Berlin,        2026-10-25T02:30, 2
          Europe/Berlin,        2026-10-25T03:00, 1
          Australia/Lord_Howe,  2026-10-04T02:15, 0
          Australia/Lord_Howe,  2026-10-04T02:30, 1
          Australia/Lord_Howe,  2026-04-05T01:45, 2
          Pacific/Chatham,      2026-09-27T02:50, 0
          Asia/Kathmandu,       2026-03-29T02:30, 1
          """)
  void aLocalTimeExistsOnceTwiceOrNever(String zone, LocalDateTime local, int times) {
    assertThat(WallClock.instants(local, ZoneId.of(zone))).hasSize(times);
    assertThat(WallClock.skips(local, ZoneId.of(zone))).isEqualTo(times == 0);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-29T02:30:00+01:00, true
          2026-03-29T02:30:00+02:00, true
          2026-03-29T02:30:00+09:00, false
          2026-03-29T02:30:00Z,      false
          2026-03-29T03:30:00+02:00, false
          2026-10-25T02:30:00+01:00, false
          """)
  void onlyATimeWithTheZonesOwnOffsetCanNameASkippedHour(OffsetDateTime stated, boolean skipped) {
    assertThat(WallClock.skips(stated, BERLIN)).isEqualTo(skipped);
  }

  @Test
  void aTypedTimeThatDoesNotExistIsKeptAsItWasTyped() {
    var typed = LocalDateTime.parse("2026-03-29T02:30");

    assertThat(StatedTime.of(typed, BERLIN).skipped()).isEqualTo(typed);
    assertThat(StatedTime.of(typed.plusHours(1), BERLIN).skipped()).isNull();
    assertThat(StatedTime.of(OffsetDateTime.parse("2026-03-29T02:30+01:00"), BERLIN).skipped())
        .isEqualTo(typed);
  }

  @Test
  void aTypedTimeThatHappensTwiceMeansTheFirst() {
    assertThat(StatedTime.of(LocalDateTime.parse("2026-10-25T02:30"), BERLIN).instant())
        .isEqualTo("2026-10-25T00:30:00Z");
  }
}
