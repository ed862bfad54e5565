package io.daysheet.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdleWatchTest {

  private Instant now = Instant.parse("2026-03-19T09:00:00Z");
  private final IdleWatch idle = new IdleWatch(() -> now, Duration.ofMinutes(15));

  @Test
  void itIsOverAfterAsLongAsNobodyTouchesTheDesk() {
    now = now.plusSeconds(899);
    assertThat(idle.isOver()).isFalse();
    now = now.plusSeconds(1);
    assertThat(idle.isOver()).isTrue();
  }

  @Test
  void eachTouchBeginsAnew() {
    now = now.plusSeconds(899);
    idle.touched();
    now = now.plusSeconds(899);

    assertThat(idle.isOver()).isFalse();
  }
}
