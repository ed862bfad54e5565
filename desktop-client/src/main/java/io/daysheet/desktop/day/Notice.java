package io.daysheet.desktop.day;

import java.util.List;

/// Something that has to be read: a write that was refused, and why.
///
/// @param title what did not happen
/// @param text why, in whole sentences
/// @param code the stable code of the refusal, for a call to support
/// @param ways what can be done about it
public record Notice(String title, String text, String code, List<Way> ways) {
  public Notice {
    ways = List.copyOf(ways);
  }

  /// A way on: a button and what it does; going it closes the notice.
  public record Way(String label, Runnable go) {}
}
