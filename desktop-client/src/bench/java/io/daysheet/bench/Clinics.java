package io.daysheet.bench;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.WireJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What is in the database before anything is measured: fifty hospitals with four doctors each, who
/// carry the load; one with twenty doctors that desks look at; one with twenty doctors whose second
/// day is full of half-hour visits; one with eight doctors and eight visits each on the first day,
/// which comes first in the list. Everybody is there every day from eight to six.
///
/// @param first the first day, which is today: nothing is booked on it by requests
record Clinics(LocalDate first, List<UUID> patients) {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final int HOSPITALS = 50;
  static final int DOCTORS_EACH = 4;
  static final int DOCTORS = HOSPITALS * DOCTORS_EACH;
  static final int OPENS = 8;
  static final int HOURS = 10;
  static final int DAYS = 100;

  /// The hospital whose board is looked at.
  static final int WATCHED = HOSPITALS;

  /// The hospital whose second day is full.
  static final int FULL = HOSPITALS + 1;

  /// The hospital that a desk opens with, since its name is the first.
  static final int OPENING = HOSPITALS + 2;

  static final int DOCTORS_THERE = 20;

  /// Half-hour visits of each doctor of the full hospital.
  static final int VISITS_EACH = 20;

  static final int OPENING_DOCTORS = 8;

  /// Patients of one doctor, whose visits can't overlap for that reason.
  static final int PATIENTS_EACH = 25;

  private static final int ALL_DOCTORS = DOCTORS + 2 * DOCTORS_THERE + OPENING_DOCTORS;

  static UUID hospital(int number) {
    return id(1, number);
  }

  /// Doctors are numbered through all hospitals.
  static UUID doctor(int number) {
    return id(2, number);
  }

  /// A doctor's own patient.
  UUID patient(int doctor, int number) {
    return patients.get(doctor * PATIENTS_EACH + number % PATIENTS_EACH);
  }

  /// Everybody, registered with a server that has nobody yet.
  static List<UUID> register(BenchServer server) throws Exception {
    return Registration.of(
        server,
        ALL_DOCTORS * PATIENTS_EACH,
        number ->
            """
            {"givenName":"Given %1$d","familyName":"Family %1$d","birthDate":"%2$s"}\
            """
                .formatted(number, LocalDate.EPOCH.minusYears(20).plusDays(number)));
  }

  /// The same as `bench_id` in the database.
  private static UUID id(int kind, int number) {
    return new UUID(kind, number);
  }

  static int firstDoctorOf(int hospital) {
    return Math.min(hospital, HOSPITALS) * DOCTORS_EACH
        + Math.max(hospital - HOSPITALS, 0) * DOCTORS_THERE;
  }

  static int hospitalOf(int doctor) {
    return doctor < DOCTORS
        ? doctor / DOCTORS_EACH
        : HOSPITALS + (doctor - DOCTORS) / DOCTORS_THERE;
  }

  /// A start as a request states it.
  OffsetDateTime start(int day, int hour) {
    return first.plusDays(day).atTime(OPENS + hour, 0).atZone(ZONE).toOffsetDateTime();
  }

  /// Fills an empty database.
  void fill(Connection database) throws SQLException {
    database.setAutoCommit(false);
    try (Statement sql = database.createStatement()) {
      sql.execute(
          """
          create function pg_temp.bench_id(kind int, number bigint) returns uuid language sql
          return format('00000000-0000-%s-0000-%s', lpad(to_hex(kind), 4, '0'),
            lpad(to_hex(number), 12, '0'))::uuid
          """);
    }
    hospitals(database);
    doctors(database);
    availabilities(database);
    visits(database, firstDoctorOf(OPENING), OPENING_DOCTORS, 8, 60);
    database.commit();
    database.setAutoCommit(true);
    run(database, "vacuum analyze");
  }

  /// Books the second day of the full hospital, over REST: the texts of visits are encrypted by the
  /// server alone.
  void bookFullDay(BenchServer server) throws Exception {
    try (var client =
        new RestClient(
            server,
            () -> {
              throw new IllegalStateException("each slot is given");
            })) {
      int first = firstDoctorOf(FULL);
      for (int doctor = first; doctor < first + DOCTORS_THERE; doctor++) {
        for (int visit = 0; visit < VISITS_EACH; visit++) {
          var slot = new Slot(doctor, patient(doctor, visit), start(1, 0).plusMinutes(30L * visit));
          if (client.book(slot).status() != 201) {
            throw new IllegalStateException("a visit of the full day was not booked");
          }
        }
      }
    }
  }

  private static void hospitals(Connection database) throws SQLException {
    JsonMapper json = WireJson.mapper();
    String hours = json.writeValueAsString(OperatingHours.daily("08:00", "18:00"));
    BookingPolicy halfHours =
        BookingPolicy.of(30, List.of(new AppointmentType("FOLLOW_UP", 30, 0, false, true)));
    for (int number = 0; number <= OPENING; number++) {
      run(
          database,
          """
          insert into hospital (id, name, time_zone, latitude, longitude, operating_hours, policy)
          values (?, ?, ?, 52.5, 13.4, ?::jsonb, ?::jsonb)
          """,
          hospital(number),
          number == OPENING ? "A hospital" : "Hospital " + number,
          ZONE.getId(),
          hours,
          json.writeValueAsString(number == FULL ? halfHours : BookingPolicy.hourly()));
    }
  }

  private static void doctors(Connection database) throws SQLException {
    for (int number = 0; number < ALL_DOCTORS; number++) {
      run(
          database,
          "insert into doctor (id, name, specialties) values (?, ?, array['Cardiology'])",
          doctor(number),
          "Dr. Number " + number);
      run(
          database,
          "insert into doctor_hospital (doctor_id, hospital_id) values (?, ?)",
          doctor(number),
          hospital(hospitalOf(number)));
    }
  }

  private void availabilities(Connection database) throws SQLException {
    run(
        database,
        """
        insert into availability (id, hospital_id, doctor_id, during)
        select gen_random_uuid(), w.hospital_id, w.doctor_id,
          tstzrange((day + make_time(?, 0, 0)) at time zone ?, (day + make_time(?, 0, 0)) at time zone ?)
        from doctor_hospital w, generate_series(0, ?) as n, lateral (select ?::date + n as day) as days
        """,
        OPENS,
        ZONE.getId(),
        OPENS + HOURS,
        ZONE.getId(),
        DAYS - 1,
        first);
  }

  /// Visits without a gap from the morning on, on the first day.
  private void visits(Connection database, int firstDoctor, int doctors, int each, int minutes)
      throws SQLException {
    run(
        database,
        """
        insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id, during,
          occupied, type, created_at)
        select gen_random_uuid(), a.hospital_id, a.doctor_id, (?::uuid[])[d * ? + n + 1], a.id,
          slot, slot, 'FOLLOW_UP', now()
        from generate_series(?, ?) as d
          join availability a on a.doctor_id = pg_temp.bench_id(2, d),
          lateral (select ? * interval '1 minute' as length) as l,
          generate_series(0, ?) as n,
          lateral (select tstzrange(lower(a.during) + n * l.length,
            lower(a.during) + (n + 1) * l.length) as slot) as slots
        where lower(a.during)::date = ?
        """,
        patients.toArray(UUID[]::new),
        PATIENTS_EACH,
        firstDoctor,
        firstDoctor + doctors - 1,
        minutes,
        each - 1,
        first);
  }

  private static void run(Connection database, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
