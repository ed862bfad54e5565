package io.daysheet.desktop;

import io.daysheet.desktop.remote.FirstQuestions;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;

/// A desk's line to its server, with the first questions on their way.
record EarlyLine(DeskLine line, FirstQuestions asked) {

  /// Opens it on a thread of its own: the toolkit starts meanwhile on another core.
  static FutureTask<EarlyLine> open(DeskSettings settings, InstantSource clock) {
    var opening =
        new FutureTask<>(() -> {
          DeskLine line = DeskLine.of(settings);
          return new EarlyLine(line, FirstQuestions.of(line.address(), clock));
        });
    Thread.ofPlatform().daemon().name("early-line").start(opening);
    return opening;
  }
}
