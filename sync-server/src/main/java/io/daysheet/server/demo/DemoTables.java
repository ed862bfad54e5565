package io.daysheet.server.demo;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.schedule.AppointmentRow;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes the demo's data in batches: one statement a table, not one a row.
@Repository
class DemoTables {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final FieldCipher cipher;

  DemoTables(JdbcTemplate jdbc, JsonMapper json, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.json = json;
    this.cipher = cipher;
  }

  boolean areEmpty() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select not exists (select from hospital) and not exists (select from doctor)
              and not exists (select from patient)
            """,
            Boolean.class));
  }

  void hospitals(List<Hospital> hospitals) {
    jdbc.batchUpdate(
        """
        insert into hospital (id, name, time_zone, latitude, longitude, operating_hours, closures,
          policy)
        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
        """,
        hospitals,
        hospitals.size(),
        (row, hospital) -> {
          row.setObject(1, hospital.id().value());
          row.setString(2, hospital.name());
          row.setString(3, hospital.timeZone().getId());
          row.setDouble(4, hospital.location().latitude());
          row.setDouble(5, hospital.location().longitude());
          row.setString(6, json.writeValueAsString(hospital.operatingHours()));
          row.setString(7, json.writeValueAsString(hospital.closures()));
          row.setString(8, json.writeValueAsString(hospital.policy()));
        });
  }

  void doctors(List<Doctor> doctors) {
    jdbc.batchUpdate(
        """
        insert into doctor (id, name, specialties, languages, npi, accepts_new_patients,
          insurance_plans)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        doctors,
        doctors.size(),
        (row, doctor) -> {
          row.setObject(1, doctor.id().value());
          row.setString(2, doctor.name());
          row.setObject(3, doctor.specialties().toArray(String[]::new));
          row.setObject(4, doctor.languages().toArray(String[]::new));
          row.setString(5, doctor.npi());
          row.setBoolean(6, doctor.acceptsNewPatients());
          row.setObject(7, doctor.insurancePlans().toArray(String[]::new));
        });
    List<Object[]> places =
        doctors.stream()
            .flatMap(d -> d.hospitals().stream().map(h -> new Object[] {d.id().value(), h.value()}))
            .toList();
    jdbc.batchUpdate("insert into doctor_hospital (doctor_id, hospital_id) values (?, ?)", places);
  }

  void availabilities(List<Availability> availabilities) {
    jdbc.batchUpdate(
        """
        insert into availability (id, hospital_id, doctor_id, during)
        values (?, ?, ?, tstzrange(?, ?))
        """,
        availabilities,
        500,
        (row, availability) -> {
          row.setObject(1, availability.id().value());
          row.setObject(2, availability.hospitalId().value());
          row.setObject(3, availability.doctorId().value());
          row.setObject(4, SqlTime.of(availability.start()));
          row.setObject(5, SqlTime.of(availability.end()));
        });
  }

  void visits(List<DemoSchedule.Visit> visits, Instant now) {
    jdbc.batchUpdate(
        """
        insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id, during,
          occupied, type, status, reason, version, created_at)
        values (?, ?, ?, ?, ?, tstzrange(?, ?), tstzrange(?, ?), ?, ?, ?, ?, ?)
        """,
        visits,
        500,
        (row, visit) -> {
          Appointment appointment = visit.appointment();
          var start = SqlTime.of(appointment.start());
          var end = SqlTime.of(appointment.end());
          row.setObject(1, appointment.id().value());
          row.setObject(2, appointment.hospitalId().value());
          row.setObject(3, appointment.doctorId().value());
          row.setObject(4, appointment.patientId().value());
          row.setObject(5, visit.in().value());
          row.setObject(6, start);
          row.setObject(7, end);
          row.setObject(8, start);
          row.setObject(9, end);
          row.setString(10, appointment.type());
          row.setString(11, appointment.status().name());
          row.setBytes(
              12,
              cipher.encryptIfThere(AppointmentRow.REASON, appointment.id(), appointment.reason()));
          row.setInt(13, appointment.version());
          row.setObject(14, SqlTime.of(now));
        });
  }

  /// Autovacuum's statistics would come a minute late.
  void analyze() {
    jdbc.execute("analyze hospital, doctor, doctor_hospital, patient, availability, appointment");
  }
}
