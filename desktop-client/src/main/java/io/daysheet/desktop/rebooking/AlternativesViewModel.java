package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RebookingServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where one visit could go instead: the free times of its doctor that are nearest to it, then
/// those of colleagues who do the same.
final class AlternativesViewModel implements AutoCloseable {

  private static final int OWN = 4;
  private static final int COLLEAGUES = 3;
  private static final int EACH = 2;
  private static final int DAYS_BEFORE = 7;
  private static final int DAYS_AFTER = 28;

  private final RebookingServer server;
  private final InstantSource clock;
  private final Appointment visit;
  private final Hospital hospital;
  private final List<Request> asking = new ArrayList<>();
  private final List<Free> found = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Found> shown =
      new ReadOnlyObjectWrapper<>(new Found(List.of(), true, false));
  private int unanswered;
  private boolean failed;

  /// A free time of somebody.
  ///
  /// @param own of the doctor whose visit it is
  record Free(Doctor doctor, Instant start, Instant end, boolean own) {}

  /// What there is so far, the doctor's own first.
  ///
  /// @param asking whether more may come
  /// @param failed whether some were not answered
  record Found(List<Free> all, boolean asking, boolean failed) {

    public Found {
      all = List.copyOf(all);
    }
  }

  AlternativesViewModel(
      RebookingServer server, InstantSource clock, Appointment visit, Hospital hospital) {
    this.server = server;
    this.clock = clock;
    this.visit = visit;
    this.hospital = hospital;
  }

  ReadOnlyObjectProperty<Found> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// @param doctors who work at the hospital
  void start(List<Doctor> doctors) {
    List<String> does =
        doctors.stream().filter(this::isOwn).findFirst().map(Doctor::specialties).orElse(List.of());
    List<Doctor> asked =
        doctors.stream()
            .filter(doctor -> doctor.active() && (isOwn(doctor) || doesOneOf(doctor, does)))
            .sorted(Comparator.comparing(doctor -> !isOwn(doctor)))
            .limit(1 + COLLEAGUES)
            .toList();
    unanswered = asked.size();
    show();
    asked.forEach(this::ask);
  }

  private boolean isOwn(Doctor doctor) {
    return doctor.id().equals(visit.doctorId());
  }

  private static boolean doesOneOf(Doctor doctor, List<String> specialties) {
    return specialties.isEmpty() || doctor.specialties().stream().anyMatch(specialties::contains);
  }

  private void ask(Doctor doctor) {
    LocalDate today = hospital.dateAt(clock.instant());
    LocalDate around = hospital.dateAt(visit.start()).minusDays(DAYS_BEFORE);
    LocalDate from = around.isBefore(today) ? today : around;
    asking.add(
        server.free(
            visit,
            doctor.id(),
            from,
            from.plusDays(DAYS_BEFORE + DAYS_AFTER),
            outcome -> answered(doctor, outcome)));
  }

  private void answered(Doctor doctor, Outcome<List<Slot>> outcome) {
    unanswered--;
    if (outcome instanceof Outcome.Done<List<Slot>>(List<Slot> slots)) {
      boolean own = isOwn(doctor);
      slots.stream()
          .filter(slot -> !own || !slot.start().equals(visit.start()))
          .sorted(Comparator.comparing(slot -> distance(slot.start())))
          .limit(own ? OWN : EACH)
          .map(slot -> new Free(doctor, slot.start(), slot.end(), own))
          .forEach(found::add);
    } else {
      failed = true;
    }
    show();
  }

  private Duration distance(Instant start) {
    return Duration.between(visit.start(), start).abs();
  }

  private void show() {
    shown.set(
        new Found(
            found.stream()
                .sorted(
                    Comparator.<Free, Boolean>comparing(free -> !free.own())
                        .thenComparing(free -> distance(free.start()))
                        .thenComparing(free -> free.doctor().name()))
                .toList(),
            unanswered > 0,
            failed));
  }

  @Override
  public void close() {
    asking.forEach(Request::cancel);
    asking.clear();
  }
}
