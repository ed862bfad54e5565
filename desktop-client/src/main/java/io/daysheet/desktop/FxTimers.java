package io.daysheet.desktop;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.Request;
import java.time.Duration;
import javafx.animation.PauseTransition;

/// The board's alarm clock on the FX thread.
final class FxTimers implements Timers {

  @Override
  public Request after(Duration delay, Runnable task) {
    double millis = Math.max(1, (double) delay.toMillis());
    var pause = new PauseTransition(javafx.util.Duration.millis(millis));
    pause.setOnFinished(_ -> task.run());
    pause.play();
    return pause::stop;
  }
}
