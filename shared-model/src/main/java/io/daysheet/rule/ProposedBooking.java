package io.daysheet.rule;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.PatientId;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A visit that somebody wants to book, as it was stated.
///
/// @param patientId null while a desk has not chosen the patient yet
/// @param patientActive false if the record is out of service
/// @param length elapsed time; the type's own unless somebody stated another
public record ProposedBooking(
    Hospital hospital,
    Doctor doctor,
    @Nullable PatientId patientId,
    boolean patientActive,
    StatedTime at,
    Duration length,
    AppointmentType type) {

  /// Of the type's own length.
  public static ProposedBooking of(
      Hospital hospital,
      Doctor doctor,
      @Nullable PatientId patientId,
      StatedTime at,
      AppointmentType type) {
    return new ProposedBooking(hospital, doctor, patientId, true, at, type.length(), type);
  }

  public Instant start() {
    return at.instant();
  }

  public TimeRange during() {
    return TimeRange.of(start(), length);
  }

  /// The time that it takes of the doctor: the visit and the buffer after it.
  public TimeRange occupied() {
    return during().extendedBy(type.buffer());
  }
}
