package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.TimeOff;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One committed fact of a hospital's stream, with the state it led to or a later one: what is told
/// twice or late does no harm if the higher version wins.
///
/// In JSON the state's fields stand beside `sequence`, `at`, `by` and `kind`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Change.AvailabilityCreated.class),
  @JsonSubTypes.Type(Change.AvailabilityChanged.class),
  @JsonSubTypes.Type(Change.AvailabilityRemoved.class),
  @JsonSubTypes.Type(Change.AppointmentBooked.class),
  @JsonSubTypes.Type(Change.AppointmentMoved.class),
  @JsonSubTypes.Type(Change.AppointmentLeft.class),
  @JsonSubTypes.Type(Change.AppointmentChanged.class),
  @JsonSubTypes.Type(Change.HoldPlaced.class),
  @JsonSubTypes.Type(Change.HoldReleased.class),
  @JsonSubTypes.Type(Change.TimeOffChanged.class),
  @JsonSubTypes.Type(Change.HospitalChanged.class),
  @JsonSubTypes.Type(Change.DoctorChanged.class),
  @JsonSubTypes.Type(Change.PatientChanged.class),
  @JsonSubTypes.Type(Change.Withheld.class)
})
public sealed interface Change {

  /// Its number in the hospital's stream, without gaps, in the order of commits.
  long sequence();

  /// When the server wrote it.
  Instant at();

  /// The desk that wrote it, when it said its name.
  @Nullable String by();

  /// One about an availability, with its state.
  sealed interface OfAvailability extends Change {
    Availability availability();
  }

  /// One about a visit, with its state.
  sealed interface OfAppointment extends Change {
    Appointment appointment();
  }

  /// The kind of the contract, such as `appointment-booked`.
  default String kind() {
    return Objects.requireNonNull(getClass().getAnnotation(JsonTypeName.class)).value();
  }

  @JsonTypeName("availability-created")
  record AvailabilityCreated(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Availability availability)
      implements OfAvailability {}

  /// It is longer or shorter now.
  @JsonTypeName("availability-changed")
  record AvailabilityChanged(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Availability availability)
      implements OfAvailability {}

  /// The state is the last one before it was removed.
  @JsonTypeName("availability-removed")
  record AvailabilityRemoved(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Availability availability)
      implements OfAvailability {}

  @JsonTypeName("appointment-booked")
  record AppointmentBooked(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Appointment appointment)
      implements OfAppointment {}

  /// It has another time, another doctor or another room.
  ///
  /// @param fromDoctorId who had it before; null: the same doctor
  @JsonTypeName("appointment-moved")
  record AppointmentMoved(
      long sequence,
      Instant at,
      @Nullable String by,
      @Nullable DoctorId fromDoctorId,
      @JsonUnwrapped Appointment appointment)
      implements OfAppointment {}

  /// It was moved to where the receiver sees nothing: to another doctor. Told instead of the move
  /// to whoever saw it before, so that it does not stay on their board.
  ///
  /// @param appointmentId the visit that is gone
  /// @param version of the visit after it
  @JsonTypeName("appointment-left")
  record AppointmentLeft(
      long sequence, Instant at, @Nullable String by, AppointmentId appointmentId, int version)
      implements Change {}

  /// Its status or its details are other ones now; cancelled is one of these.
  @JsonTypeName("appointment-changed")
  record AppointmentChanged(
      long sequence, Instant at, @Nullable String by, @JsonUnwrapped Appointment appointment)
      implements OfAppointment {}

  /// A desk keeps a slot, or keeps it longer.
  @JsonTypeName("hold-placed")
  record HoldPlaced(long sequence, Instant at, @Nullable String by, @JsonUnwrapped Hold hold)
      implements Change {}

  /// The slot was given back, booked, or the hold expired.
  @JsonTypeName("hold-released")
  record HoldReleased(long sequence, Instant at, @Nullable String by, @JsonUnwrapped Hold hold)
      implements Change {}

  /// Entered, changed or removed.
  ///
  /// @param removed the state is the last one before it was removed
  @JsonTypeName("time-off-changed")
  record TimeOffChanged(
      long sequence,
      Instant at,
      @Nullable String by,
      boolean removed,
      @JsonUnwrapped TimeOff timeOff)
      implements Change {}

  /// Its hours, closures, policy, rooms or service: the day has to be loaded anew.
  ///
  /// @param hospitalId the hospital of the stream
  @JsonTypeName("hospital-changed")
  record HospitalChanged(
      long sequence, Instant at, @Nullable String by, HospitalId hospitalId, int version)
      implements Change {}

  /// A doctor of the hospital, or of the past one.
  @JsonTypeName("doctor-changed")
  record DoctorChanged(
      long sequence, Instant at, @Nullable String by, DoctorId doctorId, int version)
      implements Change {}

  /// A patient with visits at the hospital has other details on the cards.
  ///
  /// @param patientId the record that the visits belong to from now on
  @JsonTypeName("patient-changed")
  record PatientChanged(
      long sequence,
      Instant at,
      @Nullable String by,
      PatientId patientId,
      PatientSummary patient,
      int version)
      implements Change {}

  /// Something that the receiver may not see; it is told so that the numbers have no gap.
  @JsonTypeName("withheld")
  record Withheld(long sequence, Instant at) implements Change {
    @Override
    public @Nullable String by() {
      return null;
    }
  }
}
