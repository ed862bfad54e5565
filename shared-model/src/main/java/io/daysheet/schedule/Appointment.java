package io.daysheet.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One patient with one doctor at one hospital during `[start, end)`, inside one availability.
///
/// @param type code of the hospital's appointment type
/// @param needsAttention codes of what staff should look at; empty when all is well
/// @param version counts the writes; a write names the version it was made from
public record Appointment(
    AppointmentId id,
    HospitalId hospitalId,
    DoctorId doctorId,
    PatientId patientId,
    PatientSummary patient,
    Instant start,
    Instant end,
    String type,
    AppointmentStatus status,
    @Nullable String reason,
    @Nullable String notes,
    @Nullable RoomId roomId,
    @Nullable String telehealthLink,
    List<String> needsAttention,
    int version) {

  public Appointment {
    needsAttention = List.copyOf(needsAttention);
  }

  /// The same, with other reasons to look at it.
  public Appointment needing(List<String> attention) {
    return new Appointment(
        id,
        hospitalId,
        doctorId,
        patientId,
        patient,
        start,
        end,
        type,
        status,
        reason,
        notes,
        roomId,
        telehealthLink,
        attention,
        version);
  }

  /// The same of a patient whose details are other ones by now.
  public Appointment of(PatientSummary details) {
    return new Appointment(
        id,
        hospitalId,
        doctorId,
        patientId,
        details,
        start,
        end,
        type,
        status,
        reason,
        notes,
        roomId,
        telehealthLink,
        needsAttention,
        version);
  }

  public TimeRange during() {
    return new TimeRange(start, end);
  }

  public boolean occupiesTime() {
    return status.occupiesTime();
  }

  /// As it is once it has gone on to another status, perhaps in another room.
  public Appointment inStatus(AppointmentStatus next, @Nullable RoomId room) {
    return new Appointment(
        id,
        hospitalId,
        doctorId,
        patientId,
        patient,
        start,
        end,
        type,
        next,
        reason,
        notes,
        room,
        telehealthLink,
        needsAttention,
        version + 1);
  }

  /// As it is once it was moved.
  public Appointment movedTo(DoctorId doctor, TimeRange during, @Nullable RoomId room) {
    return new Appointment(
        id,
        hospitalId,
        doctor,
        patientId,
        patient,
        during.start(),
        during.end(),
        type,
        status,
        reason,
        notes,
        room,
        telehealthLink,
        needsAttention,
        version + 1);
  }
}
