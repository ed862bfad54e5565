package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;

/// How the database says no.
final class Refusals {

  private Refusals() {}

  static void assertRefused(String state, String constraint, ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            PSQLException.class,
            refused -> {
              assertThat(
                      List.of("23503", "23001").contains(refused.getSQLState())
                          ? "23503"
                          : refused.getSQLState())
                  .isEqualTo(state);
              assertThat(refused.getServerErrorMessage().getConstraint()).isEqualTo(constraint);
            });
  }
}
