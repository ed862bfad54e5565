package io.daysheet.server.schedule;

import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.List;
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
  List<Appointment> all(PatientId patient, int limit, List<String> after) {
    return read(patient, true, Instant.EPOCH, limit, after);
  }

  /// Those that are still to come or going on.
  List<Appointment> upcoming(PatientId patient, Instant now, int limit, List<String> after) {
    return read(patient, false, now, limit, after);
  }

  private List<Appointment> read(
      PatientId patient, boolean all, Instant now, int limit, List<String> after) {
    return jdbc.sql(SQL)
        .param("patient", patient.value())
        .param("all", all)
        .param("now", SqlTime.of(now))
        .param("afterStart", after.isEmpty() ? null : after.get(0))
        .param("afterId", after.isEmpty() ? null : after.get(1))
        .param("limit", limit)
        .query((row, _) -> visits.read(row))
        .list();
  }
}
