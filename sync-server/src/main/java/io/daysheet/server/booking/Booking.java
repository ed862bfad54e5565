package io.daysheet.server.booking;

import io.daysheet.identity.Right;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.idempotency.CommandOutcome;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.Change.AppointmentBooked;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Books a visit.
@Component
class Booking {

  private final Wishes wishes;
  private final Patients patients;
  private final Obstacles obstacles;
  private final RoomChoice rooms;
  private final AppointmentRows rows;
  private final VisitWrites writes;
  private final RequestHash hashes;
  private final Audit audit;
  private final InstantSource clock;

  Booking(
      Wishes wishes,
      Patients patients,
      Obstacles obstacles,
      RoomChoice rooms,
      AppointmentRows rows,
      VisitWrites writes,
      RequestHash hashes,
      Audit audit,
      InstantSource clock) {
    this.wishes = wishes;
    this.patients = patients;
    this.obstacles = obstacles;
    this.rooms = rooms;
    this.rows = rows;
    this.writes = writes;
    this.hashes = hashes;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws RequestRefused with every violation
  StoredAnswer book(BookAppointment request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.BOOK);
    sight.require(
        sight.sees(request.hospitalId(), request.doctorId(), request.patientId())
            // in an emergency one looks: by a visit the patient would stay the doctor's
            && patients.isSeen(request.patientId(), caller.sight(Right.SEE_PATIENTS).lasting()));
    byte[] hash = hashes.of("POST /appointments", request);
    return writes.carryOut(
        key,
        hash,
        time -> attempt(request, caller, sight, key, hash, time),
        _ ->
            audit.write(
                Who.of(caller),
                Deed.repeated(
                    AuditAction.APPOINTMENT_BOOKED,
                    null,
                    request.hospitalId(),
                    List.of(request.patientId()))));
  }

  private Attempt attempt(
      BookAppointment request,
      Caller caller,
      Sight sight,
      IdempotencyKey key,
      byte[] hash,
      int time) {
    Instant now = clock.instant();
    Wish wish = wishes.of(request);
    Sight seen = caller.sightIfAny(Right.SEE_VISITS);
    List<Violation> refusals = wish.refusals(sight, now);
    if (!refusals.isEmpty()) {
      List<Violation> all =
          Stream.concat(refusals.stream(), inTheWay(wish, caller, seen, now).stream()).toList();
      throw new RequestRefused(Problems.refused(all), wish.hospital().timeZone());
    }
    RoomChoice.Found room = rooms.of(wish.proposed(), null, time > 0);
    Appointment visit = wish.visit(room.id());
    return new Attempt.Write(
        wish.hospital(),
        visit,
        answer ->
            room.isThere()
                ? rows.book(wish, visit, caller, now, key.value(), hash, answer)
                : new CommandOutcome.Refused(),
        sequence -> new AppointmentBooked(sequence, now, caller.account().name(), visit),
        () -> inTheWay(wish, caller, seen, now));
  }

  private List<Violation> inTheWay(Wish wish, Caller caller, Sight seen, Instant now) {
    return obstacles.of(
        wish.proposed(),
        wish.patient().id(),
        new Own(null, wish.request().holdId(), caller.account().id()),
        seen,
        now);
  }
}
