package io.daysheet.server.timeoff;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.identity.Right;
import io.daysheet.rule.TimeOffRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.plan.Plans;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import io.daysheet.wire.KeepTimeOff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Enters, changes and removes time off, under the doctor's lock: no booking slips in meanwhile.
/// Visits stay; weekly plans fill what has become free soon.
@Component
class TimeOffWrites {

  private static final String PLACE = "/api/v1/time-off/";

  private final TimeOffRows rows;
  private final TimeOffNews news;
  private final Doctors doctors;
  private final TimeOffZone zones;
  private final Plans plans;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final Audit audit;
  private final JsonMapper json;
  private final InstantSource clock;

  TimeOffWrites(
      TimeOffRows rows,
      TimeOffNews news,
      Doctors doctors,
      TimeOffZone zones,
      Plans plans,
      FirstAnswers answers,
      RequestHash hashes,
      Audit audit,
      JsonMapper json,
      InstantSource clock) {
    this.rows = rows;
    this.news = news;
    this.doctors = doctors;
    this.zones = zones;
    this.plans = plans;
    this.answers = answers;
    this.hashes = hashes;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// @throws RequestRefused with every violation
  StoredAnswer create(KeepTimeOff request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.TAKE_TIME_OFF);
    Doctor doctor =
        doctors.find(request.doctorId()).orElseThrow(() -> RequestRefused.unknown("doctorId"));
    sight.require(sight.sees(doctor));
    refuse(
        Stream.of(check(request.id() == null, "id"), check(request.version() == null, "version"))
            .flatMap(violations -> violations)
            .toList(),
        doctor.id());
    return answers.once(
        key,
        Locks.of(doctor.id()),
        hashes.of("POST /time-off", request),
        () -> insert(stated(request, new TimeOffId(UUID.randomUUID()), 1), caller),
        first ->
            audit.write(
                Who.of(caller),
                Deed.repeated(AuditAction.TIME_OFF_CREATED, made(first), null, List.of())));
  }

  private StoredAnswer insert(TimeOff off, Caller caller) {
    rows.insert(off, caller.account().name());
    wrote(AuditAction.TIME_OFF_CREATED, off, caller);
    news.tell(off, false, off.during(), caller.account().name(), clock.instant());
    return answer(201, off, PLACE + off.id());
  }

  private static UUID made(StoredAnswer first) {
    return UUID.fromString(Objects.requireNonNull(first.location()).substring(PLACE.length()));
  }

  StoredAnswer change(
      TimeOffId id, KeepTimeOff request, IfMatch seen, Caller caller, IdempotencyKey key) {
    return write(
        id,
        seen,
        caller,
        key,
        hashes.of("PUT /time-off/" + id + " " + seen.version(), request),
        AuditAction.TIME_OFF_CHANGED,
        before -> {
          refuse(addressed(request, before), before.doctorId());
          TimeOff after = stated(request, id, before.version() + 1);
          rows.update(after);
          plans.publishSoon(after.doctorId());
          wrote(AuditAction.TIME_OFF_CHANGED, after, caller);
          tell(after, false, before.during(), caller);
          return answer(200, after, null);
        });
  }

  private static List<Violation> addressed(KeepTimeOff request, TimeOff before) {
    return Stream.of(
            check(request.id() == null || request.id().equals(before.id()), "id"),
            check(request.doctorId().equals(before.doctorId()), "doctorId"),
            check(request.version() == null || request.version() == before.version(), "version"))
        .flatMap(violations -> violations)
        .toList();
  }

  StoredAnswer remove(TimeOffId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return write(
        id,
        seen,
        caller,
        key,
        hashes.of("DELETE /time-off/" + id + " " + seen.version(), ""),
        AuditAction.TIME_OFF_REMOVED,
        before -> {
          rows.delete(before);
          plans.publishSoon(before.doctorId());
          wrote(AuditAction.TIME_OFF_REMOVED, before, caller);
          tell(gone(before), true, before.during(), caller);
          return new StoredAnswer(204, null, null, null);
        });
  }

  /// Removing it is its last version.
  private static TimeOff gone(TimeOff last) {
    return new TimeOff(
        last.id(), last.doctorId(), last.start(), last.end(), last.reason(), last.version() + 1);
  }

  private StoredAnswer write(
      TimeOffId id,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key,
      byte[] hash,
      AuditAction action,
      Function<TimeOff, StoredAnswer> deed) {
    return answers.unlessRefused(
        key,
        hash,
        () -> {
          Sight sight = caller.sight(Right.TAKE_TIME_OFF);
          TimeOff known = rows.find(id).orElseThrow(sight::missing);
          sight.require(sight.sees(doctors.find(known.doctorId()).orElseThrow()));
          return answers.once(
              key,
              Locks.of(known.doctorId()),
              hash,
              () -> {
                TimeOff off = rows.find(id).orElseThrow(sight::missing);
                if (off.version() != seen.version()) {
                  throw new RequestRefused(
                      Problems.stale(seen.version(), off.version(), off), zones.of(off.doctorId()));
                }
                return deed.apply(off);
              },
              _ -> repeated(action, id, caller));
        },
        _ -> repeated(action, id, caller));
  }

  private void repeated(AuditAction action, TimeOffId id, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, id.value(), null, List.of()));
  }

  private void wrote(AuditAction action, TimeOff off, Caller caller) {
    audit.write(Who.of(caller), Deed.done(action, off.id().value()));
  }

  private void tell(TimeOff off, boolean removed, TimeRange before, Caller caller) {
    news.tell(off, removed, before, caller.account().name(), clock.instant());
  }

  private TimeOff stated(KeepTimeOff request, TimeOffId id, int version) {
    StatedTimes.check("start", request.start());
    StatedTimes.check("end", request.end());
    Instant now = clock.instant();
    refuse(TimeOffRules.check(request.from(), request.until(), now), request.doctorId());
    return request.timeOff(id, version);
  }

  private void refuse(List<Violation> violations, DoctorId doctor) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations), zones.of(doctor));
    }
  }

  private static Stream<Violation> check(boolean isSo, String field) {
    return isSo ? Stream.empty() : Stream.of(new InvalidValue(field, Expected.AS_ADDRESSED));
  }

  private StoredAnswer answer(int status, TimeOff off, @Nullable String location) {
    return new StoredAnswer(
        status,
        json.writeValueAsString(new InZone<>(zones.of(off.doctorId()), off)),
        Answers.eTag(off.version()),
        location);
  }
}
