package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// Says how an alternative differs from the slot that was wanted.
record AlternativeWording(Messages messages, WallTimes times, Instant wanted) {

  String time(Alternative alternative) {
    return times.time(alternative.start());
  }

  String note(Alternative alternative) {
    return switch (alternative.kind()) {
      case SAME_DOCTOR -> messages.get("alternative.same-doctor");
      case SAME_TIME -> messages.get("alternative.same-time");
      case ANOTHER_DAY -> day(times.date(alternative.start()));
      case OTHER -> {
        Duration away = Duration.between(wanted, alternative.start());
        yield messages.get(
            away.isNegative() ? "alternative.earlier" : "alternative.later", length(away.abs()));
      }
    };
  }

  private String day(LocalDate date) {
    return date.equals(times.date(wanted).plusDays(1))
        ? messages.get("alternative.tomorrow")
        : WallTimes.day(date);
  }

  private String length(Duration length) {
    return length.toMinutesPart() == 0
        ? messages.get("hours", Long.toString(length.toHours()))
        : length.toHours() == 0
            ? messages.get("minutes", Long.toString(length.toMinutes()))
            : messages.get("hours", Long.toString(length.toHours()))
                + " "
                + messages.get("minutes", Integer.toString(length.toMinutesPart()));
  }
}
