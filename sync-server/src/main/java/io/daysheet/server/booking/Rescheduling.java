package io.daysheet.server.booking;

import io.daysheet.hospital.DoctorId;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.TransitionRules;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.schedule.AppointmentRow;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.Change.AppointmentMoved;
import io.daysheet.wire.RescheduleAppointment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Moves a visit that has not begun to another time, doctor or room. Onto its own slot nothing
/// happens, and nobody is told.
@Component
class Rescheduling {

  private final VisitLooks looks;
  private final Wishes wishes;
  private final Obstacles obstacles;
  private final RoomChoice rooms;
  private final AppointmentRows rows;
  private final VisitWrites writes;
  private final RequestHash hashes;

  Rescheduling(
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

  /// @throws RequestRefused with every violation
  StoredAnswer reschedule(
      AppointmentId id,
      RescheduleAppointment request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    StatedTimes.check("start", request.start());
    byte[] hash = hashes.of("POST /appointments/" + id + "/reschedule", request);
    return writes.carryOut(
        key,
        hash,
        time -> attempt(looks.at(id, seen, caller), request, key, hash, time),
        looks.told(id, AuditAction.APPOINTMENT_MOVED, caller));
  }

  private Attempt attempt(
      VisitLook look, RescheduleAppointment request, IdempotencyKey key, byte[] hash, int time) {
    Appointment visit = look.visit();
    DoctorId doctor = Objects.requireNonNullElse(request.doctorId(), visit.doctorId());
    look.sight().require(look.sight().sees(visit.hospitalId(), doctor, visit.patientId()));
    look.refuse(TransitionRules.movable(visit, look.now()).toList());
    if (isThere(visit, doctor, request)) {
      return new Attempt.Nothing(look.hospital(), visit);
    }
    Place place = wishes.of(look, doctor, request);
    List<Violation> refusals = refusals(look, place, request);
    if (!refusals.isEmpty()) {
      look.refuse(Stream.concat(refusals.stream(), inTheWay(look, place).stream()).toList());
    }
    RoomChoice.Found room = rooms.of(place.proposed(), visit, time > 0);
    Appointment moved =
        AppointmentRow.settled(visit.movedTo(doctor, place.proposed().during(), room.id()));
    return new Attempt.Write(
        look.hospital(),
        moved,
        answer ->
            room.isThere()
                ? rows.reschedule(look, place, moved, request.reason(), key.value(), hash, answer)
                : new CommandOutcome.Refused(),
        sequence ->
            new AppointmentMoved(
                sequence,
                look.now(),
                look.caller().account().name(),
                doctor.equals(visit.doctorId()) ? null : visit.doctorId(),
                moved),
        () -> looks.isStillSo(look) ? inTheWay(look, place) : List.of());
  }

  private static boolean isThere(
      Appointment visit, DoctorId doctor, RescheduleAppointment request) {
    return doctor.equals(visit.doctorId())
        && request.start().toInstant().equals(visit.start())
        && (request.roomId() == null || request.roomId().equals(visit.roomId()));
  }

  /// Inside the notice the staff give a reason, and patients can't.
  private static List<Violation> refusals(
      VisitLook look, Place place, RescheduleAppointment request) {
    boolean explained =
        !look.isPatients() && request.reason() != null && !request.reason().isBlank();
    return Stream.of(
            TextRules.check("reason", request.reason(), TextRules.REASON),
            explained
                ? Stream.<Violation>empty()
                : TransitionRules.notice(look.visit(), look.hospital(), look.now()),
            look.isPatients()
                ? BookingRules.selfService(place.proposed().type())
                : Stream.<Violation>empty(),
            BookingRules.checkMove(place.proposed(), look.visit(), look.now()).stream())
        .flatMap(violations -> violations)
        .toList();
  }

  private List<Violation> inTheWay(VisitLook look, Place place) {
    return obstacles.of(
        place.proposed(),
        look.visit().patientId(),
        new Own(look.visit().id(), place.hold(), look.caller().account().id()),
        look.seen(),
        look.now());
  }
}
