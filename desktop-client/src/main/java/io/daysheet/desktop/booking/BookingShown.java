package io.daysheet.desktop.booking;

import io.daysheet.desktop.form.Obstacle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the booking form says right now.
///
/// @param subtitle the slot and the doctor
/// @param time the slot's start, for the button
/// @param rooms those to choose from, if the type needs one
/// @param taken set while the slot that the form was opened for is somebody else's
/// @param alternatives up to four; empty unless it is taken
/// @param chosen the number of the alternative that is the form's slot now; 0 if none is
/// @param whyNot why it can't be booked now; empty if it can
/// @param note what is to be known all the same: that the slot is not kept
public record BookingShown(
    String subtitle,
    String time,
    RoomOffer rooms,
    List<Obstacle> obstacles,
    @Nullable Taken taken,
    List<Alternative> alternatives,
    int chosen,
    String whyNot,
    String note,
    boolean busy) {

  static final BookingShown EMPTY =
      new BookingShown("", "", RoomOffer.NONE, List.of(), null, List.of(), 0, "", "", true);

  public boolean canBook() {
    return whyNot.isEmpty() && !busy;
  }

  /// The slot went to somebody else.
  ///
  /// @param text by whom and when, and that nothing is lost
  /// @param code the rule's
  public record Taken(String title, String text, String code) {}
}
