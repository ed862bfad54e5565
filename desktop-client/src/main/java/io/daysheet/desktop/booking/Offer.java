package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.FormPlace.Ghost;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What is free instead of a slot that was lost, numbered from 1 on.
///
/// @param chosen the number of the one that is the form's slot now; 0 if none is
record Offer(List<Alternative> alternatives, int chosen) {

  Offer {
    alternatives = List.copyOf(alternatives);
  }

  /// These, of which the form's slot may be one.
  static Offer of(List<Alternative> alternatives, BookingSlot slot) {
    int chosen =
        IntStream.range(0, alternatives.size())
            .filter(i -> slot.isAt(alternatives.get(i)))
            .map(i -> i + 1)
            .findFirst()
            .orElse(0);
    return new Offer(alternatives, chosen);
  }

  /// Those that lie on the board's day, as places on it.
  List<Ghost> ghosts(Duration length) {
    return IntStream.rangeClosed(1, alternatives.size())
        .filter(number -> alternatives.get(number - 1).otherDay() == null)
        .mapToObj(number -> ghost(number, length))
        .toList();
  }

  private Ghost ghost(int number, Duration length) {
    Alternative at = alternatives.get(number - 1);
    return new Ghost(number, at.doctor().id(), at.during(length), number == chosen);
  }
}
