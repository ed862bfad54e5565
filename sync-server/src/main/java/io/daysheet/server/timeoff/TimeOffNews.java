package io.daysheet.server.timeoff;

import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change.TimeOffChanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells every hospital that a doctor's absence concerns: where the doctor works, and where there
/// is something of theirs then. To be called last in a transaction.
@Component
class TimeOffNews {

  private record Numbered(HospitalId hospital, long sequence) {}

  private final JdbcClient jdbc;
  private final CommittedChanges changes;

  TimeOffNews(JdbcClient jdbc, CommittedChanges changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /// @param off as it is now, or as it last was
  /// @param before when it was until now
  void tell(TimeOff off, boolean removed, TimeRange before, String by, Instant now) {
    List<Numbered> numbered =
        hospitals(off, before).stream()
            .map(hospital -> new Numbered(hospital, number(hospital, off, by, now)))
            .toList();
    AfterCommit.run(() ->
        numbered.forEach(each ->
            changes.publish(
                each.hospital(), new TimeOffChanged(each.sequence(), now, by, removed, off))));
  }

  /// In the order of their ids: each number holds its hospital's stream until the commit.
  private List<HospitalId> hospitals(TimeOff off, TimeRange before) {
    return jdbc
        .sql(
            """
            select hospital_id from doctor_hospital where doctor_id = :doctor
            union
            select hospital_id from availability
            where doctor_id = :doctor
              and (during && tstzrange(:start, :end)
                or during && tstzrange(:startBefore, :endBefore))
            """)
        .param("doctor", off.doctorId().value())
        .param("start", SqlTime.of(off.start()))
        .param("end", SqlTime.of(off.end()))
        .param("startBefore", SqlTime.of(before.start()))
        .param("endBefore", SqlTime.of(before.end()))
        .query(UUID.class)
        .list()
        .stream()
        .sorted()
        .map(HospitalId::new)
        .toList();
  }

  private long number(HospitalId hospital, TimeOff off, String by, Instant now) {
    return jdbc.sql(
            """
            select commit_change(?, 'time-off-changed', ?, ?, tstzrange(?, ?), ?, ?, ?)
            """)
        .params(
            hospital.value(),
            off.id().value(),
            off.doctorId().value(),
            SqlTime.of(off.start()),
            SqlTime.of(off.end()),
            off.version(),
            by,
            SqlTime.of(now))
        .query(Long.class)
        .single();
  }
}
