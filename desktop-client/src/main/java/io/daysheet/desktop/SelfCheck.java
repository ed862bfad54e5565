package io.daysheet.desktop;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

/// `--check`: shows a made-up day in memory, without a display and with a server of its own, and
/// ends.
///
/// It goes the whole way of a real start: the line, the first questions, JSON, the board and its
/// cards. So it tells whether a packed desk is whole, and what Java learns from this start makes
/// the next ones faster.
final class SelfCheck {

  private static final int PULSES = 3;
  private static final long MOST_SECONDS = 60;

  private final CompletableFuture<Boolean> painted = new CompletableFuture<>();

  private SelfCheck() {}

  /// Ends with 0 when the day was painted; what fails on the way ends with a stack trace and 1.
  static void run() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
      failure.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    new SelfCheck().start();
  }

  private void start() {
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(window -> watch(window.getScene()));
                  }
                });
    CompletableFuture<Void> _ =
        painted.completeOnTimeout(false, MOST_SECONDS, TimeUnit.SECONDS).thenAccept(SelfCheck::end);
    try (SampleServer server = SampleServer.open()) {
      DeskApplication.launchSignedIn(
          new DeskSettings(server.address(), "Check", "light", null, null, null, null),
          InstantSource.fixed(SampleDay.noon()));
    }
  }

  /// Waits for a pulse with a visit in it, and some more: what follows the first is learned, too.
  private void watch(Scene scene) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private int pulses;

          @Override
          public void run() {
            if (pulses > 0 || scene.getRoot().lookup(".visit") != null) {
              pulses++;
            }
            if (pulses < PULSES) {
              Platform.requestNextPulse();
            } else if (pulses == PULSES) {
              boolean _ = painted.complete(true);
            }
          }
        });
  }

  private static void end(boolean painted) {
    if (painted) {
      System.out.println("Daysheet: the first screen was painted");
      Platform.runLater(Platform::exit);
    } else {
      System.err.println("Daysheet: no visit was painted in " + MOST_SECONDS + " s");
      Runtime.getRuntime().halt(1);
    }
  }
}
