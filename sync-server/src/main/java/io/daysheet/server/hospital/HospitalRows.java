package io.daysheet.server.hospital;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.time.OperatingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The table `hospital`.
@Repository
class HospitalRows {

  private static final String COLUMNS =
      """
      select id, name, time_zone, latitude, longitude, operating_hours, closures, policy, active,
        version
      from hospital
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  HospitalRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Hospital> find(HospitalId id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id.value()).query(this::hospital).optional();
  }

  /// By name, after the name and id of the last one that was seen.
  List<Hospital> list(int limit, List<String> after) {
    return after.isEmpty()
        ? jdbc.sql(COLUMNS + "order by name, id limit ?").param(limit).query(this::hospital).list()
        : jdbc.sql(COLUMNS + "where (name, id::text) > (?, ?) order by name, id::text limit ?")
            .params(after.get(0), after.get(1), limit)
            .query(this::hospital)
            .list();
  }

  void insert(Hospital hospital) {
    jdbc.sql(
            """
            insert into hospital (id, name, time_zone, latitude, longitude, operating_hours,
              closures, policy, active, version)
            values (:id, :name, :zone, :latitude, :longitude, :hours::jsonb, :closures::jsonb,
              :policy::jsonb, :active, :version)
            """)
        .params(values(hospital))
        .update();
  }

  /// False if it is not the version before any more.
  boolean update(Hospital hospital) {
    return jdbc.sql(
                """
                update hospital
                set name = :name, time_zone = :zone, latitude = :latitude, longitude = :longitude,
                  operating_hours = :hours::jsonb, closures = :closures::jsonb,
                  policy = :policy::jsonb, active = :active, version = :version
                where id = :id and version = :version - 1
                """)
            .params(values(hospital))
            .update()
        == 1;
  }

  private Map<String, Object> values(Hospital hospital) {
    return Map.of(
        "id", hospital.id().value(),
        "name", hospital.name(),
        "zone", hospital.timeZone().getId(),
        "latitude", hospital.location().latitude(),
        "longitude", hospital.location().longitude(),
        "hours", json.writeValueAsString(hospital.operatingHours()),
        "closures", json.writeValueAsString(hospital.closures()),
        "policy", json.writeValueAsString(hospital.policy()),
        "active", hospital.active(),
        "version", hospital.version());
  }

  private Hospital hospital(ResultSet row, int number) throws SQLException {
    return new Hospital(
        new HospitalId(row.getObject("id", UUID.class)),
        row.getString("name"),
        ZoneId.of(row.getString("time_zone")),
        new GeoLocation(row.getDouble("latitude"), row.getDouble("longitude")),
        json.readValue(row.getString("operating_hours"), OperatingHours.class),
        json.readValue(row.getString("closures"), new TypeReference<List<Closure>>() {}),
        json.readValue(row.getString("policy"), BookingPolicy.class),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
