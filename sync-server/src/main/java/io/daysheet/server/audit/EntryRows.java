package io.daysheet.server.audit;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `audit_entry`, read in the order in which it is sealed.
@Repository
class EntryRows {

  static final String COLUMNS =
      """
      id, era, xid, at, action, outcome, code, account_id, account_name, roles, client, address,
        desk, request_id, subject_kind, subject_id, hospital_id, patients, readers, reason\
      """;

  /// Where the sealed ones end.
  record Bound(int era, long transaction) {
    static Bound after(AuditBatch batch) {
      return batch.until() == Long.MAX_VALUE
          ? new Bound(batch.era() + 1, 0)
          : new Bound(batch.era(), batch.until());
    }
  }

  /// Where an entry stands in the order in which entries are sealed.
  record Place(int era, long transaction, long id) {
    static Place of(AuditEntry entry) {
      return new Place(entry.era(), entry.transaction(), entry.id());
    }

    /// Before the first that is not sealed.
    static Place before(Bound bound) {
      return new Place(bound.era(), bound.transaction(), 0);
    }
  }

  private final JdbcClient jdbc;
  private final AuditCipher cipher;

  EntryRows(JdbcClient jdbc, AuditCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /// The present era; a new one begins here if this is another database cluster than the last time.
  int era() {
    return jdbc.sql("select begin_audit_era()").query(Integer.class).single();
  }

  /// Sorts what is new into the index of patients, so that no writer has to. Answers how many pages
  /// of it there were.
  long tidy() {
    return jdbc.sql("select tidy_audit()").query(Long.class).single();
  }

  /// Entries whose number nobody can come before any more: every transaction with a lower number
  /// has ended. All of a transaction or nothing of it.
  List<AuditEntry> settled(int era, long from, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from audit_entry
                where era = ? and xid >= ?
                  and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by xid
                fetch first ? rows with ties
                """)
        .params(era, from, limit)
        .query(this::entry)
        .list();
  }

  /// Entries of an era that is over, in which nothing is still being written.
  List<AuditEntry> ofPastEra(int era, long from, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from audit_entry where era = ? and xid >= ? order by xid"
                + " fetch first ? rows with ties")
        .params(era, from, limit)
        .query(this::entry)
        .list();
  }

  /// What is there now of a batch; a little more than was sealed, if there is more.
  List<AuditEntry> of(AuditBatch batch) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from audit_entry
                where era = ? and xid >= ? and xid < ?
                order by xid, id
                limit ?
                """)
        .params(batch.era(), batch.from(), batch.until(), batch.entries() + 100)
        .query(this::entry)
        .list();
  }

  long countFrom(Bound bound) {
    return jdbc.sql("select count(*) from audit_entry where (era, xid) >= (?, ?)")
        .params(bound.era(), bound.transaction())
        .query(Long.class)
        .single();
  }

  /// The newest that there is.
  Optional<Place> last() {
    return jdbc.sql(
            "select era, xid, id from audit_entry order by era desc, xid desc, id desc limit 1")
        .query((row, _) -> new Place(row.getInt("era"), row.getLong("xid"), row.getLong("id")))
        .optional();
  }

  /// The next ones after a place, up to another.
  List<AuditEntry> between(Place after, Place last, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from audit_entry
                where (era, xid, id) > (?, ?, ?) and (era, xid, id) <= (?, ?, ?)
                order by era, xid, id
                limit ?
                """)
        .params(
            after.era(),
            after.transaction(),
            after.id(),
            last.era(),
            last.transaction(),
            last.id(),
            limit)
        .query(this::entry)
        .list();
  }

  AuditEntry entry(ResultSet row, int number) throws SQLException {
    String roles = row.getString("roles");
    return new AuditEntry(
        row.getLong("id"),
        row.getInt("era"),
        row.getLong("xid"),
        SqlTime.read(row, "at"),
        row.getString("action"),
        row.getString("outcome"),
        row.getString("code"),
        id(row, "account_id", AccountId::new),
        row.getString("account_name"),
        roles == null ? List.of() : List.of(roles.split(",", -1)),
        row.getString("client"),
        row.getString("address"),
        row.getString("desk"),
        row.getObject("request_id", UUID.class),
        row.getString("subject_kind"),
        row.getObject("subject_id", UUID.class),
        id(row, "hospital_id", HospitalId::new),
        ids(row, "patients", PatientId::new),
        ids(row, "readers", AccountId::new),
        reason(row));
  }

  /// What was not encrypted here is shown as such, and is not what was sealed.
  private @Nullable String reason(ResultSet row) throws SQLException {
    byte[] encrypted = row.getBytes("reason");
    if (encrypted == null) {
      return null;
    }
    try {
      String request = String.valueOf(row.getObject("request_id", UUID.class));
      return new String(
          cipher.decrypt(AuditCipher.REASON, request, encrypted), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException notOurs) {
      return "unreadable: " + HexFormat.of().formatHex(encrypted);
    }
  }

  private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> make)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(make).orElse(null);
  }

  private static <T> List<T> ids(ResultSet row, String column, Function<UUID, T> make)
      throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Stream.of((UUID[]) array.getArray()).map(make).toList();
  }
}
