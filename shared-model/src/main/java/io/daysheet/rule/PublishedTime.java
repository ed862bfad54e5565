package io.daysheet.rule;

import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a weekly plan has published for one of its dates.
///
/// @param changedByHand staff changed it since: the plan leaves it alone
/// @param visits what takes time inside: visits and holds
public record PublishedTime(
    Availability availability, LocalDate date, boolean changedByHand, List<TimeRange> visits) {

  public PublishedTime {
    visits = List.copyOf(visits);
  }

  boolean hasBegun(Instant now) {
    return !availability.start().isAfter(now);
  }
}
