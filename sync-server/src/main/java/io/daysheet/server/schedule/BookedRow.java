package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Attention;
import io.daysheet.rule.Attention.Booked;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whether somebody should look at a visit: what its row tells, and what its hospital and doctor
/// are by now. Nothing of the patient is read for it.
@Component
class BookedRow {

  /// Of `appointment a join patient p on p.id = a.patient_id`.
  static final String FACTS =
      """
      p.active as patient_active,
        exists (select from time_off t
          where t.doctor_id = a.doctor_id and t.during && a.during) as doctor_away,
        case when a.overlaps_after_merge then exists (select from appointment other
          where other.patient_id = a.patient_id and other.id <> a.id
            and other.during && a.during
            and other.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED'))
          else false end as patient_busy\
      """;

  /// With what [#read] needs beside [#FACTS].
  static final String COLUMNS =
      "a.id, a.doctor_id, lower(a.during) as starts, upper(a.during) as ends, a.type, a.status, "
          + FACTS;

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final InstantSource clock;

  BookedRow(Hospitals hospitals, Doctors doctors, InstantSource clock) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.clock = clock;
  }

  static Booked read(ResultSet row) throws SQLException {
    return new Booked(
        new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "ends")),
        row.getString("type"),
        AppointmentStatus.valueOf(row.getString("status")),
        row.getBoolean("patient_active"),
        row.getBoolean("doctor_away"),
        row.getBoolean("patient_busy"));
  }

  /// To be told before many visits are asked about.
  void know(Collection<DoctorId> ids) {
    doctors.know(ids);
  }

  List<String> codes(Booked visit, HospitalId hospital, DoctorId doctor) {
    return Attention.codes(
        visit,
        hospitals.find(hospital).orElseThrow(),
        doctors.find(doctor).orElseThrow(),
        clock.instant());
  }
}
