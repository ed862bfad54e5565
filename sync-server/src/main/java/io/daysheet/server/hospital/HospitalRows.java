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
