package io.daysheet.server.patient;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whose patients they are: a patient's own doctor, and every one who has or had a visit of theirs.
@Repository
class PatientsDoctors {

  /// A condition on `patient p`, with the doctor's id twice.
  static final String OF_DOCTOR =
      """
      (p.primary_doctor_id = ?
        or exists (select from appointment a where a.patient_id = p.id and a.doctor_id = ?))\
      """;

  private final JdbcClient jdbc;

  PatientsDoctors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Has the doctor as the own one, or has or had a visit there; of a record that was merged, the
  /// one that stays does.
  boolean isPatientOf(PatientId id, DoctorId doctor) {
    return jdbc.sql(
            """
            select exists (select from patient p
              where p.id = coalesce((select merged_into from patient where id = ?), ?) and \
            """
                + OF_DOCTOR
                + ")")
        .params(id.value(), id.value(), doctor.value(), doctor.value())
        .query(Boolean.class)
        .single();
  }

  /// All of them.
  Set<DoctorId> of(PatientId id) {
    return Set.copyOf(
        jdbc.sql(
                """
                select primary_doctor_id from patient
                where id = :patient and primary_doctor_id is not null
                union
                select doctor_id from appointment where patient_id = :patient
                """)
            .param("patient", id.value())
            .query((row, _) -> new DoctorId(row.getObject(1, UUID.class)))
            .list());
  }
}
