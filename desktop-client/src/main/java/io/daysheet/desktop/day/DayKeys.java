package io.daysheet.desktop.day;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the day, all of them: what is typed is looked up here, and the status bar and the
/// panel of all keys tell the same ones.
final class DayKeys {

  /// One key.
  ///
  /// @param cap what is written on it, or on its caps, with a space between two
  /// @param text the key of what it does in the messages
  /// @param typed the characters that do it, in lower case; empty for a key that the board takes
  ///   itself, or that types nothing
  /// @param pressed the keys that do it and type nothing; null for the others
  /// @param hinted whether the status bar tells it
  /// @param kind when it is of use
  /// @param action what it does; nothing if the board does it
  record Key(
      String cap,
      String text,
      String typed,
      @Nullable KeyCombination pressed,
      boolean hinted,
      Kind kind,
      Runnable action) {

    static Key hinted(String cap, String text, String typed, Kind kind, Runnable action) {
      return new Key(cap, text, typed, null, true, kind, action);
    }

    static Key told(String cap, String text, String typed, Kind kind, Runnable action) {
      return new Key(cap, text, typed, null, false, kind, action);
    }

    static Key pressed(String cap, String text, String keys, Runnable action) {
      return new Key(cap, text, "", KeyCombination.valueOf(keys), true, Kind.VISITS, action);
    }

    /// For hands that are used to it; it is told beside another one.
    static Key unsaid(String cap, String text, String keys, Runnable action) {
      return new Key(cap, text, "", KeyCombination.valueOf(keys), false, Kind.VISITS, action);
    }
  }

  /// When a key is of use.
  enum Kind {
    LOOKS,
    WRITES,
    /// It writes, of a visit: where there is little room, the panel of all keys tells it.
    VISITS
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
            Key.told("↑ ↓ ← →", "keys.move", "", Kind.LOOKS, () -> {}),
            Key.hinted("Enter", "keys.book", "", Kind.WRITES, () -> {}),
            Key.hinted("F", "keys.next-free", "f", Kind.WRITES, day::goToNextFree),
            Key.hinted("C", "keys.check-in", "c", Kind.VISITS, this::checkIn),
            Key.hinted("M", "keys.move-visit", "m", Kind.VISITS, this::takeUp),
            Key.unsaid("Ctrl+X", "keys.take-up", "Shortcut+X", this::takeUp),
            Key.unsaid("Ctrl+V", "keys.drop", "Shortcut+V", this::drop),
            Key.pressed("Del", "keys.cancel", "Delete", this::cancel),
            Key.pressed("Ctrl+Z", "keys.undo", "Shortcut+Z", this::undo),
            Key.told("A", "keys.availability", "a", Kind.VISITS, this::arrange),
            Key.told("G", "keys.date", "g", Kind.LOOKS, pickDate),
            Key.told("T", "keys.today", "t", Kind.LOOKS, day::goToToday),
            Key.told("[", "keys.back", "[", Kind.LOOKS, () -> day.goDays(-1)),
            Key.told("]", "keys.on", "]", Kind.LOOKS, () -> day.goDays(1)),
            Key.hinted("F1 ?", "keys.all", "?", Kind.LOOKS, showKeys));
  }

  List<Key> all() {
    return all;
  }

  private Optional<SlotChoice.OnVisit> visit() {
    return day.moving().isMoving()
        ? Optional.empty()
        : day.atCursor()
            .filter(SlotChoice.OnVisit.class::isInstance)
            .map(SlotChoice.OnVisit.class::cast);
  }

  private void checkIn() {
    visit().ifPresent(at -> day.moving().command(by -> by.checkIn(at.visit().appointment())));
  }

  private void takeUp() {
    visit().ifPresent(at -> day.moving().command(by -> by.takeUp(at.visit())));
  }

  private void drop() {
    SlotCursor cursor = day.cursorProperty().get();
    if (day.moving().isMoving() && cursor != null) {
      boolean _ = day.moving().drop(cursor.doctor(), cursor.start());
    }
  }

  private void cancel() {
    visit().ifPresent(at -> day.moving().command(by -> by.cancel(at)));
  }

  private void arrange() {
    if (!day.moving().isMoving()) {
      day.atCursor().ifPresent(at -> day.moving().command(by -> by.arrange(at)));
    }
  }

  private void undo() {
    day.moving().command(VisitCommands::undo);
  }

  /// Does what a typed character means; false if it means nothing. A key that writes does nothing
  /// while nothing can be written.
  boolean typed(String character) {
    String small = character.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(key -> !key.typed().isEmpty() && key.typed().equals(small))
        .findFirst()
        .map(this::does)
        .orElse(false);
  }

  /// The same of keys that type nothing.
  boolean pressed(KeyEvent event) {
    return all.stream()
        .filter(key -> key.pressed() != null && key.pressed().match(event))
        .findFirst()
        .map(this::does)
        .orElse(false);
  }

  private boolean does(Key key) {
    if (key.kind() == Kind.LOOKS || !day.isReadOnly()) {
      key.action().run();
    }
    return true;
  }
}
