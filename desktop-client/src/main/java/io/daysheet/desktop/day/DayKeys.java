package io.daysheet.desktop.day;

import java.util.List;
import java.util.Locale;

/// The keys of the day, all of them: what is typed is looked up here, and the status bar and the
/// panel of all keys tell the same ones.
final class DayKeys {

  /// One key.
  ///
  /// @param cap what is written on it, or on its caps, with a space between two
  /// @param text the key of what it does in the messages
  /// @param typed the characters that do it, in lower case; empty for a key that the board takes
  ///   itself
  /// @param kind when it is of use
  /// @param action what it does; nothing if the board does it
  record Key(String cap, String text, String typed, Kind kind, Runnable action) {}

  /// When a key is of use.
  enum Kind {
    LOOKS,
    WRITES
  }

  private final DayViewModel day;
  private final List<Key> all;

  /// The keys of one day.
  ///
  /// @param pickDate opens the choice of a date
  /// @param showKeys opens the panel of all keys, or closes it
  DayKeys(DayViewModel day, Runnable pickDate, Runnable showKeys) {
    this.day = day;
    this.all =
        List.of(
            new Key("↑ ↓ ← →", "keys.move", "", Kind.LOOKS, () -> {}),
            new Key("Enter", "keys.book", "", Kind.WRITES, () -> {}),
            new Key("F", "keys.next-free", "f", Kind.WRITES, day::goToNextFree),
            new Key("G", "keys.date", "g", Kind.LOOKS, pickDate),
            new Key("T", "keys.today", "t", Kind.LOOKS, day::goToToday),
            new Key("[", "keys.back", "[", Kind.LOOKS, () -> day.goDays(-1)),
            new Key("]", "keys.on", "]", Kind.LOOKS, () -> day.goDays(1)),
            new Key("F1 ?", "keys.all", "?", Kind.LOOKS, showKeys));
  }

  List<Key> all() {
    return all;
  }

  /// Does what a typed character means; false if it means nothing. A key that writes does nothing
  /// while nothing can be written.
  boolean typed(String character) {
    String small = character.toLowerCase(Locale.ROOT);
    for (Key key : all) {
      if (!key.typed().isEmpty() && key.typed().equals(small)) {
        if (key.kind() == Kind.LOOKS || !day.isReadOnly()) {
          key.action().run();
        }
        return true;
      }
    }
    return false;
  }
}
