package io.daysheet.server.hospital;

import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// A room, read from a row.
public final class RoomRow {

  /// Of `room r`.
  public static final String COLUMNS = "r.id, r.hospital_id, r.name, r.active, r.version";

  private RoomRow() {}

  public static Room read(ResultSet row) throws SQLException {
    return new Room(
        new RoomId(row.getObject("id", UUID.class)),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        row.getString("name"),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
