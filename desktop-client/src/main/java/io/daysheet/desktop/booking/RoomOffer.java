package io.daysheet.desktop.booking;

import io.daysheet.hospital.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rooms that a visit can have.
///
/// @param choices any free one first, then each by its name; none if its type needs no room
/// @param chosen which of them, from 0 on
public record RoomOffer(List<Choice> choices, int chosen) {

  static final RoomOffer NONE = new RoomOffer(List.of(), 0);

  public RoomOffer {
    choices = List.copyOf(choices);
  }

  /// One of them.
  ///
  /// @param room null: any free one
  /// @param name as the field shows it
  /// @param text as the list shows it: the name and, if it can't be had, why
  public record Choice(@Nullable RoomId room, String name, String text) {}
}
