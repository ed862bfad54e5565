package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.identity.AccountId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.crypto.UnreadableRecord;
import io.daysheet.server.identity.PinOutcome.FullSignInNeeded;
import io.daysheet.server.identity.PinOutcome.Unlocked;
import io.daysheet.server.identity.PinOutcome.Wrong;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@RecordApplicationEvents
class PinsIT {

  private static final String PIN = "481516";

  @Autowired Pins pins;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;
  private AccountId anna;

  @BeforeEach
  void somebody() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into account (id, login, name, roles, created_at)
            values (?, ?, 'Anna', '{RECEPTIONIST}', now())
            """)
        .params(id, "anna" + id)
        .update();
    anna = new AccountId(id);
    assertThat(pins.set(anna, PIN, () -> {})).isEmpty();
  }

  @Test
  void fiveWrongOnesEndTheSignInAtThatDeskAndNoOther() {
    for (int left = 4; left > 0; left--) {
      assertThat(pins.verify(anna, "desk 1", "907356")).isEqualTo(new Wrong(left));
    }
    assertThat(events.stream(PinTriesSpent.class)).isEmpty();
    assertThat(pins.verify(anna, "desk 1", "907356")).isEqualTo(new FullSignInNeeded());
    assertThat(events.stream(PinTriesSpent.class))
        .containsExactly(new PinTriesSpent(anna, "desk 1"));
    assertThat(pins.verify(anna, "desk 1", PIN)).isEqualTo(new FullSignInNeeded());

    assertThat(pins.verify(anna, "desk 2", PIN)).isEqualTo(new Unlocked());
    assertThat(pins.set(anna, "907356", () -> {})).isEmpty();
    assertThat(pins.verify(anna, "desk 1", "907356"))
        .as("another PIN begins nothing anew")
        .isEqualTo(new FullSignInNeeded());
  }

  @Test
  void theRightOneForgetsTheWrongOnes() {
    for (int i = 0; i < 3; i++) {
      assertThat(pins.verify(anna, "desk", "907356")).isEqualTo(new Wrong(4));
      assertThat(pins.verify(anna, "desk", "907357")).isEqualTo(new Wrong(3));
      assertThat(pins.verify(anna, "desk", PIN)).isEqualTo(new Unlocked());
    }
  }

  @Test
  void fiftyAtOnceAreFive() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Stream<Callable<PinOutcome>> tries =
          IntStream.range(0, 50).mapToObj(i -> () -> pins.verify(anna, "desk", "9073" + (10 + i)));
      List<PinOutcome> outcomes =
          threads.invokeAll(tries.toList()).stream().map(Future::resultNow).toList();
      assertThat(outcomes.stream().filter(Wrong.class::isInstance)).hasSize(4);
    }
    assertThat(pins.verify(anna, "desk", PIN)).isEqualTo(new FullSignInNeeded());
  }

  @Test
  void inTheDatabaseNotEvenTheHashIsToBeSeen() {
    byte[] stored =
        jdbc.sql("select hash from pin where account_id = ?")
            .param(anna.value())
            .query((row, _) -> row.getBytes(1))
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("argon2");
    AccountId other = anna;
    somebody();
    jdbc.sql(
            """
            update pin set hash = (select hash from pin where account_id = ?) where account_id = ?
            """)
        .params(other.value(), anna.value())
        .update();
    assertThatThrownBy(() -> pins.verify(anna, "desk", PIN)).isInstanceOf(UnreadableRecord.class);
    jdbc.sql("delete from pin").update();
  }

  @Test
  void withoutAPinOnlyTheFullSignInHelps() {
    pins.remove(anna);
    assertThat(pins.has(anna)).isFalse();
    assertThat(pins.verify(anna, "desk", PIN)).isEqualTo(new FullSignInNeeded());
  }
}
