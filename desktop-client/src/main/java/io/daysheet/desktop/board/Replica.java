package io.daysheet.desktop.board;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the server is known to have of one hospital's date, at one position of its stream.
///
/// Changes come in order: one that is known is passed over, one that leaves a gap is not taken. Of
/// two states of one thing the higher version wins, whether it came by the stream or as an answer.
final class Replica {

  /// What became of a change.
  enum Applied {
    NEW,
    KNOWN,
    GAP
  }

  private final HospitalId hospital;
  private final TimeRange day;
  private final Map<AvailabilityId, Availability> availabilities = new LinkedHashMap<>();
  private final Map<AppointmentId, Appointment> appointments = new LinkedHashMap<>();

  /// The highest version seen of each appointment, also of those that are gone.
  private final Map<AppointmentId, Integer> versions = new HashMap<>();

  /// Availabilities that were seen to go; none ever comes back under its id.
  private final Set<AvailabilityId> removed = new HashSet<>();

  private StreamPosition position;

  Replica(DaySchedule snapshot) {
    hospital = snapshot.hospital().id();
    day = dayOf(snapshot);
    position = snapshot.stream();
    snapshot.availabilities().forEach(this::put);
    snapshot.appointments().forEach(this::put);
  }

  private static TimeRange dayOf(DaySchedule snapshot) {
    LocalDate date = snapshot.date();
    var zone = snapshot.hospital().timeZone();
    return new TimeRange(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  StreamPosition position() {
    return position;
  }

  Map<AvailabilityId, Availability> availabilities() {
    return availabilities;
  }

  Map<AppointmentId, Appointment> appointments() {
    return appointments;
  }

  Applied apply(Change change) {
    if (change.sequence() <= position.sequence()) {
      return Applied.KNOWN;
    }
    if (change.sequence() > position.sequence() + 1) {
      return Applied.GAP;
    }
    position = position.at(change.sequence());
    switch (change) {
      case Change.AvailabilityRemoved gone -> remove(gone.availability().id());
      case Change.OfAvailability there -> put(there.availability());
      case Change.OfAppointment there -> put(there.appointment());
      case Change.AppointmentLeft gone -> leave(gone.appointmentId(), gone.version());
      case Change.HoldPlaced _,
          Change.HoldReleased _,
          Change.TimeOffChanged _,
          Change.HospitalChanged _,
          Change.DoctorChanged _,
          Change.PatientChanged _,
          Change.Withheld _ -> {}
    }
    return Applied.NEW;
  }

  /// Takes a state that is newer than what is known; another date's or a cancelled one leaves.
  void put(Appointment appointment) {
    Integer known = versions.get(appointment.id());
    if (known != null && known >= appointment.version()) {
      return;
    }
    versions.put(appointment.id(), appointment.version());
    if (isHere(appointment.hospitalId(), appointment.during())
        && appointment.status() != AppointmentStatus.CANCELLED) {
      appointments.put(appointment.id(), appointment);
    } else {
      appointments.remove(appointment.id());
    }
  }

  /// It is somewhere else now, where nothing is to be seen.
  private void leave(AppointmentId id, int version) {
    if (versions.getOrDefault(id, 0) < version) {
      versions.put(id, version);
      appointments.remove(id);
    }
  }

  void put(Availability availability) {
    Availability known = availabilities.get(availability.id());
    if (removed.contains(availability.id())
        || (known != null && known.version() >= availability.version())) {
      return;
    }
    if (isHere(availability.hospitalId(), availability.during())) {
      availabilities.put(availability.id(), availability);
    } else {
      availabilities.remove(availability.id());
    }
  }

  void remove(AvailabilityId id) {
    removed.add(id);
    availabilities.remove(id);
  }

  /// Whether the stream or a snapshot has told of it already.
  boolean knows(AppointmentId id) {
    return versions.containsKey(id);
  }

  boolean knows(AvailabilityId id) {
    return removed.contains(id) || availabilities.containsKey(id);
  }

  boolean isHere(HospitalId where, TimeRange during) {
    return hospital.equals(where) && day.overlaps(during);
  }

  /// The appointment that a booking of this desk led to, if the server has it.
  Optional<Appointment> like(Appointment expected) {
    return appointments.values().stream()
        .filter(a -> a.occupiesTime() && a.doctorId().equals(expected.doctorId()))
        .filter(a -> a.patientId().equals(expected.patientId()))
        .filter(a -> a.start().equals(expected.start()))
        .findFirst();
  }

  Optional<Availability> like(Availability expected) {
    return availabilities.values().stream()
        .filter(a -> a.doctorId().equals(expected.doctorId()))
        .filter(a -> Objects.equals(a.during(), expected.during()))
        .findFirst();
  }
}
