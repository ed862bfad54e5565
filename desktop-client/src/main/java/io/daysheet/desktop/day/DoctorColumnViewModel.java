package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Held;
import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// One doctor's day on the board.
///
/// Each change touches one entry of one map, so that the view moves one card; bands and free counts
/// follow from [#refresh], and a band that comes out equal is left alone.
public final class DoctorColumnViewModel {
  private final Doctor doctor;
  private final BoardHours hours;
  private final BookingPolicy policy;
  private final BookableDay bookable;
  private final Map<UUID, Availability> availabilities = new LinkedHashMap<>();
  private final Map<UUID, Writing> availabilityWrites = new HashMap<>();
  private final Map<Instant, Instant> freed = new HashMap<>();
  // The read-only views are kept: one that nobody holds is collected together with its listeners.
  private final ObservableMap<UUID, Block> blocks = FXCollections.observableHashMap();
  private final ObservableMap<UUID, Block> blocksView =
      FXCollections.unmodifiableObservableMap(blocks);
  private final ObservableMap<UUID, Band> bands = FXCollections.observableHashMap();
  private final ObservableMap<UUID, Band> bandsView =
      FXCollections.unmodifiableObservableMap(bands);
  private final ObservableMap<UUID, TimeOff> away = FXCollections.observableHashMap();
  private final ObservableMap<UUID, TimeOff> awayView =
      FXCollections.unmodifiableObservableMap(away);
  private final ReadOnlyObjectWrapper<Free> free =
      new ReadOnlyObjectWrapper<>(new Free(0, null, 0));

  /// How much is left of a doctor's day.
  ///
  /// @param slots free starts from now on
  /// @param next the first of them; null when the day is full
  /// @param toRebook visits that stand where the doctor is away
  public record Free(int slots, @Nullable Instant next, int toRebook) {}

  DoctorColumnViewModel(
      Doctor doctor, BoardHours hours, BookingPolicy policy, BookableDay bookable) {
    this.doctor = doctor;
    this.hours = hours;
    this.policy = policy;
    this.bookable = bookable;
  }

  public Doctor doctor() {
    return doctor;
  }

  public BoardHours hours() {
    return hours;
  }

  /// Visits and holds by id.
  public ObservableMap<UUID, Block> blocks() {
    return blocksView;
  }

  /// Availabilities that reach into the opening hours, by id.
  public ObservableMap<UUID, Band> bands() {
    return bandsView;
  }

  public ObservableMap<UUID, TimeOff> away() {
    return awayView;
  }

  public ReadOnlyObjectProperty<Free> freeProperty() {
    return free.getReadOnlyProperty();
  }

  void put(Appointment appointment, Writing writing, Instant now) {
    UUID id = appointment.id().value();
    if (appointment.status() == AppointmentStatus.CANCELLED) {
      remove(id, now);
    } else {
      freed.remove(appointment.start());
      replace(new Visit(appointment, writing, isToRebook(appointment), null));
    }
  }

  /// Marks a visit as booked by another desk where a form of this one is open.
  void taken(UUID id, String by) {
    if (blocks.get(id) instanceof Visit visit) {
      replace(new Visit(visit.appointment(), visit.writing(), visit.toRebook(), by));
    }
  }

  void put(Held held) {
    replace(held);
  }

  /// What leaves was freed, unless it was never more than a wish of this desk: that has version 0.
  void remove(UUID id, Instant now) {
    Block gone = blocks.remove(id);
    if (gone instanceof Visit visit && visit.appointment().version() > 0) {
      freed.put(visit.appointment().start(), now);
    }
  }

  void put(Availability availability, Writing writing) {
    availabilities.put(availability.id().value(), availability);
    availabilityWrites.put(availability.id().value(), writing);
  }

  void removeAvailability(UUID id) {
    availabilities.remove(id);
    availabilityWrites.remove(id);
    bands.remove(id);
  }

  void put(TimeOff timeOff) {
    away.put(timeOff.id().value(), timeOff);
    reconsiderVisits();
  }

  void removeTimeOff(UUID id) {
    if (away.remove(id) != null) {
      reconsiderVisits();
    }
  }

  private void reconsiderVisits() {
    List.copyOf(blocks.values()).stream()
        .filter(Visit.class::isInstance)
        .map(Visit.class::cast)
        .forEach(visit ->
            replace(
                new Visit(
                    visit.appointment(),
                    visit.writing(),
                    isToRebook(visit.appointment()),
                    visit.takenBy())));
  }

  /// What it was booked under has changed: the doctor is away, or the server says so.
  private boolean isToRebook(Appointment visit) {
    return !visit.needsAttention().isEmpty() || standsInTimeOff(visit.during());
  }

  private void replace(Block block) {
    if (!block.equals(blocks.get(block.id()))) {
      blocks.put(block.id(), block);
    }
  }

  /// Brings bands and counts up to the moment.
  void refresh(Instant now) {
    FreeStarts starts = bookable.bookable(freeStarts(), now);
    for (Availability availability : availabilities.values()) {
      Optional<Band> band =
          hours.clip(availability.during()).map(s -> band(availability, s, starts));
      UUID id = availability.id().value();
      if (band.isEmpty()) {
        bands.remove(id);
      } else if (!band.get().equals(bands.get(id))) {
        bands.put(id, band.get());
      }
    }
    List<Instant> left = starts.stream().filter(start -> start.isBefore(hours.closes())).toList();
    Free next = new Free(left.size(), left.isEmpty() ? null : left.getFirst(), visitsToRebook());
    if (!next.equals(free.get())) {
      free.set(next);
    }
  }

  private FreeStarts freeStarts() {
    return bookable.free(
        policy.shortestType(),
        availabilities.values().stream().map(Availability::during).toList(),
        blocks.values().stream().flatMap(this::occupied).toList(),
        away.values().stream().map(TimeOff::during).toList());
  }

  private Stream<TimeRange> occupied(Block block) {
    return switch (block) {
      case Visit(Appointment visit, Writing _, boolean _, var _) ->
          visit.occupiesTime()
              ? Stream.of(visit.during().extendedBy(buffer(visit)))
              : Stream.empty();
      case Held held -> held.own() ? Stream.empty() : Stream.of(held.during());
    };
  }

  private Duration buffer(Appointment visit) {
    return policy.type(visit.type()).map(AppointmentType::buffer).orElse(Duration.ZERO);
  }

  private Band band(Availability availability, TimeRange shown, FreeStarts starts) {
    Writing writing = availabilityWrites.getOrDefault(availability.id().value(), Writing.SETTLED);
    return Band.of(availability, shown, hours.rows(), starts, freed, writing);
  }

  /// What lies in one row of the grid; a card comes before the band that it stands on.
  SlotChoice at(TimeRange row, Instant now) {
    return cardAt(row)
        .or(() -> timeOffAt(row))
        .or(() -> slotAt(row, now))
        .orElseGet(() ->
            row.end().isAfter(now)
                ? new SlotChoice.EmptyTime(doctor.id(), row)
                : new SlotChoice.Nothing(doctor.id(), row, SlotChoice.Reason.PAST));
  }

  private Optional<SlotChoice> cardAt(TimeRange row) {
    return blocks.values().stream()
        .filter(block -> block.during().overlaps(row))
        .filter(block -> !(block instanceof Held held && held.own()))
        .min(
            Comparator.comparing((Block block) -> !occupiesTime(block))
                .thenComparing(block -> block.during().start()))
        .map(this::choice);
  }

  private static boolean occupiesTime(Block block) {
    return !(block instanceof Visit visit) || visit.appointment().occupiesTime();
  }

  /// What choosing a card means.
  SlotChoice choice(Block block) {
    return switch (block) {
      case Visit visit -> new SlotChoice.OnVisit(doctor.id(), visit);
      case Held held -> new SlotChoice.OnHold(doctor.id(), held);
    };
  }

  private Optional<SlotChoice> timeOffAt(TimeRange row) {
    return standsInTimeOff(row)
        ? Optional.of(new SlotChoice.Nothing(doctor.id(), row, SlotChoice.Reason.DOCTOR_AWAY))
        : Optional.empty();
  }

  private Optional<SlotChoice> slotAt(TimeRange row, Instant now) {
    return bands.values().stream()
        .filter(band -> band.shown().overlaps(row))
        .min(Comparator.comparing(band -> band.shown().start()))
        .map(band -> slotIn(band, row, now));
  }

  private SlotChoice slotIn(Band band, TimeRange row, Instant now) {
    boolean free =
        band.rows().stream()
            .anyMatch(each -> each.free() && each.range().start().equals(row.start()));
    if (free) {
      return new SlotChoice.FreeSlot(doctor.id(), band.availability(), row);
    }
    return new SlotChoice.Nothing(
        doctor.id(),
        row,
        row.start().isAfter(now) ? SlotChoice.Reason.TOO_SHORT : SlotChoice.Reason.PAST);
  }

  private boolean standsInTimeOff(TimeRange range) {
    return away.values().stream()
        .anyMatch(off -> range.overlaps(new TimeRange(off.start(), off.end())));
  }

  private int visitsToRebook() {
    return (int)
        blocks.values().stream()
            .filter(block -> block instanceof Visit visit && visit.toRebook())
            .count();
  }
}
