package io.daysheet.server.idempotency;

import io.daysheet.server.database.Contention;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries a write out once per key, in one transaction with the record of its answer. For writes
/// that are no SQL function of their own, which do the same inside.
@Component
public class FirstAnswers {

  private record Known(boolean isSameRequest, StoredAnswer answer) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AnswerBodies bodies;
  private final InstantSource clock;

  FirstAnswers(
      JdbcClient jdbc, TransactionTemplate transaction, AnswerBodies bodies, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.bodies = bodies;
    this.clock = clock;
  }

  /// The first answer to the key, or that of `write`, which is rolled back if it throws, and called
  /// again if the database gave it up in favour of another.
  ///
  /// @param repeated is told before the first answer goes out again
  public StoredAnswer once(
      IdempotencyKey key,
      byte[] hash,
      Supplier<StoredAnswer> write,
      Consumer<StoredAnswer> repeated) {
    return once(key, Locks.NONE, hash, write, repeated);
  }

  /// The same for a write about somebody's time, while nobody else writes about it.
  public StoredAnswer once(
      IdempotencyKey key,
      Locks locks,
      byte[] hash,
      Supplier<StoredAnswer> write,
      Consumer<StoredAnswer> repeated) {
    return Contention.retry(
        () -> transaction.execute(_ -> knownOrWritten(key, locks, hash, write, repeated)));
  }

  private StoredAnswer knownOrWritten(
      IdempotencyKey key,
      Locks locks,
      byte[] hash,
      Supplier<StoredAnswer> write,
      Consumer<StoredAnswer> repeated) {
    String value = key.value();
    locks.take(jdbc, value);
    if (value == null) {
      return write.get();
    }
    Optional<Known> known = find(value, hash);
    if (known.isPresent()) {
      StoredAnswer first = answer(known.get());
      repeated.accept(first);
      return first;
    }
    StoredAnswer answer = write.get();
    store(value, hash, answer);
    return answer;
  }

  /// For commands of the schema, which look the key up themselves before they write: a retry that
  /// is refused before it comes to that, since time has passed, still gets its first answer. Not so
  /// if it is somebody's data, and has become forbidden meanwhile.
  ///
  /// @param repeated is told before the first answer goes out again
  public StoredAnswer unlessRefused(
      IdempotencyKey key,
      byte[] hash,
      Supplier<StoredAnswer> command,
      Consumer<StoredAnswer> repeated) {
    try {
      return command.get();
    } catch (RequestRefused refused) {
      StoredAnswer first = known(key, hash).orElseThrow(() -> refused);
      if (refused.problem().status() == 403 && first.body() != null) {
        throw refused;
      }
      repeated.accept(first);
      return first;
    }
  }

  private Optional<StoredAnswer> known(IdempotencyKey key, byte[] hash) {
    String value = key.value();
    return value == null ? Optional.empty() : find(value, hash).map(FirstAnswers::answer);
  }

  private static StoredAnswer answer(Known known) {
    if (!known.isSameRequest()) {
      throw RequestRefused.of(ProblemKind.KEY_REUSED);
    }
    return known.answer();
  }

  private Optional<Known> find(String key, byte[] hash) {
    return jdbc.sql("select outcome, status, body, etag, location from first_answer(?, ?)")
        .params(key, hash)
        .query((row, _) ->
            new Known(row.getString("outcome").equals("repeated"), bodies.read(key, row)))
        .optional();
  }

  private void store(String key, byte[] hash, StoredAnswer answer) {
    jdbc.sql(
            """
            insert into idempotency (key, request_hash, status, body, etag, location, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(key)
        .param(hash)
        .param(answer.status())
        .param(bodies.encrypt(key, answer))
        .param(answer.eTag())
        .param(answer.location())
        .param(SqlTime.of(clock.instant()))
        .update();
  }
}
