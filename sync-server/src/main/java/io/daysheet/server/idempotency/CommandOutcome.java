package io.daysheet.server.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a command that is a function of the schema ended.
public sealed interface CommandOutcome {

  /// The columns that such a function answers.
  String COLUMNS = "outcome, sequence, status, body, etag, location";

  /// It is committed, as this number of the hospital's stream.
  record Written(long sequence) implements CommandOutcome {}

  /// The key was there before, with this answer.
  record Repeated(StoredAnswer answer) implements CommandOutcome {}

  /// The key was there before, for another request.
  record KeyReused() implements CommandOutcome {}

  /// Nothing is written: what is in the schedule stands against it.
  record Refused() implements CommandOutcome {}

  /// Reads the row that such a function answers.
  ///
  /// @param key of the request
  static CommandOutcome of(ResultSet row, @Nullable String key, AnswerBodies bodies)
      throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "repeated" -> new Repeated(bodies.read(Objects.requireNonNull(key), row));
      case "key-reused" -> new KeyReused();
      case "refused", "in-use" -> new Refused();
      case "booked", "moved", "changed", "created", "removed", "placed" ->
          new Written(row.getLong("sequence"));
      default -> throw new IllegalStateException(outcome);
    };
  }
}
