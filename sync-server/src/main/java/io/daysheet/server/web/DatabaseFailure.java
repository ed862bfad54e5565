package io.daysheet.server.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

/// What a failure of the database means for the one who asked.
enum DatabaseFailure {
  /// It can't be reached, is shutting down, or is too busy even after the retries: nothing is
  /// written.
  UNAVAILABLE,
  /// A text holds a character that PostgreSQL can't store.
  UNSTORABLE,
  /// Anything else.
  OTHER;

  private static final Set<String> GONE_OR_BUSY =
      Set.of("57P01", "57P02", "57P03", "57P05", "57014", "53300", "40001", "40P01", "55P03");
  private static final Set<String> BAD_CHARACTER = Set.of("22021", "22P05");

  /// A transaction that can't even be rolled back ended with its session: the pool closes a broken
  /// connection at once, and what a closed one says has no state.
  static DatabaseFailure of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLTransientConnectionException
          || each instanceof CannotGetJdbcConnectionException
          || each instanceof TransactionSystemException) {
        return UNAVAILABLE;
      }
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        if (state.startsWith("08") || GONE_OR_BUSY.contains(state)) {
          return UNAVAILABLE;
        }
        if (BAD_CHARACTER.contains(state)) {
          return UNSTORABLE;
        }
      }
    }
    return OTHER;
  }
}
