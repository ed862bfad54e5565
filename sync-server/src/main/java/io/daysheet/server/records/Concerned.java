package io.daysheet.server.records;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which hospitals have somebody on their boards: those to tell of a change, in the order of their
/// ids.
@Repository
class Concerned {

  private final JdbcClient jdbc;

  Concerned(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where a doctor works, worked until now, or has visits from today on.
  List<HospitalId> by(DoctorId doctor, List<HospitalId> before, Instant now) {
    return ids(
        jdbc.sql(
                """
                select hospital_id from doctor_hospital where doctor_id = :doctor
                union
                select unnest(:before::uuid[])
                union
                select a.hospital_id
                from appointment a join hospital h on h.id = a.hospital_id
                where a.doctor_id = :doctor and a.status not in ('HELD', 'CANCELLED')
                  and upper(a.during) > :now::timestamptz - interval '1 day'
                  and (lower(a.during) at time zone h.time_zone)::date
                    >= (:now::timestamptz at time zone h.time_zone)::date
                """)
            .param("doctor", doctor.value())
            .param("before", before.stream().map(HospitalId::value).toArray(UUID[]::new))
            .param("now", SqlTime.of(now)));
  }

  /// Where a patient has visits from today on.
  List<HospitalId> by(PatientId patient, Instant now) {
    return ids(
        jdbc.sql(
                """
                select distinct a.hospital_id
                from appointment a join hospital h on h.id = a.hospital_id
                where a.patient_id = :patient and a.status <> 'CANCELLED'
                  and (lower(a.during) at time zone h.time_zone)::date
                    >= (:now::timestamptz at time zone h.time_zone)::date
                """)
            .param("patient", patient.value())
            .param("now", SqlTime.of(now)));
  }

  private static List<HospitalId> ids(JdbcClient.StatementSpec question) {
    return question.query(UUID.class).list().stream().sorted().map(HospitalId::new).toList();
  }
}
