package io.daysheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daysheet.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A session that the database ends while it is used, as it does with all when it shuts down.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseFailureIT {

  private static final String END_OURSELVES = "select pg_terminate_backend(pg_backend_pid())";

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void endedInAStatementIsUnavailable() {
    assertThat(DatabaseFailure.of(catchThrowable(this::endTheSession)))
        .isEqualTo(DatabaseFailure.UNAVAILABLE);
  }

  /// The pool closes a dead connection, so what fails last is the rollback, and its failure names
  /// no reason.
  @Test
  void endedInATransactionIsUnavailable(CapturedOutput output) {
    Throwable failure =
        catchThrowable(() -> transaction.executeWithoutResult(_ -> endTheSession()));
    assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.UNAVAILABLE);
    assertThat(output.getAll())
        .as("a failure's message may quote a row")
        .doesNotContain("overridden by rollback exception");
  }

  /// What was done in the session before failed for a reason of its own, and it ended only then.
  @Test
  void endedByTheRollbackIsUnavailable() {
    Throwable failure =
        catchThrowable(() ->
            transaction.executeWithoutResult(_ -> {
              assertThat(catchThrowable(this::endTheSession)).isNotNull();
              throw new IllegalStateException("something else");
            }));
    assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.UNAVAILABLE);
  }

  private void endTheSession() {
    jdbc.sql(END_OURSELVES).query(Boolean.class).single();
  }
}
