package io.daysheet.desktop.records;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static io.daysheet.desktop.records.QuietPatients.TWIN;
import static io.daysheet.desktop.records.QuietPatients.ZOFIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.World;
import io.daysheet.desktop.demo.Hand;
import io.daysheet.wire.MergedPatient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Patients' records in a window, worked by keys.
class RecordsScreenIT {

  private final QuietPatients server = new QuietPatients();
  private final World world = new World(Instant.parse("2026-03-19T09:30:00Z"), new Random(1));
  private final RecordsViewModel records = new RecordsViewModel(server, world, world, Locale.UK);
  private Hand hand;

  @BeforeEach
  void open() throws Exception {
    hand =
        Hand.at(() -> {
          Parent root = RecordsScreen.load(records).root();
          records.start();
          return root;
        });
  }

  private void pause() {
    onScreen(() -> {
      world.run(Duration.ofSeconds(1));
      return true;
    });
  }

  private void search(String typed) {
    hand.focus("#search");
    hand.type(typed);
    pause();
    onScreen(() -> {
      server.find(null, ZOFIA, TWIN);
      return true;
    });
  }

  @Test
  void aPatientIsFoundOpenedAndLeftByKeys() {
    search("kow");
    hand.press(KeyCode.DOWN);
    assertThat(onScreen(() -> records.isOpen(ZOFIA))).isTrue();
    hand.press(KeyCode.ESCAPE);
    assertThat(onScreen(() -> records.openProperty().get() == null)).isTrue();
    hand.press(KeyCode.SLASH);

    assertThat(onScreen(() -> hand.find("#search").map(Node::isFocused))).contains(true);
  }

  @Test
  void aNewPatientWhoIsThereAlreadyIsShownAndUsed() {
    hand.focus("#create");
    hand.press(KeyCode.N);
    hand.focus("#family");
    hand.type("Kowalska");
    hand.focus("#given");
    hand.type("Zofia");
    hand.focus("#birth");
    hand.type("14.5.1987");
    pause();
    onScreen(() -> {
      server.likely(TWIN);
      return true;
    });
    hand.press(KeyCode.S, KeyCode.CONTROL);
    assertThat(server.registered).isEmpty();
    hand.press(".use-this");

    assertThat(onScreen(() -> records.isOpen(TWIN))).isTrue();
  }

  @Test
  void twoRecordsBecomeOneByKeys() {
    onScreen(() -> records.open(ZOFIA));
    hand.press("#merge");
    hand.focus("#merge-search");
    hand.type("kow");
    pause();
    onScreen(() -> {
      server.find(null, ZOFIA, TWIN);
      return true;
    });
    hand.press(KeyCode.DOWN);
    hand.press(KeyCode.ENTER);
    hand.press("#merge-go");
    onScreen(() -> {
      server.merge(new MergedPatient(ZOFIA, 2, List.of()));
      return true;
    });
    hand.press("#merge-open");

    assertThat(server.merged).containsExactly(TWIN.id() + " into " + ZOFIA.id());
    assertThat(onScreen(() -> Objects.requireNonNull(records.openProperty().get()).merge() == null))
        .isTrue();
  }
}
