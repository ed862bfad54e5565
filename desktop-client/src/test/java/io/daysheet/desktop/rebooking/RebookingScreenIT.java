package io.daysheet.desktop.rebooking;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static io.daysheet.desktop.rebooking.QuietRebooking.START;
import static io.daysheet.desktop.rebooking.QuietRebooking.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.demo.Hand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The visits that need attention in a window, put in order by keys.
class RebookingScreenIT {

  private final QuietRebooking server = new QuietRebooking();
  private final RebookingViewModel rebooking =
      new RebookingViewModel(server, () -> Instant.parse("2026-03-19T09:30:00Z"), _ -> true);

  @Test
  void aVisitIsMovedByOneKeyAndTheNextIsOpened() throws Exception {
    server.needing = List.of(visit(1, "Kowalska", "on-time-off"), visit(2, "Nowak", "off-grid"));
    server.free.put(
        Clinic.LINDQVIST.id(),
        List.of(START.plus(Duration.ofDays(1)), START.plus(Duration.ofDays(2))));
    Hand hand =
        Hand.at(() -> {
          Parent root = RebookingScreen.load(rebooking).root();
          rebooking.start();
          return root;
        });
    hand.focus("#table");
    hand.press(KeyCode.DOWN);
    var first = onScreen(() -> rebooking.openProperty().get().visit());
    hand.press(KeyCode.DIGIT2, KeyCode.ALT);
    assertThat(server.moved)
        .extracting(command -> command.start().toInstant())
        .containsExactly(START.plus(Duration.ofDays(2)));
    onScreen(() -> {
      server.done(first);
      return true;
    });
    assertThat(onScreen(() -> rebooking.visits().size())).isEqualTo(1);
    var next = onScreen(() -> rebooking.openProperty().get().visit());
    assertThat(next).isNotEqualTo(first);
    hand.focus("#reason");
    hand.press(KeyCode.DIGIT1, KeyCode.ALT);
    assertThat(server.moved).hasSize(2);
    onScreen(() -> {
      server.stale(next);
      return true;
    });
    assertThat(hand.focused()).as("the keys go on in the list").isEqualTo("table");
    hand.press(KeyCode.ESCAPE);

    assertThat(onScreen(() -> rebooking.openProperty().get() == null)).isTrue();
  }
}
