package io.daysheet.desktop.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one door to the FX thread.
///
/// News from the connection comes in through here; a task that is already on the thread runs at
/// once, so that two calls of one thread keep their order.
public final class FxThread implements Executor {
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
