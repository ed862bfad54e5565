package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change;
import io.daysheet.wire.PlaceHold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// What the model server has besides visits and availabilities: holds, absences, doctors.
final class ModelAround {

  private static final Duration KEPT = Duration.ofSeconds(40);

  final List<Doctor> doctors = new ArrayList<>(Clinic.DOCTORS);
  private final World world;
  private final Consumer<LongFunction<Change>> commit;
  private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
  private final Map<TimeOffId, TimeOff> timeOff = new LinkedHashMap<>();
  private long ids;

  ModelAround(World world, Consumer<LongFunction<Change>> commit) {
    this.world = world;
    this.commit = commit;
  }

  private Instant now() {
    return world.instant();
  }

  List<Hold> holds(TimeRange during) {
    return holds.values().stream()
        .filter(h -> !h.isOver(now()) && h.during().overlaps(during))
        .toList();
  }

  List<Hold> all() {
    return List.copyOf(holds.values());
  }

  List<TimeOff> timeOff(TimeRange during) {
    return timeOff.values().stream().filter(off -> off.during().overlaps(during)).toList();
  }

  List<TimeOff> absences() {
    return List.copyOf(timeOff.values());
  }

  boolean isHeld(DoctorId doctor, TimeRange wanted, @Nullable HoldId own) {
    return holds(wanted).stream().anyMatch(h -> h.doctorId().equals(doctor) && !h.id().equals(own));
  }

  /// Holds of what is booked end without a word.
  void makeWay(DoctorId doctor, TimeRange booked) {
    holds.values().removeIf(h -> h.doctorId().equals(doctor) && h.during().overlaps(booked));
  }

  Outcome<Hold> place(PlaceHold command, boolean inTheWay, String by) {
    Instant start = command.start().toInstant();
    TimeRange wanted = new TimeRange(start, start.plusSeconds(3600));
    if (inTheWay || isHeld(command.doctorId(), wanted, null)) {
      return new Outcome.Refused<>(409, "held-by-another", List.of());
    }
    makeWay(command.doctorId(), wanted);
    return put(
        new Hold(
            new HoldId(new UUID(6, ++ids)),
            command.hospitalId(),
            command.doctorId(),
            start,
            wanted.end(),
            now().plus(KEPT),
            by));
  }

  Outcome<Hold> renew(HoldId id) {
    Hold hold = holds.get(id);
    if (hold == null || hold.isOver(now())) {
      return new Outcome.Refused<>(409, "hold-expired", List.of());
    }
    return put(
        new Hold(
            id,
            hold.hospitalId(),
            hold.doctorId(),
            hold.start(),
            hold.end(),
            now().plus(KEPT),
            hold.holder()));
  }

  private Outcome<Hold> put(Hold hold) {
    holds.put(hold.id(), hold);
    commit.accept(n -> new Change.HoldPlaced(n, now(), hold.holder(), hold));
    return new Outcome.Done<>(hold);
  }

  Outcome<HoldId> release(HoldId id) {
    Hold gone = holds.remove(id);
    if (gone != null) {
      commit.accept(n -> new Change.HoldReleased(n, now(), gone.holder(), gone));
    }
    return new Outcome.Done<>(id);
  }

  void expire() {
    all().stream().filter(h -> h.isOver(now())).forEach(h -> release(h.id()));
  }

  void leave(DoctorId doctor, TimeRange during) {
    put(
        new TimeOff(
            new TimeOffId(new UUID(10, ++ids)),
            doctor,
            during.start(),
            during.end(),
            TimeOff.Reason.CME,
            1));
  }

  void prolong(TimeOff off) {
    put(
        new TimeOff(
            off.id(),
            off.doctorId(),
            off.start(),
            off.end().plusSeconds(3600),
            off.reason(),
            off.version() + 1));
  }

  private void put(TimeOff off) {
    timeOff.put(off.id(), off);
    commit.accept(n -> new Change.TimeOffChanged(n, now(), "Desk 2", false, off));
  }

  void comeBack(TimeOff off) {
    timeOff.remove(off.id());
    commit.accept(n -> new Change.TimeOffChanged(n, now(), "Desk 2", true, off));
  }

  /// One of the doctors takes new patients from now on, or takes none any more.
  void change(int number) {
    Doctor d = doctors.get(number);
    Doctor changed =
        new Doctor(
            d.id(),
            d.name(),
            d.specialties(),
            d.languages(),
            d.npi(),
            !d.acceptsNewPatients(),
            d.insurancePlans(),
            d.hospitals(),
            d.active(),
            d.version() + 1);
    doctors.set(number, changed);
    commit.accept(n -> new Change.DoctorChanged(n, now(), null, changed.id(), changed.version()));
  }
}
