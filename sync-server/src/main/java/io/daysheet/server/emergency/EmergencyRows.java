package io.daysheet.server.emergency;

import io.daysheet.identity.AccountId;
import io.daysheet.identity.EmergencyAccessId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Emergency;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.UnreadableRecord;
import io.daysheet.server.crypto.UnreadableRecords;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.patient.PatientSummaries;
import io.daysheet.wire.EmergencyAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `emergency_access`.
@Repository
class EmergencyRows {

  static final EncryptedField REASON = EncryptedField.ofRecords("emergency_access", "reason");

  /// Every record of the one whom it is about: what was merged, before or meanwhile, belongs to it.
  private static final String SEEN =
      """
      emergency_access e
      join patient named on named.id = e.patient_id
      cross join lateral (
        select coalesce(named.merged_into, named.id) as id
        union all
        select id from patient where merged_into = coalesce(named.merged_into, named.id)) seen
      """;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final PatientSummaries patients;
  private final UnreadableRecords unreadable;

  EmergencyRows(
      JdbcClient jdbc,
      FieldCipher cipher,
      PatientSummaries patients,
      UnreadableRecords unreadable) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.patients = patients;
    this.unreadable = unreadable;
  }

  void insert(EmergencyAccess access, AccountId account, String reason) {
    UUID id = access.id().value();
    jdbc.sql(
            """
            insert into emergency_access (id, account_id, patient_id, reason, begins_at, ends_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            account.value(),
            access.patientId().value(),
            cipher.encrypt(REASON, id, reason),
            SqlTime.of(access.from()),
            SqlTime.of(access.until()))
        .update();
  }

  /// Whom it is about, also when it is over; empty if it is not that account's.
  Optional<PatientId> patient(EmergencyAccessId id, AccountId account) {
    return jdbc.sql(
            """
            select coalesce(p.merged_into, p.id) as patient_id
            from emergency_access e join patient p on p.id = e.patient_id
            where e.id = ? and e.account_id = ?
            """)
        .params(id.value(), account.value())
        .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
        .optional();
  }

  /// False if there was none that had not ended.
  ///
  /// @param patient the record that stays, if others were merged into it
  boolean end(AccountId account, PatientId patient, Instant now) {
    return jdbc.sql(
                """
                update emergency_access set ends_at = greatest(begins_at, :now)
                where account_id = :account and ends_at > :now
                  and patient_id in (
                    select id from patient where id = :patient or merged_into = :patient)
                """)
            .param("account", account.value())
            .param("patient", patient.value())
            .param("now", SqlTime.of(now))
            .update()
        > 0;
  }

  /// Those of one account that have not ended, the first to end first.
  List<EmergencyAccess> list(AccountId account, Instant now) {
    return jdbc
        .sql(
            "select e.id, p.id as patient_id, e.begins_at, e.ends_at, "
                + PatientSummaries.COLUMNS
                + """
                 from emergency_access e
                join patient named on named.id = e.patient_id
                join patient p on p.id = coalesce(named.merged_into, named.id)
                where e.account_id = ? and e.ends_at > ?
                order by e.ends_at, e.id
                """)
        .params(account.value(), SqlTime.of(now))
        .query((row, _) -> access(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// Nobody sees a patient whose record can't be read.
  private Optional<EmergencyAccess> access(ResultSet row) throws SQLException {
    PatientId patient = patientId(row);
    EmergencyAccessId id = new EmergencyAccessId(row.getObject("id", UUID.class));
    Instant from = SqlTime.read(row, "begins_at");
    Instant until = SqlTime.read(row, "ends_at");
    return patients
        .read(patient, row)
        .map(summary -> new EmergencyAccess(id, patient, summary, from, until));
  }

  List<Emergency> of(AccountId account, Instant now) {
    return jdbc
        .sql(
            "select e.id, seen.id as patient_id, e.reason from "
                + SEEN
                + "where e.account_id = ? and e.ends_at > ? order by e.begins_at, e.id, seen.id")
        .params(account.value(), SqlTime.of(now))
        .query((row, _) -> emergency(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// One whose reason can't be read counts for nothing: what is read in it could not say why.
  private Optional<Emergency> emergency(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    try {
      return Optional.of(
          new Emergency(patientId(row), cipher.decrypt(REASON, id, row.getBytes("reason"))));
    } catch (UnreadableRecord damaged) {
      unreadable.tell(damaged);
      return Optional.empty();
    }
  }

  Map<AccountId, Set<PatientId>> all(Instant now) {
    Map<AccountId, Set<PatientId>> all = new HashMap<>();
    jdbc.sql("select e.account_id, seen.id as patient_id from " + SEEN + "where e.ends_at > ?")
        .param(SqlTime.of(now))
        .query((ResultSet row) -> {
          AccountId account = new AccountId(row.getObject("account_id", UUID.class));
          all.computeIfAbsent(account, _ -> new HashSet<>()).add(patientId(row));
        });
    return all;
  }

  private static PatientId patientId(ResultSet row) throws SQLException {
    return new PatientId(row.getObject("patient_id", UUID.class));
  }
}
