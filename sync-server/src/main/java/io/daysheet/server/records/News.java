package io.daysheet.server.records;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.stream.CommittedChanges;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells a hospital of a change: it gets its number in the transaction that makes it, and the desks
/// hear of it when that is committed.
///
/// To be called last in a transaction, and of several hospitals in the order of their ids: each
/// number holds its hospital's stream until the commit.
@Component
class News {

  private final JdbcClient jdbc;
  private final CommittedChanges changes;

  News(JdbcClient jdbc, CommittedChanges changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /// What is told, before it has its number.
  ///
  /// @param by the name of who did it
  record Item(
      String kind,
      UUID subject,
      @Nullable DoctorId doctor,
      int version,
      Instant at,
      String by,
      Told told) {}

  /// Makes the change of its number.
  @FunctionalInterface
  interface Told {
    Change numbered(long sequence);
  }

  void tell(HospitalId hospital, Item item) {
    DoctorId doctor = item.doctor();
    long sequence =
        jdbc.sql(
                """
                select commit_change(:hospital, :kind, :subject, :doctor::uuid, null, :version, :by,
                  :at)
                """)
            .param("hospital", hospital.value())
            .param("kind", item.kind())
            .param("subject", item.subject())
            .param("doctor", doctor == null ? null : doctor.value())
            .param("version", item.version())
            .param("by", item.by())
            .param("at", SqlTime.of(item.at()))
            .query(Long.class)
            .single();
    Change change = item.told().numbered(sequence);
    AfterCommit.run(() -> changes.publish(hospital, change));
  }
}
