package io.daysheet.desktop.form;

import io.daysheet.hospital.DoctorId;
import io.daysheet.time.TimeRange;
import java.time.LocalDate;
import java.util.UUID;

/// Where something in the way can be seen.
public sealed interface Jump {

  /// A visit's card.
  record ToVisit(UUID id, DoctorId doctor, TimeRange range) implements Jump {}

  /// An availability's band.
  record ToAvailability(UUID id, DoctorId doctor, TimeRange range) implements Jump {}

  /// A date of the hospital.
  record ToDate(LocalDate date) implements Jump {}
}
