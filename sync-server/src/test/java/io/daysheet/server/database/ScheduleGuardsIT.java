package io.daysheet.server.database;

import static io.daysheet.server.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestDatabase;
import io.daysheet.server.database.SqlClinic.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the database refuses, whoever asks: plain SQL past every command, and the commands.
class ScheduleGuardsIT {

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

  /// Edge case 14.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10,   11,   the same
          10.5, 11.5, its end
          9.5,  10.5, its beginning
          10,   10.5, inside with the same start
          10.25,10.5, wholly inside
          9,    12,   all around it
          10,   12,   the same start and longer
          """)
  void whatOverlapsADoctorsVisitIsRefused(double from, double until, String how) throws Exception {
    clinic.insert(doctor, patient, availability, 10, 11);
    assertRefused(
        "23P01",
        "appointment_doctor_busy",
        () -> clinic.insert(doctor, clinic.patient(), availability, from, until));
    assertThat(clinic.book(doctor, clinic.patient(), from, until).outcome())
        .as(how)
        .isEqualTo("refused");
  }

  @Test
  void touchingVisitsAreFine() throws Exception {
    clinic.insert(doctor, patient, availability, 10, 11);
    clinic.insert(doctor, patient, availability, 9, 10);
    assertThat(clinic.book(doctor, patient, 11, 12).outcome()).isEqualTo("booked");
  }

  @Test
  void aPatientIsAtOnePlaceAtATime() throws Exception {
    clinic.insert(doctor, patient, availability, 10, 11);
    UUID other = clinic.doctor();
    UUID there = clinic.availability(other, 9, 17);
    assertRefused(
        "23P01",
        "appointment_patient_busy",
        () -> clinic.insert(other, patient, there, 10.5, 11.5));
    assertThat(clinic.book(other, patient, 10.5, 11.5).outcome()).isEqualTo("refused");
    assertThat(clinic.book(other, clinic.patient(), 10.5, 11.5).outcome()).isEqualTo("booked");
  }

  @ParameterizedTest
  @CsvSource({"8, 9", "8.5, 9.5", "16.5, 17.5", "17, 18", "8, 18"})
  void whatIsNotInsideAnAvailabilityIsRefused(double from, double until) throws Exception {
    assertRefused(
        "23503",
        "appointment_inside_availability",
        () -> clinic.insert(doctor, patient, availability, from, until));
    assertThat(clinic.book(doctor, patient, from, until).outcome()).isEqualTo("refused");
  }

  @Test
  void twoAvailabilitiesThatTouchAreNotOneToBookAcross() throws Exception {
    clinic.availability(doctor, 17, 19);
    assertThat(clinic.book(doctor, patient, 16.5, 17.5).outcome()).isEqualTo("refused");
  }

  @Test
  void anotherDoctorsAvailabilityDoesNotCount() throws Exception {
    UUID other = clinic.doctor();
    assertRefused(
        "23503",
        "appointment_inside_availability",
        () -> clinic.insert(other, patient, availability, 10, 11));
    assertThat(clinic.book(other, patient, 10, 11).outcome()).isEqualTo("refused");
  }

  @Test
  void aDoctorIsAvailableAtOneHospitalAtATime() throws Exception {
    try (SqlClinic elsewhere = SqlClinic.in(database)) {
      assertRefused(
          "23P01", "availability_once_a_doctor", () -> elsewhere.availability(doctor, 16, 18));
      elsewhere.availability(doctor, 17, 18);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "empty",
        "(,)",
        "[2030-01-01 09:00+00,)",
        "[2030-01-01 09:00+00,2030-01-01 10:00+00]",
        "(2030-01-01 09:00+00,2030-01-01 10:00+00)",
        "[-infinity,2030-01-01 10:00+00)"
      })
  void aRangeIsBoundedNotEmptyAndHalfOpen(String range) {
    assertRefused(
        "23514",
        "availability_during_is_a_range",
        () -> {
          try (Connection connection = database.connect()) {
            SqlClinic.update(
                connection,
                "insert into availability (id, hospital_id, doctor_id, during) values (?, ?, ?, '"
                    + range
                    + "')",
                UUID.randomUUID(),
                clinic.hospital(),
                doctor);
          }
        });
  }

  @Test
  void anAvailabilityWithVisitsInsideCantBeRemovedOrShortened() throws Exception {
    clinic.insert(doctor, patient, availability, 16, 17);
    try (Connection connection = database.connect()) {
      assertRefused(
          "23503",
          "appointment_inside_availability",
          () ->
              SqlClinic.update(connection, "delete from availability where id = ?", availability));
      assertRefused(
          "23503",
          "appointment_inside_availability",
          () ->
              SqlClinic.update(
                  connection,
                  "update availability set during = tstzrange(?, ?) where id = ?",
                  SqlClinic.at(9),
                  SqlClinic.at(16.5),
                  availability));
      assertThat(clinic.removeAvailability(connection, availability).outcome()).isEqualTo("in-use");
    }
  }

  /// A node may have looked at the clock a moment too early.
  @Test
  void whatComesBeforeTheStartOrAfterItIsToldByTheCommandsClock() throws Exception {
    clinic.book(doctor, patient, 10, 11);
    UUID visit = clinic.appointmentOf(patient);
    assertThat(clinic.step(visit, 1, "confirmed", "CONFIRMED", 10).outcome()).isEqualTo("refused");
    assertThat(clinic.step(visit, 1, "no-show", "NO_SHOW", 9.9).outcome()).isEqualTo("refused");
    assertThat(clinic.step(visit, 1, "confirmed", "CONFIRMED", 9.9).outcome()).isEqualTo("changed");
    assertThat(clinic.step(visit, 2, "no-show", "NO_SHOW", 10).outcome()).isEqualTo("changed");
  }

  @Test
  void aVisitIsMovedAsItWasSeenAndBeforeItsStart() throws Exception {
    clinic.book(doctor, patient, 10, 11);
    UUID visit = clinic.appointmentOf(patient);
    assertThat(clinic.move(visit, 2, doctor, 12, 13, 8).outcome())
        .as("another version")
        .isEqualTo("refused");
    assertThat(clinic.move(visit, 1, doctor, 12, 13, 10).outcome())
        .as("it begins now")
        .isEqualTo("refused");
    assertThat(clinic.move(visit, 1, doctor, 12, 13, 9.9)).isEqualTo(new Ended("moved", 2L, null));
    assertThat(clinic.move(visit, 1, doctor, 14, 15, 9).outcome()).as("twice").isEqualTo("refused");
    assertThat(clinic.book(doctor, clinic.patient(), 10, 11).outcome()).isEqualTo("booked");
    assertThat(clinic.book(doctor, clinic.patient(), 12.5, 13).outcome()).isEqualTo("refused");
  }

  @Test
  void aCancelledVisitFreesItsTimeAndItsAvailability() throws Exception {
    assertThat(clinic.book(doctor, patient, 10, 11).outcome()).isEqualTo("booked");
    UUID visit = clinic.appointmentOf(patient);
    assertThat(clinic.cancel(visit, 2, 8).outcome()).as("another version").isEqualTo("refused");
    assertThat(clinic.cancel(visit, 1, 10).outcome()).as("it begins now").isEqualTo("refused");
    assertThat(clinic.cancel(visit, 1, 9.9)).isEqualTo(new Ended("changed", 2L, null));
    assertThat(clinic.cancel(visit, 2, 9))
        .as("twice")
        .extracting(Ended::outcome)
        .isEqualTo("refused");
    assertThat(clinic.book(doctor, clinic.patient(), 10.5, 11.5).outcome()).isEqualTo("booked");
    try (Connection connection = database.connect()) {
      SqlClinic.update(
          connection,
          "delete from appointment where doctor_id = ? and status = 'SCHEDULED'",
          doctor);
      assertThat(clinic.removeAvailability(connection, availability).outcome())
          .isEqualTo("removed");
    }
  }

  @Test
  void whoIsOutOfServiceIsNotBooked() throws Exception {
    try (Connection connection = database.connect()) {
      SqlClinic.update(connection, "update doctor set active = false where id = ?", doctor);
    }
    assertThat(clinic.book(doctor, patient, 10, 11).outcome()).isEqualTo("refused");
  }

  @Test
  void aRepeatedKeyGetsTheFirstAnswerAndAnotherRequestDoesNot() throws Exception {
    try (Connection connection = database.connect()) {
      String key = UUID.randomUUID().toString();
      assertThat(clinic.book(connection, doctor, patient, 10, 11, key, "one").outcome())
          .isEqualTo("booked");
      assertThat(clinic.book(connection, doctor, patient, 10, 11, key, "one"))
          .isEqualTo(new Ended("repeated", null, "answer to one"));
      assertThat(clinic.book(connection, clinic.doctor(), patient, 12, 13, key, "two").outcome())
          .isEqualTo("key-reused");
    }
    assertThat(clinic.count("select count(*) from appointment where doctor_id = '" + doctor + "'"))
        .isEqualTo(1);
  }

  @Test
  void refusalsLeaveNoGapInTheStream() throws Exception {
    assertThat(clinic.book(doctor, patient, 9, 10).sequence()).isEqualTo(1);
    assertThat(clinic.book(doctor, patient, 9, 10).sequence()).isNull();
    assertThat(clinic.book(doctor, patient, 10, 11).sequence()).isEqualTo(2);
  }

  @Test
  void aChangeSaysNothingAboutThePatient() throws Exception {
    clinic.book(doctor, patient, 9, 10);
    try (Connection connection = database.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select change::text from change where hospital_id = '"
                        + clinic.hospital()
                        + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1))
          .contains("appointment-booked", doctor.toString(), "Desk 1")
          .doesNotContain(patient.toString(), "Patient");
    }
  }
}
