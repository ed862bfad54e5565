package io.daysheet.wire;

import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `POST /rooms`, and `PUT /rooms/{id}` with all of it as it shall be.
///
/// @param id and version may be sent back as they were read; then they are those of the address and
///   of `If-Match`
/// @param hospitalId of a room that is there: where it is
/// @param active false: no new visits; null: true for a new one, else as it is
public record KeepRoom(
    @Nullable RoomId id,
    HospitalId hospitalId,
    String name,
    @Nullable Boolean active,
    @Nullable Integer version) {

  public KeepRoom {
    MissingFields.refuse("hospitalId", hospitalId, "name", name);
  }

  /// What the request breaks of the rules of rooms; all at once.
  public List<Violation> violations() {
    return TextRules.check("name", name, TextRules.SHORT).toList();
  }

  /// To be asked when the rules have nothing against it.
  public Room room(RoomId as, boolean inService, int newVersion) {
    return new Room(
        as, hospitalId, name, Objects.requireNonNullElse(active, inService), newVersion);
  }
}
