package io.daysheet.server.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Repeats a command that the database gave up in favour of another (deadlock, serialisation).
/// Sorted locks make that rare; a few tries with growing random pauses make it invisible.
public final class Contention {

  private static final Set<String> GIVEN_UP = Set.of("40P01", "40001");
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

  private Contention() {}

  /// Runs a command that is a transaction of its own; the last failure is thrown on. One that is
  /// part of a transaction is not repeated: nothing goes on in that, and whoever began it repeats
  /// all of it.
  public static <T> T retry(Supplier<T> command) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return command.get();
    }
    for (int left = TRIES; ; left--) {
      try {
        return command.get();
      } catch (DataAccessException failed) {
        if (left == 1 || !wasGivenUp(failed)) {
          throw failed;
        }
        pause(TRIES - left);
      }
    }
  }

  private static boolean wasGivenUp(Throwable failed) {
    @Nullable Throwable each = failed;
    while (each != null) {
      if (each instanceof SQLException sql) {
        return GIVEN_UP.contains(sql.getSQLState());
      }
      each = each.getCause();
    }
    return false;
  }

  private static void pause(int failures) {
    long longest = FIRST_PAUSE.toNanos() << failures;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
  }
}
