package io.daysheet.server.booking;

import io.daysheet.hospital.RoomId;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.TransitionRules;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.access.Caller;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.schedule.AppointmentRow;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Change;
import io.daysheet.wire.Change.AppointmentChanged;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes a visit to its next status. A late arrival takes the time again that the no-show had
/// freed, and may find somebody else in it.
@Component
class Stepping {

  private final VisitLooks looks;
  private final Wishes wishes;
  private final Obstacles obstacles;
  private final RoomChoice rooms;
  private final AppointmentRows rows;
  private final VisitWrites writes;
  private final RequestHash hashes;

  Stepping(
      VisitLooks looks,
      Wishes wishes,
      Obstacles obstacles,
      RoomChoice rooms,
      AppointmentRows rows,
      VisitWrites writes,
      RequestHash hashes) {
    this.looks = looks;
    this.wishes = wishes;
    this.obstacles = obstacles;
    this.rooms = rooms;
    this.rows = rows;
    this.writes = writes;
    this.hashes = hashes;
  }

  /// @param reason of a cancellation, which needs one
  /// @throws RequestRefused if there is no such visit, if it is another version by now, or with why
  ///   it can't take that step
  StoredAnswer step(
      AppointmentId id,
      AppointmentStep step,
      @Nullable CancelAppointment reason,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    byte[] hash =
        hashes.of(
            "POST /appointments/" + id + "/" + step.verb(),
            Objects.<Object>requireNonNullElse(reason, ""));
    return writes.carryOut(
        key,
        hash,
        time ->
            attempt(
                looks.at(id, seen, caller),
                step,
                reason == null ? null : reason.reason(),
                key,
                hash,
                time),
        looks.told(id, action(step), caller));
  }

  private Attempt attempt(
      VisitLook look,
      AppointmentStep step,
      @Nullable String reason,
      IdempotencyKey key,
      byte[] hash,
      int time) {
    Appointment visit = look.visit();
    look.sight().require(!look.isPatients() || isPatients(step));
    look.refuse(TransitionRules.step(visit, step, look.hospital(), look.now()).toList());
    look.refuse(
        Stream.concat(
                TextRules.check("reason", reason, TextRules.REASON),
                step == AppointmentStep.CANCEL && look.isPatients()
                    ? TransitionRules.notice(visit, look.hospital(), look.now())
                    : Stream.empty())
            .toList());
    if (visit.status() == AppointmentStatus.NO_SHOW) {
      return lateArrival(look, step, key, hash, time);
    }
    Appointment after = after(look, step, visit.roomId());
    return new Attempt.Write(
        look.hospital(),
        after,
        answer -> rows.step(look, after, kind(step), null, reason, key.value(), hash, answer),
        told(look, after),
        List::of);
  }

  private Attempt lateArrival(
      VisitLook look, AppointmentStep step, IdempotencyKey key, byte[] hash, int time) {
    // that somebody did not come is for the staff to take back
    look.sight().require(!look.isPatients());
    Place place = wishes.of(look);
    RoomChoice.Found room = rooms.of(place.proposed(), look.visit(), time > 0);
    Appointment after = after(look, step, room.id());
    return new Attempt.Write(
        look.hospital(),
        after,
        answer ->
            room.isThere()
                ? rows.step(look, after, kind(step), place, null, key.value(), hash, answer)
                : new CommandOutcome.Refused(),
        told(look, after),
        () -> looks.isStillSo(look) ? inTheWay(look, place) : List.of());
  }

  /// What has begun or takes no time needs no attention.
  private static Appointment after(VisitLook look, AppointmentStep step, @Nullable RoomId room) {
    Appointment after = look.visit().inStatus(step.to(), room);
    return after.occupiesTime() && after.start().isAfter(look.now())
        ? after
        : AppointmentRow.settled(after);
  }

  private List<Violation> inTheWay(VisitLook look, Place place) {
    return obstacles.of(
        place.proposed(),
        look.visit().patientId(),
        new Own(look.visit().id(), null, look.caller().account().id()),
        look.seen(),
        look.now());
  }

  private static LongFunction<Change> told(VisitLook look, Appointment after) {
    return sequence ->
        new AppointmentChanged(sequence, look.now(), look.caller().account().name(), after);
  }

  /// Who did not come, what was done and what was a mistake is for the staff to say.
  private static boolean isPatients(AppointmentStep step) {
    return switch (step) {
      case CONFIRM, CHECK_IN, CANCEL -> true;
      case UNDO_CHECK_IN, COMPLETE, MARK_NO_SHOW -> false;
    };
  }

  private static AppointmentEvent.Kind kind(AppointmentStep step) {
    return switch (step) {
      case CONFIRM -> AppointmentEvent.Kind.CONFIRMED;
      case CHECK_IN -> AppointmentEvent.Kind.CHECKED_IN;
      case UNDO_CHECK_IN -> AppointmentEvent.Kind.CHECK_IN_UNDONE;
      case COMPLETE -> AppointmentEvent.Kind.COMPLETED;
      case CANCEL -> AppointmentEvent.Kind.CANCELLED;
      case MARK_NO_SHOW -> AppointmentEvent.Kind.NO_SHOW;
    };
  }

  private static AuditAction action(AppointmentStep step) {
    return switch (step) {
      case CONFIRM -> AuditAction.APPOINTMENT_CONFIRMED;
      case CHECK_IN -> AuditAction.APPOINTMENT_CHECKED_IN;
      case UNDO_CHECK_IN -> AuditAction.APPOINTMENT_CHECK_IN_UNDONE;
      case COMPLETE -> AuditAction.APPOINTMENT_COMPLETED;
      case CANCEL -> AuditAction.APPOINTMENT_CANCELLED;
      case MARK_NO_SHOW -> AuditAction.APPOINTMENT_NO_SHOW;
    };
  }
}
