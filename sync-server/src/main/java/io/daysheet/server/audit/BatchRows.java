package io.daysheet.server.audit;

import io.daysheet.server.database.SqlTime;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `audit_batch`.
@Repository
class BatchRows {

  /// Nobody else has this number: see the locks of the schema, which have two classes.
  private static final long SEALING = 0x6461_7973_6865_6574L;

  private static final long FORGETTING = SEALING + 1;

  private static final HexFormat HEX = HexFormat.of();

  private static final String SELECT =
      """
      select number, format, era, from_xid, until_xid, entries, oldest, newest, sealed_at,
        coalesce(ids, '{}') as ids, coalesce(digests, '') as digests, content, previous, key, hash,
        signature
      from audit_batch
      """;

  private final JdbcClient jdbc;

  BatchRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Until the transaction's end; false if another node has it.
  boolean lockSealing() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(SEALING)
        .query(Boolean.class)
        .single();
  }

  /// Until the transaction's end; false if somebody is reading what may be forgotten.
  boolean lockForgetting() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(FORGETTING)
        .query(Boolean.class)
        .single();
  }

  /// Until the transaction's end nothing is forgotten.
  void keepEverything() {
    jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(FORGETTING).query(row -> {});
  }

  Optional<AuditBatch> last() {
    return jdbc.sql(SELECT + "order by number desc limit 1").query(BatchRows::batch).optional();
  }

  Optional<AuditBatch> find(long number) {
    return jdbc.sql(SELECT + "where number = ?").param(number).query(BatchRows::batch).optional();
  }

  /// The next ones from a number on.
  List<AuditBatch> from(long number, int limit) {
    return jdbc.sql(SELECT + "where number >= ? order by number limit ?")
        .params(number, limit)
        .query(BatchRows::batch)
        .list();
  }

  /// The first that has entries from this time or later.
  Optional<Long> firstSince(Instant time) {
    return jdbc.sql("select min(number) from audit_batch where newest >= ?")
        .param(SqlTime.of(time))
        .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /// The last that has entries from before this time.
  Optional<Long> lastBefore(Instant time) {
    return jdbc.sql("select max(number) from audit_batch where oldest < ?")
        .param(SqlTime.of(time))
        .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  void add(AuditBatch batch) {
    jdbc.sql("select add_audit_batch(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                batch.number(),
                batch.format(),
                batch.era(),
                batch.from(),
                batch.until(),
                time(batch.oldest()),
                time(batch.newest()),
                time(batch.sealedAt()),
                batch.ids().toArray(Long[]::new),
                HEX.parseHex(batch.digests()),
                HEX.parseHex(batch.content()),
                HEX.parseHex(batch.previous()),
                batch.key(),
                HEX.parseHex(batch.hash()),
                HEX.parseHex(batch.signature())))
        .query(row -> {});
  }

  /// Empty if there is nothing to forget, else how many entries there were.
  Optional<Integer> forgetOne(Instant before) {
    return jdbc.sql("select forget_audit_batch(?)")
        .param(SqlTime.of(before))
        .query((row, _) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .single();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : SqlTime.of(instant);
  }

  private static AuditBatch batch(ResultSet row, int number) throws SQLException {
    return new AuditBatch(
        row.getLong("number"),
        row.getInt("format"),
        row.getInt("era"),
        row.getLong("from_xid"),
        row.getLong("until_xid"),
        row.getInt("entries"),
        instant(row, "oldest"),
        instant(row, "newest"),
        SqlTime.read(row, "sealed_at"),
        List.of((Long[]) row.getArray("ids").getArray()),
        hex(row, "digests"),
        hex(row, "content"),
        hex(row, "previous"),
        row.getString("key"),
        hex(row, "hash"),
        hex(row, "signature"));
  }

  private static String hex(ResultSet row, String column) throws SQLException {
    return HEX.formatHex(row.getBytes(column));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static AuditHead head(AuditBatch batch) {
    return new AuditHead(batch.number(), batch.hash());
  }
}
