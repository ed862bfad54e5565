package io.daysheet.desktop.demo;

import io.daysheet.desktop.Desk;
import io.daysheet.desktop.DeskSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The story of two desks on one day, played through the real screens and the real server.
final class TwoDeskStory {

  private final Path folder;
  private final ServerProcess server;
  private final Progress progress;

  TwoDeskStory(Path jar, Path folder, ServerProcess server, Progress progress) {
    this.folder = folder;
    this.server = server;
    this.progress = progress;
  }

  boolean play() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    progress.tell("Two desks open");
    Desk first = open("Desk 1");
    Desk second = open("Desk 2");
    Hand.await("day", () -> first.board().day());
    Hand.await("day", () -> second.board().day());
    Hand.await("columns", () -> Optional.of(first.day().columns()).filter(c -> !c.isEmpty()));
    new Hand(first.scene()).picture(folder.resolve("01-board.png"));
    new Hand(second.scene()).picture(folder.resolve("02-board.png"));
    Hand.onScreen(() -> {
      first.close();
      second.close();
      return true;
    });
    Platform.exit();
    return true;
  }

  private Desk open(String name) {
    return Hand.onScreen(() -> {
      var desk =
          new Desk(
              DeskSettings.of(
                  List.of("--server=" + server.address(), "--desk=" + name), System::getenv),
              InstantSource.system());
      var stage = new Stage();
      stage.setScene(desk.scene());
      stage.show();
      desk.start();
      return desk;
    });
  }
}
