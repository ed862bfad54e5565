package io.daysheet.rule;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.time.StatedTime;
import java.time.Duration;
import java.time.Instant;

/// An availability that somebody wants to make, as it was stated: it may end before it starts.
public record ProposedAvailability(
    Hospital hospital, Doctor doctor, StatedTime from, StatedTime until) {

  public Instant start() {
    return from.instant();
  }

  public Instant end() {
    return until.instant();
  }

  Duration length() {
    return Duration.between(start(), end());
  }
}
