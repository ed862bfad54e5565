package io.daysheet.server.availability;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The doctors' times as other capabilities ask for them.
@Component
public class Availabilities {

  private final AvailabilityRows rows;

  Availabilities(AvailabilityRows rows) {
    this.rows = rows;
  }

  public Optional<Availability> find(AvailabilityId id) {
    return rows.find(id);
  }

  /// A doctor's, at whichever hospitals, on the dates that the range lies on: enough to say what
  /// else there is.
  public List<Availability> around(DoctorId doctor, TimeRange range, ZoneId zone) {
    Instant first = range.start().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    Instant last =
        range.end().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    return rows.overlapping(doctor, new TimeRange(first, last)).stream()
        .map(AvailabilityRows.Stored::availability)
        .toList();
  }
}
