package io.daysheet.desktop.rebooking;

import static io.daysheet.desktop.rebooking.QuietRebooking.START;
import static io.daysheet.desktop.rebooking.QuietRebooking.visit;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the visits that need attention in each theme.
class RebookingPicturesIT {

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void rebooking(Theme theme) throws Exception {
    take("rebooking", theme, (rebooking, _) -> rebooking.open(rebooking.visits().getFirst()));
    take(
        "rebooking-done",
        theme,
        (rebooking, server) -> {
          rebooking.open(rebooking.visits().getFirst());
          for (int i = 1; i <= 3; i++) {
            Objects.requireNonNull(rebooking.openProperty().get()).cancel();
            server.done(visit(i, "Kowalska"));
          }
        });
    take(
        "rebooking-empty",
        theme,
        (rebooking, server) -> {
          server.needing = List.of();
          rebooking.load();
        });
  }

  @FunctionalInterface
  private interface Story {
    void play(RebookingViewModel rebooking, QuietRebooking server);
  }

  private static void take(String name, Theme theme, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, () -> screen(story));
  }

  private static Parent screen(Story story) {
    var server = new QuietRebooking();
    server.needing =
        List.of(
            visit(1, "Kowalska", "on-time-off"),
            visit(2, "Nowak", "outside-operating-hours"),
            visit(3, "Wiśniewska", "inactive"));
    server.free.put(
        Clinic.LINDQVIST.id(),
        List.of(START.plus(Duration.ofDays(1)), START.plus(Duration.ofDays(4))));
    var rebooking =
        new RebookingViewModel(server, () -> Instant.parse("2026-03-19T09:30:00Z"), _ -> true);
    Parent root = RebookingScreen.load(rebooking).root();
    rebooking.start();
    story.play(rebooking, server);
    return root;
  }
}
