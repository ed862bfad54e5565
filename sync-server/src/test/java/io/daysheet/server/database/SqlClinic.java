package io.daysheet.server.database;

import io.daysheet.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A small hospital in a database, told what to do in plain SQL. Times are hours of one day.
///
/// @param connection what a test does beforehand and looks up afterwards, not what races
record SqlClinic(Connection connection, UUID hospital) implements AutoCloseable {

  private static final OffsetDateTime MIDNIGHT =
      OffsetDateTime.of(2030, 3, 12, 0, 0, 0, 0, ZoneOffset.UTC);

  /// How a command of the schema ended.
  record Ended(String outcome, @Nullable Long sequence, @Nullable String body) {}

  static SqlClinic in(TestDatabase database) throws SQLException {
    UUID hospital = UUID.randomUUID();
    Connection connection = database.connect();
    update(
        connection,
        """
        insert into hospital (id, name, time_zone, latitude, longitude, operating_hours, policy)
        values (?, 'St. Test', 'Europe/Berlin', 52, 13, '[]', '{}')
        """,
        hospital);
    return new SqlClinic(connection, hospital);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  UUID doctor() throws SQLException {
    UUID doctor = UUID.randomUUID();
    update(connection, "insert into doctor (id, name) values (?, 'Dr. Test')", doctor);
    return doctor;
  }

  UUID patient() throws SQLException {
    UUID patient = UUID.randomUUID();
    update(
        connection,
        """
        insert into patient (id, mrn, mrn_hash, given_name, family_name, birth_date, search, index_key)
        values (?, '', uuid_send(?), '', '', '', '{}', 1)
        """,
        patient,
        patient);
    return patient;
  }

  List<UUID> patients(int count) throws SQLException {
    List<UUID> patients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      patients.add(patient());
    }
    return patients;
  }

  UUID availability(UUID doctor, double from, double until) throws SQLException {
    UUID availability = UUID.randomUUID();
    update(
        connection,
        """
        insert into availability (id, hospital_id, doctor_id, during)
        values (?, ?, ?, tstzrange(?, ?))
        """,
        availability,
        hospital,
        doctor,
        at(from),
        at(until));
    return availability;
  }

  /// A row as a careless program would write it, past every command.
  UUID insert(UUID doctor, UUID patient, UUID availability, double from, double until)
      throws SQLException {
    UUID appointment = UUID.randomUUID();
    update(
        connection,
        """
        insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id,
          during, occupied, type, created_at)
        values (?, ?, ?, ?, ?, tstzrange(?, ?), tstzrange(?, ?), 'FOLLOW_UP', ?)
        """,
        appointment,
        hospital,
        doctor,
        patient,
        availability,
        at(from),
        at(until),
        at(from),
        at(until),
        MIDNIGHT);
    return appointment;
  }

  /// Somebody's hold until three in the morning of the same day.
  UUID hold(UUID doctor, UUID availability, double from, double until) throws SQLException {
    UUID hold = UUID.randomUUID();
    update(
        connection,
        """
        insert into appointment (id, hospital_id, doctor_id, availability_id, during, occupied,
          status, type, held_until, holder_account, created_at)
        values (?, ?, ?, ?, tstzrange(?, ?), tstzrange(?, ?), 'HELD', 'FOLLOW_UP', ?, ?, ?)
        """,
        hold,
        hospital,
        doctor,
        availability,
        at(from),
        at(until),
        at(from),
        at(until),
        at(3),
        UUID.randomUUID(),
        MIDNIGHT);
    return hold;
  }

  UUID room() throws SQLException {
    UUID room = UUID.randomUUID();
    update(
        connection,
        "insert into room (id, hospital_id, name) values (?, ?, 'A 1')",
        room,
        hospital);
    return room;
  }

  Ended book(UUID doctor, UUID patient, double from, double until) throws SQLException {
    return book(connection, doctor, patient, from, until, null, "request");
  }

  Ended book(
      Connection connection,
      UUID doctor,
      UUID patient,
      double from,
      double until,
      @Nullable String key,
      String request)
      throws SQLException {
    return call(
        connection,
        """
        select outcome, sequence, convert_from(body, 'UTF8') from book(?, ?, ?, ?, 1, 1, 1, ?, ?, ?, 'FOLLOW_UP', null, null, null, null, null,
          'Desk 1', ?, ?, ?, 201, ?, '"1"', '/here')
        """,
        UUID.randomUUID(),
        hospital,
        doctor,
        patient,
        at(from),
        at(until),
        at(until),
        MIDNIGHT,
        key,
        request.getBytes(StandardCharsets.UTF_8),
        ("answer to " + request).getBytes(StandardCharsets.UTF_8));
  }

  Ended removeAvailability(Connection connection, UUID availability) throws SQLException {
    return call(
        connection,
        "select outcome, sequence, convert_from(body, 'UTF8') from remove_availability(?, 1, null,"
            + " ?, null, null, 204)",
        availability,
        MIDNIGHT);
  }

  Ended cancel(UUID appointment, int version, double now) throws SQLException {
    return step(appointment, version, "cancelled", "CANCELLED", now);
  }

  Ended step(UUID appointment, int version, String kind, String to, double now)
      throws SQLException {
    return call(
        connection,
        """
        select outcome, sequence, convert_from(body, 'UTF8')
        from step_appointment(?, ?, ?, ?, null, null, null, ?, null, ?, null, null, 200, null, null)
        """,
        appointment,
        version,
        kind,
        to,
        UUID.randomUUID(),
        at(now));
  }

  Ended move(UUID appointment, int version, UUID doctor, double from, double until, double now)
      throws SQLException {
    return call(
        connection,
        """
        select outcome, sequence, convert_from(body, 'UTF8')
        from reschedule_appointment(?, ?, ?, 1, 1, 1, ?, ?, ?, null, null, null, ?, null, 'Desk 1',
          ?, null, null, 200, null, null)
        """,
        appointment,
        version,
        doctor,
        at(from),
        at(until),
        at(until),
        UUID.randomUUID(),
        at(now));
  }

  UUID appointmentOf(UUID patient) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select id from appointment where patient_id = ?")) {
      statement.setObject(1, patient);
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  long count(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  static OffsetDateTime at(double hour) {
    return MIDNIGHT.plusMinutes(Math.round(hour * 60));
  }

  static void update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      statement.executeUpdate();
    }
  }

  static Ended call(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      ResultSet row = statement.executeQuery();
      row.next();
      return new Ended(row.getString(1), row.getObject(2, Long.class), row.getString(3));
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
