package io.daysheet.server;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A hospital in Berlin, 09:00 to 19:00 every day, closed on 1 May 2030, put into the database by
/// SQL, with doctors and patients as a test needs them.
public record TestHospital(JdbcClient jdbc, UUID id) {

  private static final JsonMapper JSON = WireJson.mapper();

  /// The strict hourly clinic.
  public static TestHospital hourly(JdbcClient jdbc) {
    return with(jdbc, BookingPolicy.hourly());
  }

  public static TestHospital with(JdbcClient jdbc, BookingPolicy policy) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into hospital (id, name, time_zone, latitude, longitude, operating_hours,
              closures, policy)
            values (?, 'St. Test', 'Europe/Berlin', 52, 13, ?::jsonb,
              '[{"date": "2030-05-01", "reason": "Labour Day"}]', ?::jsonb)
            """)
        .params(
            id,
            JSON.writeValueAsString(OperatingHours.daily("09:00", "19:00")),
            JSON.writeValueAsString(policy))
        .update();
    return new TestHospital(jdbc, id);
  }

  public UUID doctor() {
    UUID doctor = UUID.randomUUID();
    jdbc.sql("insert into doctor (id, name) values (?, 'Dr. Test')").param(doctor).update();
    employs(doctor);
    return doctor;
  }

  public void employs(UUID doctor) {
    jdbc.sql("insert into doctor_hospital (doctor_id, hospital_id) values (?, ?)")
        .params(doctor, id)
        .update();
  }

  public UUID patient() {
    return TestPatients.add(jdbc, "Zofia", "Kowalska", "1987-05-14").value();
  }

  public List<UUID> patients(int count) {
    return Stream.generate(this::patient).limit(count).toList();
  }

  /// Past the API, also where the rules would refuse it.
  public UUID availability(UUID doctor, String from, String until) {
    UUID availability = UUID.randomUUID();
    jdbc.sql(
            """
            insert into availability (id, hospital_id, doctor_id, during)
            values (?, ?, ?, tstzrange(?::timestamptz, ?::timestamptz))
            """)
        .params(availability, id, doctor, from, until)
        .update();
    return availability;
  }

  public long count(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(Long.class).single();
  }

  public Map<String, Object> booking(UUID doctor, UUID patient, String start) {
    Map<String, Object> body = new HashMap<>();
    body.put("hospitalId", id);
    body.put("doctorId", doctor);
    body.put("patientId", patient);
    body.put("start", start);
    body.put("type", "FOLLOW_UP");
    return body;
  }

  public static Map<String, Object> and(
      Map<String, Object> body, String field, @Nullable Object value) {
    Map<String, Object> more = new HashMap<>(body);
    more.put(field, value);
    return more;
  }

  public Map<String, Object> opening(UUID doctor, String start, String end) {
    return Map.of("hospitalId", id, "doctorId", doctor, "start", start, "end", end);
  }
}
