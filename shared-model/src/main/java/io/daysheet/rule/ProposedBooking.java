package io.daysheet.rule;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A visit that somebody wants to book or to move, as it was stated.
///
/// @param patient null while a desk has not chosen one yet
/// @param length elapsed time; the type's own unless somebody stated another
/// @param roomId the room that was chosen; null: any, if the type needs one
public record ProposedBooking(
    Hospital hospital,
    Doctor doctor,
    @Nullable Patient patient,
    StatedTime at,
    Duration length,
    AppointmentType type,
    @Nullable RoomId roomId) {

  /// Of the type's own length, in whichever room.
  public static ProposedBooking of(
      Hospital hospital,
      Doctor doctor,
      @Nullable Patient patient,
      StatedTime at,
      AppointmentType type) {
    return new ProposedBooking(hospital, doctor, patient, at, type.length(), type, null);
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

  @Nullable PatientId patientId() {
    return patient == null ? null : patient.id();
  }
}
