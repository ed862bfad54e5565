package io.daysheet.server.database;

import static io.daysheet.server.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daysheet.server.TestDatabase;
import io.daysheet.server.database.SqlClinic.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the database refuses of holds, rooms and events, whoever asks.
class HoldAndRoomGuardsIT {

  private static TestDatabase database;

  private SqlClinic clinic;
  private UUID doctor;
  private UUID patient;
  private UUID availability;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated();
  }

  @AfterEach
  void close() throws SQLException {
    clinic.close();
  }

  @BeforeEach
  void openTheDoctorsDay() throws SQLException {
    clinic = SqlClinic.in(database);
    doctor = clinic.doctor();
    patient = clinic.patient();
    availability = clinic.availability(doctor, 9, 17);
  }

  @ParameterizedTest
  @CsvSource({"10, 11", "10.5, 11.5", "10.25, 10.5", "9, 12"})
  void aHoldAndAVisitDontOverlapEitherWay(double from, double until) throws Exception {
    clinic.hold(doctor, availability, 10, 11);
    assertRefused(
        "23P01",
        "appointment_doctor_busy",
        () -> clinic.insert(doctor, patient, availability, from, until));
    UUID other = clinic.doctor();
    UUID there = clinic.availability(other, 9, 17);
    clinic.insert(other, patient, there, 10, 11);
    assertRefused("23P01", "appointment_doctor_busy", () -> clinic.hold(other, there, from, until));
    assertRefused(
        "23P01", "appointment_doctor_busy", () -> clinic.hold(doctor, availability, from, until));
  }

  @Test
  void aHoldLiesInsideAnAvailabilityAndHasNoPatient() throws Exception {
    assertRefused(
        "23503",
        "appointment_inside_availability",
        () -> clinic.hold(doctor, availability, 16.5, 17.5));
    UUID hold = clinic.hold(doctor, availability, 10, 11);
    try (Connection connection = database.connect()) {
      for (String half :
          List.of(
              "status = 'SCHEDULED'",
              "held_until = null",
              "holder_account = null",
              "patient_id = '" + patient + "'")) {
        assertRefused(
            "23514",
            "appointment_is_somebodys_or_held",
            () ->
                SqlClinic.update(
                    connection, "update appointment set " + half + " where id = ?", hold));
      }
    }
  }

  @Test
  void aRoomHoldsOneVisitAtATimeAndIsOfItsHospital() throws Exception {
    UUID room = clinic.room();
    UUID other = clinic.doctor();
    UUID there = clinic.availability(other, 9, 17);
    UUID first = clinic.insert(doctor, patient, availability, 10, 11);
    UUID touching = clinic.insert(other, clinic.patient(), there, 11, 12);
    UUID overlapping = clinic.insert(other, clinic.patient(), there, 10, 11);
    try (Connection connection = database.connect();
        SqlClinic elsewhere = SqlClinic.in(database)) {
      String into = "update appointment set room_id = ? where id = ?";
      SqlClinic.update(connection, into, room, first);
      SqlClinic.update(connection, into, room, touching);
      assertRefused(
          "23P01",
          "appointment_room_busy",
          () -> SqlClinic.update(connection, into, room, overlapping));
      assertRefused(
          "23503",
          "appointment_room",
          () -> SqlClinic.update(connection, into, elsewhere.room(), overlapping));
      SqlClinic.update(connection, "update appointment set status = 'NO_SHOW' where id = ?", first);
      SqlClinic.update(connection, into, room, overlapping);
    }
  }

  @Test
  void anEventIsOneVersionsAndTheServerCantRewriteIt() throws Exception {
    UUID visit = clinic.insert(doctor, patient, availability, 10, 11);
    String event =
        """
        insert into appointment_event (appointment_id, version, at, kind, status, doctor_id, during)
        values (?, 2, ?, 'confirmed', 'CONFIRMED', ?, tstzrange(?, ?))
        """;
    Object[] values = {visit, SqlClinic.at(8), doctor, SqlClinic.at(10), SqlClinic.at(11)};
    try (Connection server = database.application().getConnection()) {
      SqlClinic.update(server, event, values);
      assertRefused(
          "23505",
          "appointment_event_is_one_versions",
          () -> SqlClinic.update(server, event, values));
      for (String rewriting :
          List.of("update appointment_event set by = 'me'", "delete from appointment_event")) {
        assertThatThrownBy(() -> SqlClinic.update(server, rewriting))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  /// Whoever finds it over takes its time: it must not have been renewed meanwhile.
  @Test
  void aHoldIsRenewedOnlyWhileNobodyTakesItsTime() throws Exception {
    UUID hold = clinic.hold(doctor, availability, 10, 11);
    try (Connection taking = database.connect();
        ExecutorService holder = Executors.newSingleThreadExecutor()) {
      taking.setAutoCommit(false);
      taking
          .createStatement()
          .execute("select lock_schedule(array['" + doctor + "'::uuid], '{}', '{}', null)");
      Future<Ended> renewed = holder.submit(() -> renew(hold));
      await()
          .until(() ->
              clinic.count(
                      """
                      select count(*) from pg_locks l join pg_database d on d.oid = l.database
                      where not l.granted and l.locktype = 'advisory'
                        and d.datname = current_database()
                      """)
                  == 1);
      SqlClinic.update(taking, "delete from appointment where id = ?", hold);
      taking.commit();

      assertThat(renewed.get().outcome()).isEqualTo("refused");
    }
  }

  private static Ended renew(UUID hold) throws SQLException {
    try (Connection connection = database.connect()) {
      return SqlClinic.call(
          connection,
          """
          select outcome, sequence, null
          from renew_hold(?, (select holder_account from appointment where id = ?), ?, null, ?)
          """,
          hold,
          hold,
          SqlClinic.at(4),
          SqlClinic.at(2));
    }
  }

  @Test
  void aHoldThatIsKeptIsRenewedAndOneThatIsOverIsNot() throws Exception {
    UUID hold = clinic.hold(doctor, availability, 10, 11);
    assertThat(renew(hold)).isEqualTo(new Ended("placed", 1L, null));
    try (Connection connection = database.connect()) {
      SqlClinic.update(
          connection, "update appointment set held_until = ? where id = ?", SqlClinic.at(2), hold);
    }
    assertThat(renew(hold).outcome()).isEqualTo("refused");
  }

  @Test
  void anAvailabilityIsNotKeptByAHoldThatIsOver() throws Exception {
    clinic.hold(doctor, availability, 10, 11);
    try (Connection connection = database.connect()) {
      assertThat(clinic.removeAvailability(connection, availability).outcome()).isEqualTo("in-use");
      SqlClinic.update(
          connection,
          "update appointment set held_until = ? where doctor_id = ?",
          SqlClinic.at(0),
          doctor);
      assertThat(clinic.removeAvailability(connection, availability).outcome())
          .isEqualTo("removed");
    }
  }
}
