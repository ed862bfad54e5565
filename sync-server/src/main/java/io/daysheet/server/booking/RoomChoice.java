package io.daysheet.server.booking;

import io.daysheet.hospital.RoomId;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.schedule.Appointment;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The room of a visit: the one that was chosen; if none was, the one that it has, or any free one.
@Component
class RoomChoice {

  private final AroundRows rows;

  RoomChoice(AroundRows rows) {
    this.rows = rows;
  }

  /// What was found.
  ///
  /// @param isThere false: it needs one, and none is free
  /// @param id null: it has none
  record Found(boolean isThere, @Nullable RoomId id) {}

  /// @param visit that is there and is to be moved; null for a booking
  /// @param again the room of the time before was taken in the meantime: desks that are all after
  ///   the first free one would meet there again
  Found of(ProposedBooking wish, @Nullable Appointment visit, boolean again) {
    RoomId own = visit == null ? null : visit.roomId();
    if (wish.roomId() != null || (!wish.type().needsRoom() && own == null)) {
      return new Found(true, wish.roomId());
    }
    List<RoomId> free =
        rows.freeRooms(wish.hospital().id(), wish.during(), visit == null ? null : visit.id());
    if (own != null && free.contains(own)) {
      return new Found(true, own);
    }
    if (free.isEmpty()) {
      return new Found(!wish.type().needsRoom(), null);
    }
    return new Found(true, free.get(again ? ThreadLocalRandom.current().nextInt(free.size()) : 0));
  }
}
