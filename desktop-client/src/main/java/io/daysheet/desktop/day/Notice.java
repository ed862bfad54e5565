package io.daysheet.desktop.day;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to be read: a write that was refused and why, or one that can still be taken back.
///
/// @param title what did not happen
/// @param text why, in whole sentences
/// @param code the stable code of the refusal, for a call to support
/// @param ways what can be done about it
public record Notice(String title, String text, String code, List<Way> ways, Kind kind) {

  /// What is told.
  public enum Kind {
    REFUSED,
    DONE
  }

  public Notice {
    ways = List.copyOf(ways);
  }

  /// What did not happen.
  public Notice(String title, String text, String code, List<Way> ways) {
    this(title, text, code, ways, Kind.REFUSED);
  }

  /// A way on: a button and what it does; going it closes the notice.
  ///
  /// @param key what does the same on the keyboard; null if nothing does
  public record Way(String label, @Nullable String key, Runnable go) {

    /// One that no key goes.
    public Way(String label, Runnable go) {
      this(label, null, go);
    }
  }
}
