package io.daysheet.desktop.availability;

import io.daysheet.desktop.remote.FreeSlots;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Slot;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where visits could go that lose their time: the free starts of their doctor, then those of
/// colleagues who do the same, at none of which the patient is anywhere else.
final class SuggestionsViewModel implements AutoCloseable {

  private static final int COLLEAGUES = 3;
  private static final int DAYS = 28;

  private final FreeSlots server;
  private final InstantSource clock;
  private final Hospital hospital;
  private final List<Doctor> asked;
  private final Doctor own;
  private final Runnable changed;
  private final List<Request> asking = new ArrayList<>();
  private final Map<AppointmentId, List<Place>> found = new HashMap<>();
  private int unanswered;
  private boolean failed;

  /// A free time of somebody.
  ///
  /// @param own of the doctor whose time it is that goes
  record Place(Doctor doctor, TimeRange during, boolean own) {

    boolean isInTheWayOf(Place other) {
      return doctor.id().equals(other.doctor().id()) && during.overlaps(other.during());
    }
  }

  /// @param doctors who work at the hospital
  /// @param changed told whenever more is known
  SuggestionsViewModel(
      FreeSlots server,
      InstantSource clock,
      Hospital hospital,
      Doctor own,
      Collection<Doctor> doctors,
      Runnable changed) {
    this.server = server;
    this.clock = clock;
    this.hospital = hospital;
    this.own = own;
    this.changed = changed;
    this.asked =
        Stream.concat(
                Stream.of(own),
                doctors.stream()
                    .filter(
                        each -> !each.id().equals(own.id()) && each.active() && doesTheSame(each))
                    .limit(COLLEAGUES))
            .toList();
  }

  private boolean doesTheSame(Doctor colleague) {
    return own.specialties().isEmpty()
        || colleague.specialties().stream().anyMatch(own.specialties()::contains);
  }

  /// Asks what there is for visits, as far as it hasn't been asked yet.
  void ask(Collection<Appointment> visits) {
    visits.stream()
        .filter(visit -> found.putIfAbsent(visit.id(), new ArrayList<>()) == null)
        .forEach(visit -> asked.forEach(doctor -> ask(visit, doctor)));
  }

  private void ask(Appointment visit, Doctor doctor) {
    LocalDate today = hospital.dateAt(clock.instant());
    unanswered++;
    asking.add(
        server.free(
            visit,
            doctor.id(),
            today,
            today.plusDays(DAYS),
            outcome -> answered(visit, doctor, outcome)));
  }

  private void answered(Appointment visit, Doctor doctor, Outcome<List<Slot>> outcome) {
    unanswered--;
    if (outcome instanceof Outcome.Done<List<Slot>>(List<Slot> slots)) {
      List<Place> places = found.computeIfAbsent(visit.id(), _ -> new ArrayList<>());
      slots.stream()
          .map(slot ->
              new Place(
                  doctor, new TimeRange(slot.start(), slot.end()), doctor.id().equals(own.id())))
          .forEach(places::add);
    } else {
      failed = true;
    }
    changed.run();
  }

  /// Whether more may come.
  boolean isAsking() {
    return unanswered > 0;
  }

  /// Whether somebody's times were not told.
  boolean hasFailed() {
    return failed;
  }

  /// All that a visit could take, those of its doctor first, of each the nearest first.
  Stream<Place> of(Appointment visit) {
    return found.getOrDefault(visit.id(), List.of()).stream()
        .filter(place -> place.during().start().isAfter(clock.instant()))
        .sorted(
            Comparator.<Place, Boolean>comparing(place -> !place.own())
                .thenComparing(place -> distance(visit, place))
                .thenComparing(place -> place.during().start())
                .thenComparing(place -> place.doctor().name()));
  }

  private static Duration distance(Appointment visit, Place place) {
    return Duration.between(visit.start(), place.during().start()).abs();
  }

  @Override
  public void close() {
    asking.forEach(Request::cancel);
    asking.clear();
  }
}
