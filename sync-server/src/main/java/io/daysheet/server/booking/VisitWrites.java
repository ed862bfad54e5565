package io.daysheet.server.booking;

import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.idempotency.CommandOutcome.KeyReused;
import io.daysheet.server.idempotency.CommandOutcome.Refused;
import io.daysheet.server.idempotency.CommandOutcome.Repeated;
import io.daysheet.server.idempotency.CommandOutcome.Written;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.InZone;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What every write about a visit has in common: it is decided from memory, the database writes it
/// or refuses in one round trip, and only if it refuses are the facts loaded, so that everything
/// that stands in the way is told at once.
@Component
class VisitWrites {

  /// Somebody else may free the time, or take another room, between the refusal and the look at
  /// what was in the way.
  private static final int TRIES = 8;

  private final Wishes wishes;
  private final FirstAnswers answers;
  private final CommittedChanges changes;
  private final JsonMapper json;

  VisitWrites(Wishes wishes, FirstAnswers answers, CommittedChanges changes, JsonMapper json) {
    this.wishes = wishes;
    this.answers = answers;
    this.changes = changes;
    this.json = json;
  }

  /// Carries a request out, once a key.
  ///
  /// @param attempt decides anew each time, counted from 0
  /// @param told writes into the audit that an answer goes out for which nothing was written:
  ///   `true` if it is the first one again
  /// @throws RequestRefused with every violation
  StoredAnswer carryOut(
      IdempotencyKey key, byte[] hash, IntFunction<Attempt> attempt, AnsweredOnly told) {
    return answers.unlessRefused(
        key, hash, () -> decide(key, hash, attempt, told), _ -> told.write(true));
  }

  /// Tells the audit of an answer for which nothing was written.
  @FunctionalInterface
  interface AnsweredOnly {
    void write(boolean isRepeated);
  }

  private StoredAnswer decide(
      IdempotencyKey key, byte[] hash, IntFunction<Attempt> attempt, AnsweredOnly told) {
    for (int i = 0; i < TRIES; i++) {
      switch (attempt.apply(i)) {
        case Attempt.Nothing(var hospital, var visit) -> {
          return unchanged(key, hash, answer(hospital.timeZone(), visit, false), told);
        }
        case Attempt.Write write -> {
          StoredAnswer answer =
              answer(write.hospital().timeZone(), write.after(), write.after().version() == 1);
          switch (write.command().apply(answer)) {
            case Written(long sequence) -> {
              AfterCommit.run(
                  () -> changes.publish(write.hospital().id(), write.change().apply(sequence)));
              return answer;
            }
            case Repeated(StoredAnswer first) -> {
              return first;
            }
            case KeyReused _ -> throw RequestRefused.of(ProblemKind.KEY_REUSED);
            case Refused _ -> explain(write);
          }
        }
      }
    }
    throw RequestRefused.of(ProblemKind.UNAVAILABLE);
  }

  private void explain(Attempt.Write write) {
    List<Violation> found = write.inTheWay().get();
    if (!found.isEmpty()) {
      throw new RequestRefused(Problems.refused(found), write.hospital().timeZone());
    }
    // gone by now, or what this node remembered was not true any more
    wishes.refresh();
  }

  private StoredAnswer unchanged(
      IdempotencyKey key, byte[] hash, StoredAnswer answer, AnsweredOnly told) {
    return answers.once(
        key,
        hash,
        () -> {
          told.write(false);
          return answer;
        },
        _ -> told.write(true));
  }

  private StoredAnswer answer(ZoneId zone, Appointment visit, boolean isNew) {
    return new StoredAnswer(
        isNew ? 201 : 200,
        json.writeValueAsString(new InZone<>(zone, visit)),
        Answers.eTag(visit.version()),
        isNew ? "/api/v1/appointments/" + visit.id() : null);
  }
}
