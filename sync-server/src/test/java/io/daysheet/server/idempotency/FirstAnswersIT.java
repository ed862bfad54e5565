package io.daysheet.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.web.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A write that loses to another on the way is made again, and made once.
@ServerTest
class FirstAnswersIT {

  private static final StoredAnswer DONE = new StoredAnswer(201, "{}", null, null);

  @Autowired FirstAnswers answers;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "a key")
  void twoThatLockEachOtherOutAreBothWritten(@Nullable String key) throws Exception {
    UUID first = doctor();
    UUID second = doctor();
    var bothHold = new CyclicBarrier(2);
    var tries = new AtomicInteger();
    try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
      var one =
          desks.submit(() -> once(key == null ? null : key + 1, first, second, bothHold, tries));
      var two =
          desks.submit(() -> once(key == null ? null : key + 2, second, first, bothHold, tries));
      assertThat(one.get()).isEqualTo(DONE);
      assertThat(two.get()).isEqualTo(DONE);
    }
    // who was given up may be back before the other has woken, and then they meet again
    assertThat(tries).as("one of them was given up").hasValueGreaterThanOrEqualTo(3);
    assertThat(version(first)).isEqualTo(3);
    assertThat(version(second)).isEqualTo(3);
  }

  @Test
  void whatIsRepeatedIsNotWrittenAgain() {
    UUID doctor = doctor();
    List<StoredAnswer> repeated = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      answers.once(
          new IdempotencyKey("again"),
          new byte[] {1},
          () -> {
            change(doctor);
            return DONE;
          },
          repeated::add);
    }
    assertThat(version(doctor)).isEqualTo(2);
    assertThat(repeated).containsExactly(DONE);
  }

  private StoredAnswer once(
      @Nullable String key, UUID first, UUID second, CyclicBarrier bothHold, AtomicInteger tries) {
    return answers.once(
        new IdempotencyKey(key),
        new byte[] {1},
        () -> {
          change(first);
          if (tries.incrementAndGet() <= 2) {
            await(bothHold);
          }
          change(second);
          return DONE;
        },
        _ -> {});
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    } catch (BrokenBarrierException broken) {
      throw new AssertionError(broken);
    }
  }

  private UUID doctor() {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into doctor (id, name) values (?, 'Dr. Test')").param(id).update();
    return id;
  }

  private void change(UUID doctor) {
    jdbc.sql("update doctor set version = version + 1 where id = ?").param(doctor).update();
  }

  private int version(UUID doctor) {
    return jdbc.sql("select version from doctor where id = ?")
        .param(doctor)
        .query(Integer.class)
        .single();
  }
}
