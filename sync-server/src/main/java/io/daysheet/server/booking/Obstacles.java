package io.daysheet.server.booking;

import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Surroundings;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Blocked;
import io.daysheet.rule.Violation.DoctorBusy;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.HeldByAnother;
import io.daysheet.rule.Violation.HoldExpired;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.OnTimeOff;
import io.daysheet.rule.Violation.Subject;
import io.daysheet.server.access.Sight;
import io.daysheet.server.availability.Availabilities;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Explains a refusal: what in the schedule stands in the way of a visit, and who put it there.
@Component
public class Obstacles {

  private final AroundRows rows;
  private final Availabilities availabilities;

  Obstacles(AroundRows rows, Availabilities availabilities) {
    this.rows = rows;
    this.availabilities = availabilities;
  }

  /// All of them, at the moment of asking; they may be gone by now, then there are none.
  ///
  /// @param seen the visits that the one who asks may see: of others they are told only when
  List<Violation> of(ProposedBooking wish, PatientId patient, Own own, Sight seen, Instant now) {
    List<Room> rooms =
        wish.roomId() == null && !wish.type().needsRoom()
            ? List.of()
            : rows.rooms(wish.hospital().id());
    List<Taken> taken =
        rows.taken(wish.doctor().id(), wish.occupied(), patient, wish.during(), ids(rooms)).stream()
            .filter(each -> !each.visit().id().equals(own.visit()))
            .toList();
    List<Keeping> kept = rows.holds(wish.doctor().id(), wish.occupied(), now);
    List<Keeping> others = kept.stream().filter(each -> !each.isFor(wish, own)).toList();
    List<Violation> told =
        BookingRules.checkSchedule(
            wish,
            new Surroundings(
                availabilities.around(
                    wish.doctor().id(), wish.during(), wish.hospital().timeZone()),
                taken.stream().map(Taken::visit).toList(),
                others.stream().map(Keeping::hold).toList(),
                rows.timeOff(wish.doctor().id(), wish.during()),
                rooms));
    Map<UUID, Blocker> shown = shown(taken, others, seen);
    return Stream.<Stream<? extends Violation>>of(
            told.stream(),
            byStoredBuffer(wish, taken, others, told),
            own.hold() != null && kept.size() == others.size()
                ? Stream.of(new HoldExpired(own.hold()))
                : Stream.<Violation>empty())
        .flatMap(violations -> violations)
        .map(violation -> shown(violation, shown, wish, seen))
        .map(violation -> known(violation, rooms))
        .toList();
  }

  /// The rules can't tell a room that is out of service from one that is none of the hospital's.
  private static Violation known(Violation violation, List<Room> rooms) {
    return violation instanceof Inactive(Subject subject, UUID id)
            && subject == Subject.ROOM
            && rooms.stream().noneMatch(room -> room.id().value().equals(id))
        ? new InvalidValue("roomId", Expected.EXISTING_ID)
        : violation;
  }

  /// The same of a slot that is only to be held.
  public List<Violation> ofHold(ProposedBooking wish, Sight seen, Instant now) {
    List<Taken> taken =
        rows.taken(wish.doctor().id(), wish.occupied(), null, wish.during(), List.of());
    List<Keeping> holds = rows.holds(wish.doctor().id(), wish.occupied(), now);
    List<Violation> told =
        BookingRules.checkHold(
            wish,
            new Surroundings(
                availabilities.around(
                    wish.doctor().id(), wish.during(), wish.hospital().timeZone()),
                taken.stream().map(Taken::visit).toList(),
                holds.stream().map(Keeping::hold).toList(),
                rows.timeOff(wish.doctor().id(), wish.during()),
                List.of()));
    Map<UUID, Blocker> shown = shown(taken, holds, seen);
    return Stream.concat(told.stream(), byStoredBuffer(wish, taken, holds, told))
        .map(violation -> shown(violation, shown, wish, seen))
        .toList();
  }

  private static List<RoomId> ids(List<Room> rooms) {
    return rooms.stream().map(Room::id).toList();
  }

  /// With who put it there; of what is out of sight, only when it is.
  private static Map<UUID, Blocker> shown(List<Taken> taken, List<Keeping> holds, Sight seen) {
    var shown = new HashMap<UUID, Blocker>();
    for (Taken each : taken) {
      shown.put(
          each.visit().id().value(),
          seen.sees(each.visit()) ? each.blocker() : each.blocker().anonymous());
    }
    for (Keeping each : holds) {
      Blocker blocker = Blocker.of(each.hold());
      shown.put(
          each.hold().id().value(),
          seen.sees(each.hold().hospitalId(), each.hold().doctorId())
              ? blocker
              : blocker.anonymous());
    }
    return shown;
  }

  /// Why a doctor is away is told to those who see the doctor's time.
  private static Violation shown(
      Violation violation, Map<UUID, Blocker> shown, ProposedBooking wish, Sight seen) {
    return switch (violation) {
      case Blocked blocked ->
          blocked.withBlocker(Objects.requireNonNull(shown.get(blocked.blocker().id())));
      case OnTimeOff off when !seen.sees(wish.hospital().id(), off.doctorId()) ->
          off.withoutReason();
      default -> violation;
    };
  }

  /// A visit keeps the buffer that it was booked with, also under another hospital's policy or a
  /// later one, which is all that the rules know; and so does a hold.
  private static Stream<Violation> byStoredBuffer(
      ProposedBooking wish, List<Taken> taken, List<Keeping> holds, List<Violation> told) {
    Set<UUID> known =
        told.stream()
            .filter(v -> v instanceof DoctorBusy || v instanceof HeldByAnother)
            .map(v -> ((Blocked) v).blocker().id())
            .collect(Collectors.toSet());
    return Stream.concat(
        taken.stream()
            .filter(each -> each.visit().doctorId().equals(wish.doctor().id()))
            .filter(each -> each.occupied().overlaps(wish.occupied()))
            .filter(each -> !known.contains(each.visit().id().value()))
            .map(each -> new DoctorBusy(each.visit().doctorId(), each.blocker())),
        holds.stream()
            .filter(each -> !known.contains(each.hold().id().value()))
            .map(each ->
                new HeldByAnother(
                    each.hold().doctorId(), Blocker.of(each.hold()), each.hold().until())));
  }
}
