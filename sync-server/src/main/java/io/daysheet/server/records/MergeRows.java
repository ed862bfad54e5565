package io.daysheet.server.records;

import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Carries visits from one patient over to another. All of it in one transaction that holds both
/// patients' locks, so that nobody books, moves or cancels one of them meanwhile.
@Repository
class MergeRows {

  private static final String TAKES_TIME = "('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')";

  private final JdbcClient jdbc;

  MergeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Two visits of one patient at the same time, the earlier first.
  record Pair(AppointmentId first, AppointmentId second) {}

  /// Marks the visits of the patient who stays with which visits of the other will overlap: marked
  /// ones are outside of the constraint that keeps a patient's visits apart.
  List<UUID> mark(PatientId from, PatientId into) {
    return jdbc.sql(
            """
            update appointment own set overlaps_after_merge = true, version = own.version + 1
            where own.patient_id = :into and own.status in %1$s
              and exists (select from appointment other
                where other.patient_id = :from and other.status in %1$s
                  and other.during && own.during)
            returning own.id
            """
                .formatted(TAKES_TIME))
        .param("from", from.value())
        .param("into", into.value())
        .query(UUID.class)
        .list();
  }

  /// Carries every visit over, past and cancelled ones too.
  List<UUID> carry(PatientId from, PatientId into) {
    return jdbc.sql(
            """
            update appointment own
            set patient_id = :into, version = own.version + 1,
              overlaps_after_merge = own.overlaps_after_merge
                or (own.status in %1$s and exists (select from appointment other
                  where other.patient_id = :into and other.status in %1$s
                    and other.during && own.during))
            where own.patient_id = :from
            returning own.id
            """
                .formatted(TAKES_TIME))
        .param("from", from.value())
        .param("into", into.value())
        .query(UUID.class)
        .list();
  }

  void remember(List<UUID> visits, Instant now, String by) {
    jdbc.sql(
            """
            insert into appointment_event (
              appointment_id, version, at, by, kind, status, doctor_id, during)
            select id, version, :now, :by, 'merged', status, doctor_id, during
            from appointment where id = any (:visits)
            """)
        .param("now", SqlTime.of(now))
        .param("by", by)
        .param("visits", visits.toArray(UUID[]::new))
        .update();
  }

  /// The visits of a patient that overlap since some of them were carried over.
  List<Pair> overlaps(PatientId patient, List<UUID> carried) {
    return jdbc.sql(
            """
            select a.id as first, b.id as second
            from appointment a
            join appointment b on b.patient_id = a.patient_id and b.during && a.during
              and (lower(a.during), a.id) < (lower(b.during), b.id)
            where a.patient_id = :patient and a.overlaps_after_merge
              and a.status in %1$s and b.status in %1$s
              and (a.id = any (:carried)) <> (b.id = any (:carried))
            order by lower(a.during), a.id, b.id
            """
                .formatted(TAKES_TIME))
        .param("patient", patient.value())
        .param("carried", carried.toArray(UUID[]::new))
        .query((row, _) ->
            new Pair(
                new AppointmentId(row.getObject("first", UUID.class)),
                new AppointmentId(row.getObject("second", UUID.class))))
        .list();
  }
}
