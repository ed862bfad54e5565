package io.daysheet.desktop.board;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.Slots;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.DayGrid;
import io.daysheet.time.SlotGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the screens have been told so far, and the news that bring it to what is so now.
final class Shown implements FreeTimes.Facts {

  private final Overlay overlay;
  private final Consumer<BoardNews> news;
  private final Map<AvailabilityId, BoardAvailability> availabilities = new LinkedHashMap<>();
  private final Map<AppointmentId, BoardAppointment> appointments = new LinkedHashMap<>();
  private final ShownAround around;
  private @Nullable FreeTimes free;

  Shown(Overlay overlay, OwnHolds own, Consumer<BoardNews> news) {
    this.overlay = overlay;
    this.around = new ShownAround(own, news);
    this.news = news;
  }

  @Override
  public Collection<BoardHold> holds() {
    return around.holds();
  }

  @Override
  public Collection<TimeOff> timeOff() {
    return around.timeOff();
  }

  @Override
  public Collection<BoardAvailability> availabilities() {
    return availabilities.values();
  }

  @Override
  public Collection<BoardAppointment> appointments() {
    return appointments.values();
  }

  Map<DoctorId, FreeStarts> free(List<Doctor> doctors) {
    return free == null ? Map.of() : free.of(doctors);
  }

  FreeStarts free(DoctorId doctor, AppointmentType type) {
    return free == null
        ? Slots.free(
            DayGrid.of(LocalDate.EPOCH, ZoneOffset.UTC, new SlotGrid(1440)),
            Duration.ofDays(1),
            Duration.ZERO,
            List.of(),
            List.of())
        : free.compute(doctor, type, this);
  }

  /// Another day or frame: no single news, the whole is told.
  void start(Replica replica, DaySchedule day, Instant now) {
    availabilities.clear();
    appointments.clear();
    around.start(replica, now);
    FreeTimes times = new FreeTimes(day.hospital(), day.date());
    free = times;
    availabilityIds(replica)
        .forEach(id -> overlay.show(replica, id).ifPresent(a -> availabilities.put(id, a)));
    appointmentIds(replica)
        .forEach(id -> overlay.show(replica, id).ifPresent(a -> appointments.put(id, a)));
    doctors(day).forEach(d -> times.update(d, this));
  }

  private Set<DoctorId> doctors(DaySchedule day) {
    var doctors = new LinkedHashSet<DoctorId>();
    day.doctors().forEach(d -> doctors.add(d.id()));
    availabilities.values().forEach(a -> doctors.add(a.availability().doctorId()));
    appointments.values().forEach(a -> doctors.add(a.appointment().doctorId()));
    holds().forEach(h -> doctors.add(h.hold().doctorId()));
    timeOff().forEach(off -> doctors.add(off.doctorId()));
    return doctors;
  }

  /// Everything may be another one: what has gone is told first, so that its place is free.
  void reconcile(Replica replica, Instant now, Origin origin) {
    var doctors = new LinkedHashSet<>(around.reconcile(replica, now, origin));
    Set<AvailabilityId> bands = availabilityIds(replica);
    Set<AppointmentId> cards = appointmentIds(replica);
    cards.forEach(id -> retire(replica, id, origin, doctors));
    bands.forEach(id -> retire(replica, id, origin, doctors));
    bands.forEach(id -> reconcile(replica, id, origin, doctors));
    cards.forEach(id -> reconcile(replica, id, origin, doctors));
    tellFree(doctors);
  }

  void reconcile(Replica replica, Overlay.Subject subject, Instant now, Origin origin) {
    var doctors = new LinkedHashSet<>(around.reconcile(replica, now, origin));
    if (subject.availability() != null) {
      reconcile(replica, subject.availability(), origin, doctors);
    }
    if (subject.appointment() != null) {
      reconcile(replica, subject.appointment(), origin, doctors);
    }
    tellFree(doctors);
  }

  private void retire(Replica replica, AppointmentId id, Origin origin, Set<DoctorId> doctors) {
    if (replica.appointments().containsKey(id) || isReplaced(replica, id)) {
      return;
    }
    reconcile(replica, id, origin, doctors);
  }

  private boolean isReplaced(Replica replica, AppointmentId pending) {
    return overlay
        .bookings()
        .anyMatch(a -> a.id().equals(pending) && overlay.ledTo(replica, a).isPresent());
  }

  private void retire(Replica replica, AvailabilityId id, Origin origin, Set<DoctorId> doctors) {
    boolean replaced =
        overlay.additions().anyMatch(a -> a.id().equals(id) && replica.like(a).isPresent());
    if (!replaced && !replica.availabilities().containsKey(id)) {
      reconcile(replica, id, origin, doctors);
    }
  }

  private void reconcile(Replica replica, AppointmentId id, Origin origin, Set<DoctorId> doctors) {
    Optional<BoardAppointment> now = overlay.show(replica, id);
    @Nullable BoardAppointment before = appointments.get(id);
    if (now.isEmpty()) {
      if (before != null) {
        appointments.remove(id);
        doctors.add(before.appointment().doctorId());
        news.accept(new BoardNews.AppointmentGone(id, origin));
      }
    } else if (!now.get().equals(before)) {
      @Nullable AppointmentId pending = before == null ? replaced(replica, now.get()) : null;
      if (pending != null) {
        appointments.remove(pending);
      }
      appointments.put(id, now.get());
      doctors.add(now.get().appointment().doctorId());
      if (before != null) {
        doctors.add(before.appointment().doctorId());
      }
      news.accept(new BoardNews.AppointmentShown(now.get(), pending, origin));
    }
  }

  private void reconcile(Replica replica, AvailabilityId id, Origin origin, Set<DoctorId> doctors) {
    Optional<BoardAvailability> now = overlay.show(replica, id);
    @Nullable BoardAvailability before = availabilities.get(id);
    if (now.isEmpty()) {
      if (before != null) {
        availabilities.remove(id);
        doctors.add(before.availability().doctorId());
        news.accept(new BoardNews.AvailabilityGone(id, origin));
      }
    } else if (!now.get().equals(before)) {
      @Nullable AvailabilityId pending = before == null ? replaced(replica, now.get()) : null;
      if (pending != null) {
        availabilities.remove(pending);
      }
      availabilities.put(id, now.get());
      doctors.add(now.get().availability().doctorId());
      news.accept(new BoardNews.AvailabilityShown(now.get(), pending, origin));
    }
  }

  /// The pending card whose place a saved one takes.
  private @Nullable AppointmentId replaced(Replica replica, BoardAppointment saved) {
    return overlay
        .bookings()
        .filter(a -> appointments.containsKey(a.id()))
        .filter(a -> overlay.ledTo(replica, a).filter(saved.id()::equals).isPresent())
        .map(a -> a.id())
        .findFirst()
        .orElse(null);
  }

  private @Nullable AvailabilityId replaced(Replica replica, BoardAvailability saved) {
    return overlay
        .additions()
        .filter(a -> availabilities.containsKey(a.id()))
        .filter(a -> replica.like(a).filter(saved.availability()::equals).isPresent())
        .map(a -> a.id())
        .findFirst()
        .orElse(null);
  }

  private void tellFree(Set<DoctorId> doctors) {
    for (DoctorId doctor : doctors) {
      if (free != null && free.update(doctor, this)) {
        news.accept(new BoardNews.FreeStartsChanged(doctor, free.of(doctor)));
      }
    }
  }

  private Set<AvailabilityId> availabilityIds(Replica replica) {
    var ids = new LinkedHashSet<>(availabilities.keySet());
    ids.addAll(replica.availabilities().keySet());
    overlay.additions().forEach(a -> ids.add(a.id()));
    return ids;
  }

  private Set<AppointmentId> appointmentIds(Replica replica) {
    var ids = new LinkedHashSet<>(appointments.keySet());
    ids.addAll(replica.appointments().keySet());
    overlay.bookings().forEach(a -> ids.add(a.id()));
    overlay.changed().forEach(a -> ids.add(a.id()));
    return ids;
  }
}
