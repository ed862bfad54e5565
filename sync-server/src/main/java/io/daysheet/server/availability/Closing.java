package io.daysheet.server.availability;

import io.daysheet.identity.Right;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation.AvailabilityInUse;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.database.AfterCommit;
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
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.Change.AvailabilityRemoved;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes a doctor's time back, as long as nobody is booked inside.
@Component
public class Closing {

  private static final int TRIES = 4;
  private static final StoredAnswer REMOVED = new StoredAnswer(204, null, null, null);

  private final AvailabilityRows rows;
  private final Hospitals hospitals;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final CommittedChanges changes;
  private final Audit audit;
  private final InstantSource clock;

  Closing(
      AvailabilityRows rows,
      Hospitals hospitals,
      FirstAnswers answers,
      RequestHash hashes,
      CommittedChanges changes,
      Audit audit,
      InstantSource clock) {
    this.rows = rows;
    this.hospitals = hospitals;
    this.answers = answers;
    this.hashes = hashes;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /// Closes it, once a key.
  ///
  /// @throws RequestRefused if there is no such availability, it is another version by now, or
  ///   visits inside take time: all of them are told
  public StoredAnswer close(AvailabilityId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    byte[] hash = hashes.of("DELETE /availabilities/" + id, "");
    return answers.unlessRefused(
        key,
        hash,
        () -> decide(id, seen, caller, key, hash),
        _ ->
            audit.write(
                Who.of(caller),
                Deed.repeated(AuditAction.AVAILABILITY_REMOVED, id.value(), null, List.of())));
  }

  private StoredAnswer decide(
      AvailabilityId id, IfMatch seen, Caller caller, IdempotencyKey key, byte[] hash) {
    for (int left = TRIES; left > 0; left--) {
      Instant now = clock.instant();
      Sight sight = caller.sight(Right.ARRANGE_TIME);
      Availability availability = rows.find(id).orElseThrow(sight::missing);
      sight.require(sight.sees(availability));
      ZoneId zone = hospitals.find(availability.hospitalId()).orElseThrow().timeZone();
      if (seen.version() != availability.version()) {
        throw new RequestRefused(
            Problems.stale(seen.version(), availability.version(), availability), zone);
      }
      switch (rows.remove(availability, caller, now, key.value(), hash, REMOVED)) {
        case Written(long sequence) -> {
          AfterCommit.run(() ->
              changes.publish(
                  availability.hospitalId(),
                  new AvailabilityRemoved(
                      sequence, now, caller.account().name(), removed(availability))));
          return REMOVED;
        }
        case Repeated(StoredAnswer first) -> {
          return first;
        }
        case KeyReused _ -> throw RequestRefused.of(ProblemKind.KEY_REUSED);
        case Refused _ -> {
          List<Blocker> visits = inUseBy(availability, caller, now);
          if (!visits.isEmpty()) {
            throw new RequestRefused(
                Problems.refused(List.of(new AvailabilityInUse(id.value(), visits))), zone);
          }
        }
      }
    }
    throw RequestRefused.of(ProblemKind.UNAVAILABLE);
  }

  /// The visits inside; of those that the caller may not see, only when they are.
  private List<Blocker> inUseBy(Availability availability, Caller caller, Instant now) {
    boolean seen = caller.sightIfAny(Right.SEE_VISITS).sees(availability);
    return rows.inUseBy(availability.id(), now).stream()
        .map(visit -> seen ? visit : visit.anonymous())
        .toList();
  }

  /// Removing it is its last version: whoever hears of it twice or late keeps the later word.
  private static Availability removed(Availability last) {
    return new Availability(
        last.id(),
        last.hospitalId(),
        last.doctorId(),
        last.start(),
        last.end(),
        last.planId(),
        last.version() + 1);
  }
}
