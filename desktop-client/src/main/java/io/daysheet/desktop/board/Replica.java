package io.daysheet.desktop.board;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
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

  private final Hospital hospital;
  private final TimeRange day;
  private final Map<AvailabilityId, Availability> availabilities = new LinkedHashMap<>();
  private final Map<AppointmentId, Appointment> appointments = new LinkedHashMap<>();

  private final KnownHolds holds = new KnownHolds();
  private final Map<TimeOffId, TimeOff> timeOff = new LinkedHashMap<>();

  /// Absences that were seen to go; none ever comes back under its id.
  private final Set<TimeOffId> returned = new HashSet<>();

  /// The newest details of patients that the stream has told of.
  private final Map<PatientId, Change.PatientChanged> patients = new HashMap<>();

  /// The highest version seen of each appointment, also of those that are gone.
  private final Map<AppointmentId, Integer> versions = new HashMap<>();

  /// Availabilities that were seen to go; none ever comes back under its id.
  private final Set<AvailabilityId> removed = new HashSet<>();

  private StreamPosition position;

  Replica(DaySchedule snapshot) {
    hospital = snapshot.hospital();
    day = dayOf(snapshot);
    position = snapshot.stream();
    snapshot.availabilities().forEach(this::put);
    snapshot.appointments().forEach(this::put);
    snapshot.holds().forEach(this::put);
    snapshot.timeOff().forEach(this::put);
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

  Collection<Hold> holds() {
    return holds.all();
  }

  Map<TimeOffId, TimeOff> timeOff() {
    return timeOff;
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
      case Change.HoldPlaced there -> put(there.hold());
      case Change.HoldReleased gone -> holds.end(gone.hold().id());
      case Change.TimeOffChanged gone when gone.removed() -> remove(gone.timeOff().id());
      case Change.TimeOffChanged there -> put(there.timeOff());
      case Change.PatientChanged changed -> put(changed);
      case Change.HospitalChanged _, Change.DoctorChanged _, Change.Withheld _ -> {}
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
      appointments.put(appointment.id(), withNewDetails(appointment));
      if (appointment.occupiesTime()) {
        holds.booked(appointment.doctorId(), occupied(appointment));
      }
    } else {
      appointments.remove(appointment.id());
    }
  }

  private TimeRange occupied(Appointment visit) {
    return visit
        .during()
        .extendedBy(
            hospital
                .policy()
                .type(visit.type())
                .map(AppointmentType::buffer)
                .orElse(Duration.ZERO));
  }

  private Appointment withNewDetails(Appointment visit) {
    Change.PatientChanged changed = patients.get(visit.patientId());
    return changed == null ? visit : visit.of(changed.patient());
  }

  private void put(Change.PatientChanged changed) {
    Change.PatientChanged known = patients.get(changed.patientId());
    if (known == null || known.version() < changed.version()) {
      patients.put(changed.patientId(), changed);
      appointments.replaceAll((_, visit) -> withNewDetails(visit));
    }
  }

  /// A hold of a time that is booked by now was made into that visit, or has made way for it.
  void put(Hold hold) {
    boolean isBooked =
        appointments.values().stream()
            .filter(a -> a.occupiesTime() && a.doctorId().equals(hold.doctorId()))
            .anyMatch(a -> occupied(a).overlaps(hold.during()));
    if (isBooked || !isHere(hold.hospitalId(), hold.during())) {
      holds.end(hold.id());
    } else {
      holds.put(hold);
    }
  }

  /// It was given back.
  void end(HoldId hold) {
    holds.end(hold);
  }

  private void put(TimeOff away) {
    TimeOff known = timeOff.get(away.id());
    if (returned.contains(away.id()) || (known != null && known.version() >= away.version())) {
      return;
    }
    if (day.overlaps(away.during())) {
      timeOff.put(away.id(), away);
    } else {
      timeOff.remove(away.id());
    }
  }

  private void remove(TimeOffId id) {
    returned.add(id);
    timeOff.remove(id);
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

  /// Whether it is known that the server has that version of it, or a later one.
  boolean isPast(AppointmentId id, int version) {
    return versions.getOrDefault(id, 0) >= version;
  }

  /// Whether the stream or a snapshot has told of it already.
  boolean knows(AppointmentId id) {
    return versions.containsKey(id);
  }

  boolean knows(AvailabilityId id) {
    return removed.contains(id) || availabilities.containsKey(id);
  }

  boolean isHere(HospitalId where, TimeRange during) {
    return hospital.id().equals(where) && day.overlaps(during);
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
