package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// An appointment with as much of its patient as a card shows, read from a row.
public final class AppointmentRow {

  /// Of `appointment a join patient p on p.id = a.patient_id`.
  public static final String COLUMNS =
      """
      a.id, a.hospital_id, a.doctor_id, a.patient_id, p.given_name, p.family_name, p.birth_date,
        lower(a.during) as starts, upper(a.during) as ends, a.type, a.status, a.reason, a.notes,
        a.room_id, a.telehealth_link, a.version\
      """;

  private AppointmentRow() {}

  public static Appointment read(ResultSet row) throws SQLException {
    return new Appointment(
        new AppointmentId(row.getObject("id", UUID.class)),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new PatientSummary(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getObject("birth_date", LocalDate.class)),
        SqlTime.read(row, "starts"),
        SqlTime.read(row, "ends"),
        row.getString("type"),
        AppointmentStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("notes"),
        row.getObject("room_id", UUID.class),
        row.getString("telehealth_link"),
        List.of(),
        row.getInt("version"));
  }
}
