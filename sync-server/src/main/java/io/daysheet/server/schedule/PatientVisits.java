package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Sight;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One patient's visits, soonest first, at whichever hospitals.
@Repository
class PatientVisits {

  private static final String SQL =
      """
      select %s
      from appointment a join patient p on p.id = a.patient_id
      where a.patient_id = :patient
        and (:hospitals::uuid[] is null or a.hospital_id = any(:hospitals::uuid[]))
        and (:doctor::uuid is null or a.doctor_id = :doctor::uuid)
        and (:all or (upper(a.during) > :now
          and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED')))
        and (:afterStart::text is null
          or (lower(a.during), a.id) > (:afterStart::timestamptz, :afterId::uuid))
      order by lower(a.during), a.id
      limit :limit
      """
          .formatted(AppointmentRow.COLUMNS);

  private final JdbcClient jdbc;
  private final AppointmentRow visits;

  PatientVisits(JdbcClient jdbc, AppointmentRow visits) {
    this.jdbc = jdbc;
    this.visits = visits;
  }

  /// Every visit, also cancelled ones.
  List<Appointment> all(PatientId patient, Sight sight, int limit, List<String> after) {
    return read(patient, true, Instant.EPOCH, sight, limit, after);
  }

  /// Those that are still to come or going on.
  List<Appointment> upcoming(
      PatientId patient, Instant now, Sight sight, int limit, List<String> after) {
    return read(patient, false, now, sight, limit, after);
  }

  private List<Appointment> read(
      PatientId patient, boolean all, Instant now, Sight sight, int limit, List<String> after) {
    Set<HospitalId> hospitals = sight.onlyHospitals(patient);
    DoctorId doctor = sight.onlyDoctor(patient);
    return visits.attended(
        jdbc.sql(SQL)
            .param("patient", patient.value())
            .param(
                "hospitals",
                hospitals == null
                    ? null
                    : hospitals.stream().map(HospitalId::value).toArray(UUID[]::new))
            .param("doctor", doctor == null ? null : doctor.value())
            .param("all", all)
            .param("now", SqlTime.of(now))
            .param("afterStart", after.isEmpty() ? null : after.get(0))
            .param("afterId", after.isEmpty() ? null : after.get(1))
            .param("limit", limit)
            .query((row, _) -> visits.find(row))
            .list());
  }
}
