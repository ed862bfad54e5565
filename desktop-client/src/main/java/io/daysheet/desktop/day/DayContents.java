package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Held;
import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// What stands on the day that is shown, doctor by doctor, also of those without a column.
///
/// It is fed with plain values, on the FX thread: each call is one fact and touches one card. A
/// fact of another date or hospital is none of its business and changes nothing.
public final class DayContents {
  private final Supplier<Instant> now;
  private final Map<DoctorId, DoctorColumnViewModel> all = new LinkedHashMap<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private @Nullable HospitalId hospital;
  private @Nullable BoardHours hours;
  private @Nullable SlotChoice form;

  DayContents(Supplier<Instant> now) {
    this.now = now;
  }

  /// Replaces everything by a loaded day.
  void show(DaySchedule day, Instant moment) {
    BoardHours shown = BoardHours.of(day);
    hospital = day.hospital().id();
    hours = shown;
    all.clear();
    BookableDay bookable = BookableDay.of(day.hospital(), day.date());
    for (Doctor doctor : day.doctors()) {
      all.put(
          doctor.id(), new DoctorColumnViewModel(doctor, shown, day.hospital().policy(), bookable));
    }
    day.timeOff().forEach(off -> column(off.doctorId()).ifPresent(c -> c.put(off)));
    day.availabilities()
        .forEach(a -> column(a.doctorId()).ifPresent(c -> c.put(a, Writing.SETTLED)));
    day.appointments()
        .forEach(a -> column(a.doctorId()).ifPresent(c -> c.put(a, Writing.SETTLED, moment)));
    day.holds().forEach(h -> column(h.doctorId()).ifPresent(c -> c.put(new Held(h, false))));
    refresh(moment);
  }

  BoardHours hours() {
    return Objects.requireNonNull(hours);
  }

  /// Whose day it is; empty before the first is loaded.
  Optional<HospitalId> hospital() {
    return Optional.ofNullable(hospital);
  }

  Collection<DoctorColumnViewModel> columns() {
    return all.values();
  }

  /// Counts the facts that came in; for whoever sums up the whole day.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /// Brings every column up to a moment.
  void refresh(Instant moment) {
    all.values().forEach(column -> column.refresh(moment));
    changed();
  }

  /// An appointment's new state, from this desk or another; moved, it leaves its old column.
  public void put(Appointment appointment, Writing writing) {
    column(appointment.doctorId())
        .filter(_ -> isOnBoard(appointment.hospitalId(), appointment.during()))
        .ifPresentOrElse(
            column -> {
              leaveOthers(appointment.id().value(), column);
              column.put(appointment, writing, now.get());
              column.refresh(now.get());
            },
            () -> remove(appointment.id()));
    changed();
  }

  /// An appointment's new state from another desk; marked if it took the slot of the open form.
  public void putFrom(String desk, Appointment appointment, Writing writing) {
    put(appointment, writing);
    if (form instanceof SlotChoice.FreeSlot(DoctorId doctor, var _, TimeRange slot)
        && doctor.equals(appointment.doctorId())
        && appointment.occupiesTime()
        && slot.overlaps(appointment.during())) {
      column(doctor).ifPresent(column -> column.taken(appointment.id().value(), desk));
    }
  }

  /// Where a form of this desk is open; null once it is closed, and then nothing is marked any
  /// more.
  void formAt(@Nullable SlotChoice slot) {
    form = slot;
    if (slot == null) {
      all.values().stream()
          .flatMap(column -> List.copyOf(column.blocks().values()).stream())
          .filter(block -> block instanceof Visit visit && visit.takenBy() != null)
          .map(block -> ((Visit) block).appointment())
          .forEach(visit -> put(visit, Writing.SETTLED));
    }
  }

  /// Takes a card off, such as a booking that was refused.
  public void remove(AppointmentId appointment) {
    removeBlock(appointment.value());
    changed();
  }

  /// A refused card has been seen and looks like the others again.
  public void seen(AppointmentId appointment) {
    visit(appointment)
        .filter(visit -> visit.writing() == Writing.REFUSED)
        .ifPresent(visit -> put(visit.appointment(), Writing.SETTLED));
  }

  public void put(Availability availability, Writing writing) {
    column(availability.doctorId())
        .filter(_ -> isOnBoard(availability.hospitalId(), availability.during()))
        .ifPresent(column -> {
          column.put(availability, writing);
          column.refresh(now.get());
        });
    changed();
  }

  public void remove(AvailabilityId availability) {
    all.values().forEach(column -> column.removeAvailability(availability.value()));
    refresh(now.get());
  }

  /// A hold of this desk or of another.
  public void put(Hold hold, boolean own) {
    column(hold.doctorId())
        .filter(_ -> isOnBoard(hold.hospitalId(), new TimeRange(hold.start(), hold.end())))
        .ifPresent(column -> {
          column.put(new Held(hold, own));
          column.refresh(now.get());
        });
    changed();
  }

  /// A hold that ended.
  public void release(UUID hold) {
    removeBlock(hold);
    changed();
  }

  public void put(TimeOff timeOff) {
    column(timeOff.doctorId())
        .ifPresent(column -> {
          column.put(timeOff);
          column.refresh(now.get());
        });
    changed();
  }

  /// An absence that was taken back.
  public void remove(TimeOffId timeOff) {
    all.values().forEach(column -> column.removeTimeOff(timeOff.value()));
    refresh(now.get());
  }

  private boolean isOnBoard(HospitalId site, TimeRange range) {
    if (hours == null || !site.equals(hospital)) {
      return false;
    }
    LocalDate day = hours.date();
    Instant from = day.atStartOfDay(hours.zone()).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(hours.zone()).toInstant();
    return range.overlaps(new TimeRange(from, until));
  }

  private void leaveOthers(UUID id, DoctorColumnViewModel stays) {
    all.values().stream()
        .filter(column -> column != stays && column.blocks().containsKey(id))
        .forEach(column -> {
          column.remove(id, now.get());
          column.refresh(now.get());
        });
  }

  private void removeBlock(UUID id) {
    all.values().stream()
        .filter(column -> column.blocks().containsKey(id))
        .forEach(column -> {
          column.remove(id, now.get());
          column.refresh(now.get());
        });
  }

  Optional<DoctorColumnViewModel> column(DoctorId doctor) {
    return Optional.ofNullable(all.get(doctor));
  }

  /// A visit that is on the day, also in a column that is not shown.
  public Optional<Visit> visit(AppointmentId appointment) {
    return all.values().stream()
        .map(column -> column.blocks().get(appointment.value()))
        .filter(Visit.class::isInstance)
        .map(Visit.class::cast)
        .findFirst();
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }
}
