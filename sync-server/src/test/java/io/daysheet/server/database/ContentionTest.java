package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

class ContentionTest {

  private final AtomicInteger tries = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001"})
  void aCommandThatWasGivenUpIsTriedAgain(String state) {
    assertThat(Contention.retry(() -> failing(state, 3))).isEqualTo("done");
    assertThat(tries).hasValue(4);
  }

  @Test
  void itIsNotTriedForEver() {
    assertThatThrownBy(() -> Contention.retry(() -> failing("40P01", 100)))
        .isInstanceOf(DataAccessException.class);
    assertThat(tries).hasValue(5);
  }

  @Test
  void whatElseFailsIsNotTriedAgain() {
    assertThatThrownBy(() ->
            Contention.retry(() -> {
              tries.incrementAndGet();
              throw new DataIntegrityViolationException("", new SQLException("", "23P01"));
            }))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(tries).hasValue(1);
  }

  private String failing(String state, int times) {
    if (tries.incrementAndGet() <= times) {
      throw new CannotAcquireLockException("", new SQLException("", state));
    }
    return "done";
  }
}
