package io.daysheet.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is in the way: which appointment, availability or hold, whose, where, and when `[start,
/// end)`.
///
/// Of what is out of sight for the one who asks, only when: id, hospital and doctor are the nil
/// UUID then.
///
/// @param by who put it there, when that is known
public record Blocker(
    UUID id,
    HospitalId hospitalId,
    DoctorId doctorId,
    Instant start,
    Instant end,
    @Nullable String by) {

  private static final UUID NOBODYS = new UUID(0, 0);

  static Blocker of(Appointment appointment) {
    return new Blocker(
        appointment.id().value(),
        appointment.hospitalId(),
        appointment.doctorId(),
        appointment.start(),
        appointment.end(),
        null);
  }

  static Blocker of(Availability availability) {
    return new Blocker(
        availability.id().value(),
        availability.hospitalId(),
        availability.doctorId(),
        availability.start(),
        availability.end(),
        null);
  }

  public static Blocker of(Hold hold) {
    return new Blocker(
        hold.id().value(),
        hold.hospitalId(),
        hold.doctorId(),
        hold.start(),
        hold.end(),
        hold.holder().isEmpty() ? null : hold.holder());
  }

  /// The same for somebody who may not know what it is: only when.
  public Blocker anonymous() {
    return new Blocker(NOBODYS, new HospitalId(NOBODYS), new DoctorId(NOBODYS), start, end, null);
  }

  /// Whether it is one of which only the time is told.
  @JsonIgnore
  public boolean isAnonymous() {
    return id.equals(NOBODYS);
  }

  /// The same, with the name of the desk that put it there.
  public Blocker by(@Nullable String desk) {
    return new Blocker(id, hospitalId, doctorId, start, end, desk);
  }
}
