package io.daysheet.server.hold;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.identity.Role;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.HoldRules;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.TooManyHolds;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.booking.Obstacles;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.CommandOutcome.KeyReused;
import io.daysheet.server.idempotency.CommandOutcome.Refused;
import io.daysheet.server.idempotency.CommandOutcome.Repeated;
import io.daysheet.server.idempotency.CommandOutcome.Written;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.time.StatedTime;
import io.daysheet.wire.Change.HoldPlaced;
import io.daysheet.wire.InZone;
import io.daysheet.wire.PlaceHold;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a slot for somebody who fills in a form.
@Component
class Holding {

  /// Somebody else may free the time between the refusal and the look at what was in the way.
  private static final int TRIES = 4;

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final Obstacles obstacles;
  private final HoldRows rows;
  private final HoldSettings settings;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final CommittedChanges changes;
  private final JsonMapper json;
  private final InstantSource clock;

  Holding(
      Hospitals hospitals,
      Doctors doctors,
      Obstacles obstacles,
      HoldRows rows,
      HoldSettings settings,
      FirstAnswers answers,
      RequestHash hashes,
      CommittedChanges changes,
      JsonMapper json,
      InstantSource clock) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.obstacles = obstacles;
    this.rows = rows;
    this.settings = settings;
    this.answers = answers;
    this.hashes = hashes;
    this.changes = changes;
    this.json = json;
    this.clock = clock;
  }

  /// @throws RequestRefused with every violation
  StoredAnswer place(PlaceHold request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.BOOK);
    sight.require(isPatients(sight) || sight.sees(request.hospitalId(), request.doctorId()));
    byte[] hash = hashes.of("POST /holds", request);
    return answers.unlessRefused(
        key, hash, () -> decide(request, caller, sight, key, hash), _ -> {});
  }

  private StoredAnswer decide(
      PlaceHold request, Caller caller, Sight sight, IdempotencyKey key, byte[] hash) {
    for (int left = TRIES; left > 0; left--) {
      // as the database keeps it
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      ProposedBooking wish = wish(request);
      List<Violation> refusals = refusals(wish, sight, now);
      if (!refusals.isEmpty()) {
        throw refused(
            wish, Stream.concat(refusals.stream(), inTheWay(wish, caller, now).stream()).toList());
      }
      Hold hold = hold(wish, caller, sight, now);
      StoredAnswer answer = answer(wish.hospital(), hold);
      switch (rows.place(
          hold, wish, caller.account().id(), limit(caller), now, key.value(), hash, answer)) {
        case Written(long sequence) -> {
          changes.publish(
              hold.hospitalId(), new HoldPlaced(sequence, now, HoldRows.by(hold), hold));
          return answer;
        }
        case Repeated(StoredAnswer first) -> {
          return first;
        }
        case KeyReused _ -> throw RequestRefused.of(ProblemKind.KEY_REUSED);
        case Refused _ -> {
          List<Violation> found = inTheWay(wish, caller, now);
          if (!found.isEmpty()) {
            throw refused(wish, found);
          }
          // gone by now, or what this node remembered was not true any more
          hospitals.refresh();
          doctors.refresh();
        }
      }
    }
    throw RequestRefused.of(ProblemKind.UNAVAILABLE);
  }

  private ProposedBooking wish(PlaceHold request) {
    StatedTimes.check("start", request.start());
    Optional<Hospital> hospital = hospitals.find(request.hospitalId());
    Optional<Doctor> doctor = doctors.find(request.doctorId());
    Optional<AppointmentType> type = hospital.flatMap(h -> h.policy().type(request.type()));
    if (hospital.isEmpty() || doctor.isEmpty() || type.isEmpty()) {
      throw new RequestRefused(
          Problems.refused(
              Stream.of(
                      unknown(hospital, "hospitalId", Expected.EXISTING_ID),
                      unknown(doctor, "doctorId", Expected.EXISTING_ID),
                      hospital.isEmpty()
                          ? Stream.<Violation>empty()
                          : unknown(type, "type", Expected.KNOWN_WORD))
                  .flatMap(violations -> violations)
                  .toList()));
    }
    StatedTime start = StatedTime.of(request.start(), hospital.get().timeZone());
    return ProposedBooking.of(hospital.get(), doctor.get(), null, start, type.get());
  }

  private static Stream<Violation> unknown(Optional<?> found, String field, Expected expected) {
    return found.isPresent() ? Stream.empty() : Stream.of(new InvalidValue(field, expected));
  }

  private static List<Violation> refusals(ProposedBooking wish, Sight sight, Instant now) {
    return Stream.concat(
            isPatients(sight) ? BookingRules.selfService(wish.type()) : Stream.<Violation>empty(),
            BookingRules.checkRequest(wish, now).stream())
        .toList();
  }

  private List<Violation> inTheWay(ProposedBooking wish, Caller caller, Instant now) {
    int limit = limit(caller);
    return Stream.concat(
            obstacles.ofHold(wish, caller.sightIfAny(Right.SEE_VISITS), now).stream(),
            rows.count(caller.account().id(), now) < limit
                ? Stream.<Violation>empty()
                : Stream.of(new TooManyHolds(limit)))
        .toList();
  }

  private int limit(Caller caller) {
    if (caller.account().roles().contains(Role.INTEGRATION)) {
      return settings.program();
    }
    return isPatients(caller.sight(Right.BOOK)) ? settings.patient() : settings.person();
  }

  private static boolean isPatients(Sight sight) {
    return sight.onlyPatient() != null;
  }

  /// That a patient holds it is told, and not which one.
  private static Hold hold(ProposedBooking wish, Caller caller, Sight sight, Instant now) {
    return new Hold(
        new HoldId(UUID.randomUUID()),
        wish.hospital().id(),
        wish.doctor().id(),
        wish.during().start(),
        wish.during().end(),
        HoldRules.until(wish.hospital().policy(), wish.start(), now, now),
        isPatients(sight) ? "" : caller.account().name());
  }

  private StoredAnswer answer(Hospital hospital, Hold hold) {
    return new StoredAnswer(
        201,
        json.writeValueAsString(new InZone<>(hospital.timeZone(), hold)),
        null,
        "/api/v1/holds/" + hold.id());
  }

  private static RequestRefused refused(ProposedBooking wish, List<Violation> violations) {
    return new RequestRefused(Problems.refused(violations), wish.hospital().timeZone());
  }
}
