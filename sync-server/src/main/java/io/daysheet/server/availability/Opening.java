package io.daysheet.server.availability;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.rule.AvailabilityRules;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.ProposedAvailability;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Blocked;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.availability.AvailabilityRows.Stored;
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
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.Change.AvailabilityCreated;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.InZone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Opens a doctor's time at a hospital.
@Component
class Opening {

  private static final int TRIES = 4;

  /// Longer than any stay in a hospital without going home; beyond it the rules would count days
  /// for nothing.
  static final Duration LONGEST = Duration.ofDays(31);

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final AvailabilityRows rows;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final CommittedChanges changes;
  private final Audit audit;
  private final JsonMapper json;
  private final InstantSource clock;

  Opening(
      Hospitals hospitals,
      Doctors doctors,
      AvailabilityRows rows,
      FirstAnswers answers,
      RequestHash hashes,
      CommittedChanges changes,
      Audit audit,
      JsonMapper json,
      InstantSource clock) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.rows = rows;
    this.answers = answers;
    this.hashes = hashes;
    this.changes = changes;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// @throws RequestRefused with every violation
  StoredAnswer open(CreateAvailability request, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.OPEN_TIME);
    sight.require(sight.sees(request.hospitalId(), request.doctorId()));
    byte[] hash = hashes.of("POST /availabilities", request);
    return answers.unlessRefused(
        key,
        hash,
        () -> decide(request, caller, key, hash),
        _ ->
            audit.write(
                Who.of(caller),
                Deed.repeated(
                    AuditAction.AVAILABILITY_CREATED, null, request.hospitalId(), List.of())));
  }

  private StoredAnswer decide(
      CreateAvailability request, Caller caller, IdempotencyKey key, byte[] hash) {
    for (int left = TRIES; left > 0; left--) {
      Instant now = clock.instant();
      ProposedAvailability wish = wish(request);
      if (!AvailabilityRules.check(wish, List.of(), now).isEmpty()) {
        throw refused(wish, explain(wish, caller, now));
      }
      Availability availability = availability(wish);
      StoredAnswer answer = created(wish, availability);
      switch (rows.create(availability, caller, now, key.value(), hash, answer)) {
        case Written(long sequence) -> {
          changes.publish(
              availability.hospitalId(),
              new AvailabilityCreated(sequence, now, caller.account().name(), availability));
          return answer;
        }
        case Repeated(StoredAnswer first) -> {
          return first;
        }
        case KeyReused _ -> throw RequestRefused.of(ProblemKind.KEY_REUSED);
        case Refused _ -> {
          List<Violation> found = explain(wish, caller, now);
          if (!found.isEmpty()) {
            throw refused(wish, found);
          }
          // what was in the way is gone, or another node changed what is kept in memory here
          hospitals.refresh();
          doctors.refresh();
        }
      }
    }
    throw RequestRefused.of(ProblemKind.UNAVAILABLE);
  }

  private ProposedAvailability wish(CreateAvailability request) {
    StatedTimes.check("start", request.start());
    StatedTimes.check("end", request.end());
    Optional<Hospital> hospital = hospitals.find(request.hospitalId());
    Optional<Doctor> doctor = doctors.find(request.doctorId());
    boolean tooLong = Duration.between(request.start(), request.end()).compareTo(LONGEST) > 0;
    if (hospital.isEmpty() || doctor.isEmpty() || tooLong) {
      throw new RequestRefused(
          Problems.refused(
              Stream.of(
                      invalid(hospital.isEmpty(), "hospitalId", Expected.EXISTING_ID),
                      invalid(doctor.isEmpty(), "doctorId", Expected.EXISTING_ID),
                      invalid(tooLong, "end", Expected.TIME_WITH_OFFSET))
                  .flatMap(violations -> violations)
                  .toList()));
    }
    return new ProposedAvailability(
        hospital.get(),
        doctor.get(),
        StatedTime.of(request.start(), hospital.get().timeZone()),
        StatedTime.of(request.end(), hospital.get().timeZone()));
  }

  private static Stream<Violation> invalid(boolean refuse, String field, Expected expected) {
    return refuse ? Stream.of(new InvalidValue(field, expected)) : Stream.empty();
  }

  private List<Violation> explain(ProposedAvailability wish, Caller caller, Instant now) {
    Sight seen = caller.sightIfAny(Right.SEE_DAY);
    List<Stored> existing =
        wish.start().isBefore(wish.end())
            ? rows.overlapping(wish.doctor().id(), new TimeRange(wish.start(), wish.end()))
            : List.of();
    return AvailabilityRules.check(wish, existing.stream().map(Stored::availability).toList(), now)
        .stream()
        .map(violation -> named(violation, existing, seen))
        .toList();
  }

  /// With who made it; of a doctor's time that the caller may not see, only when it is.
  private static Violation named(Violation violation, List<Stored> existing, Sight seen) {
    if (!(violation instanceof Blocked blocked)) {
      return violation;
    }
    Blocker blocker = blocked.blocker();
    return existing.stream()
        .filter(each -> each.availability().id().value().equals(blocker.id()))
        .findFirst()
        .<Violation>map(each ->
            blocked.withBlocker(
                seen.sees(each.availability()) ? blocker.by(each.by()) : blocker.anonymous()))
        .orElse(blocked);
  }

  private static Availability availability(ProposedAvailability wish) {
    return new Availability(
        new AvailabilityId(UUID.randomUUID()),
        wish.hospital().id(),
        wish.doctor().id(),
        wish.start(),
        wish.end(),
        null,
        1);
  }

  private StoredAnswer created(ProposedAvailability wish, Availability availability) {
    return new StoredAnswer(
        201,
        json.writeValueAsString(new InZone<>(wish.hospital().timeZone(), availability)),
        Answers.eTag(availability.version()),
        "/api/v1/availabilities/" + availability.id());
  }

  private static RequestRefused refused(ProposedAvailability wish, List<Violation> violations) {
    return new RequestRefused(Problems.refused(violations), wish.hospital().timeZone());
  }
}
