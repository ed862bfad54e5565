package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.wire.PlaceHold;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldTimeTest {

  private static final Duration WHOLE = Duration.ofMinutes(5);

  private final QuietDesk desk =
      new QuietDesk(List.of(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)), List.of());
  private final SlotKeeper keeper =
      new SlotKeeper(desk.board, desk.server, desk.world, desk.world, new Random(1));
  private final HeldTime held = new HeldTime(keeper, desk.world, WHOLE);

  private void keep() {
    OffsetDateTime start = Clinic.at(13).atZone(Clinic.ZONE).toOffsetDateTime();
    keeper.keep(new PlaceHold(Clinic.ID, Clinic.LINDQVIST.id(), start, "FOLLOW_UP"));
    held.tick();
  }

  @Test
  void theTimeRunsOutBySeconds() {
    desk.server.heldUntil = desk.world.instant().plus(WHOLE);
    keep();
    assertThat(held.leftProperty().get()).contains(new HeldTime.Left("Held, 5:00 left", 1));
    desk.world.run(Duration.ofSeconds(75));
    held.tick();

    assertThat(held.leftProperty().get()).contains(new HeldTime.Left("Held, 3:45 left", 0.75));
  }

  @Test
  void nothingIsToldOfASlotThatIsNotKept() {
    assertThat(held.leftProperty().get()).as("before it is asked for").isEmpty();
    desk.server.holdsBack = true;
    keep();
    assertThat(held.leftProperty().get()).as("before the answer").isEmpty();
    QuietHospital.Asked<PlaceHold, ?> asked = desk.server.holds.getFirst();
    assertThat(asked.command().type()).isEqualTo("FOLLOW_UP");
    desk.server
        .holds
        .getFirst()
        .answer()
        .accept(new Outcome.Refused<>(409, "too-many-holds", List.of()));
    held.tick();

    assertThat(held.leftProperty().get()).as("refused").isEmpty();
  }

  @Test
  void whatIsOverIsNotCountedBelowZero() {
    desk.server.heldUntil = desk.world.instant().plusSeconds(5);
    keep();
    desk.world.run(Duration.ofSeconds(5));
    held.tick();

    assertThat(held.leftProperty().get()).isEmpty();
  }
}
