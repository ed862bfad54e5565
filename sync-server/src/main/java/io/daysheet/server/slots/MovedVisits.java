package io.daysheet.server.slots;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Visits that somebody wants to move.
@Repository
class MovedVisits {

  /// Whose a visit is.
  record MovedVisit(HospitalId hospitalId, DoctorId doctorId, PatientId patientId) {}

  private final JdbcClient jdbc;

  MovedVisits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A hold is none.
  Optional<MovedVisit> find(AppointmentId id) {
    return jdbc.sql(
            """
            select a.hospital_id, a.doctor_id, a.patient_id
            from appointment a where a.id = ? and a.status <> 'HELD'
            """)
        .param(id.value())
        .query((row, _) ->
            new MovedVisit(
                new HospitalId(row.getObject("hospital_id", UUID.class)),
                new DoctorId(row.getObject("doctor_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class))))
        .optional();
  }
}
