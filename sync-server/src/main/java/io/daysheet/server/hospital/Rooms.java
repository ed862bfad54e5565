package io.daysheet.server.hospital;

import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `room`. Its writes are called in a transaction.
@Repository
public class Rooms {

  private static final String SELECT = "select " + RoomRow.COLUMNS + " from room r ";

  private final JdbcClient jdbc;

  Rooms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Room> find(RoomId id) {
    return jdbc.sql(SELECT + "where r.id = ?")
        .param(id.value())
        .query((row, _) -> RoomRow.read(row))
        .optional();
  }

  public Optional<Room> find(HospitalId hospital, String name) {
    return jdbc.sql(SELECT + "where r.hospital_id = ? and r.name = ?")
        .params(hospital.value(), name)
        .query((row, _) -> RoomRow.read(row))
        .optional();
  }

  /// A hospital's by name, after the name of the last one that was seen.
  List<Room> list(HospitalId hospital, int limit, List<String> after) {
    return jdbc.sql(SELECT + "where r.hospital_id = ? and r.name > ? order by r.name limit ?")
        .params(hospital.value(), after.isEmpty() ? "" : after.getFirst(), limit)
        .query((row, _) -> RoomRow.read(row))
        .list();
  }

  /// Adds one.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if the hospital has one of that name
  public void add(Room room) {
    jdbc.sql(
            """
            insert into room (id, hospital_id, name, active, version)
            values (:id, :hospital, :name, :active, :version)
            """)
        .params(values(room))
        .update();
  }

  /// False if it is not the version before any more.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if the hospital has one of that name
  public boolean change(Room room) {
    return jdbc.sql(
                """
                update room set name = :name, active = :active, version = :version
                where id = :id and hospital_id = :hospital and version = :version - 1
                """)
            .params(values(room))
            .update()
        == 1;
  }

  public void remove(RoomId id) {
    jdbc.sql("delete from room where id = ?").param(id.value()).update();
  }

  /// How many visits name it, past and cancelled ones too.
  public long visits(RoomId id) {
    return jdbc.sql("select count(*) from appointment where room_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> values(Room room) {
    return Map.of(
        "id", room.id().value(),
        "hospital", room.hospitalId().value(),
        "name", room.name(),
        "active", room.active(),
        "version", room.version());
  }
}
