package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefreshTest {

  private final World world = new World(Clinic.at(8), new Random(1));
  private int reloads;
  private final Refresh refresh = new Refresh(world, new Random(1), () -> reloads++);

  @Test
  void severalReasonsAreOneReloadWithinTwoSeconds() {
    refresh.ask();
    refresh.ask();
    assertThat(reloads).isZero();
    world.run(Duration.ofSeconds(2));
    assertThat(reloads).isEqualTo(1);

    refresh.ask();
    world.run(Duration.ofSeconds(2));
    assertThat(reloads).isEqualTo(2);
  }

  @Test
  void whatIsDoneAlreadyIsNotDoneAgain() {
    refresh.ask();
    refresh.cancel();
    world.run(Duration.ofSeconds(5));
    assertThat(reloads).isZero();
  }
}
