package io.daysheet.desktop.demo;

import java.time.Duration;
import java.util.Locale;

/// Tells on the console what happens, each line with the seconds since the beginning.
final class Progress {

  private final long began = System.nanoTime();

  /// A line of the story.
  void tell(String text) {
    Duration since = Duration.ofNanos(System.nanoTime() - began);
    System.out.println(String.format(Locale.ROOT, "[%5.1f s] %s", since.toMillis() / 1000.0, text));
    System.out.flush();
  }
}
