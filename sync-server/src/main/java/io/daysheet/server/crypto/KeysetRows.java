package io.daysheet.server.crypto;

import com.google.crypto.tink.util.Bytes;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `data_key`: each purpose's keys, wrapped.
record KeysetRows(JdbcClient jdbc) {

  /// How far the replacement of a key has come.
  enum Step {
    /// One key, or several of which the last one has been writing for long.
    DONE,
    /// The new key is there, so that every node can read it before any writes it.
    PREPARED,
    /// The new key writes, and what the old one wrote is being written anew.
    REPLACING
  }

  /// @param since when the step was taken
  record Wrapped(
      Purpose purpose, Bytes keys, String master, int version, Step step, Instant since) {}

  List<Wrapped> all() {
    return jdbc.sql("select purpose, keys, master, version, step, since from data_key")
        .query((row, _) ->
            new Wrapped(
                Purpose.valueOf(row.getString("purpose")),
                Bytes.copyFrom(row.getBytes("keys")),
                row.getString("master"),
                row.getInt("version"),
                Step.valueOf(row.getString("step")),
                SqlTime.read(row, "since")))
        .list();
  }

  Optional<Wrapped> find(Purpose purpose) {
    return all().stream().filter(row -> row.purpose() == purpose).findFirst();
  }

  void insert(Keyset keys, MasterKey master, Instant now) {
    jdbc.sql(
            """
            insert into data_key (purpose, keys, master, version, step, since)
            values (?, ?, ?, 1, 'DONE', ?)
            """)
        .params(keys.purpose().name(), keys.wrappedBy(master), master.name(), SqlTime.of(now))
        .update();
  }

  /// False if another node was faster.
  boolean update(Wrapped seen, Keyset keys, MasterKey master, Step step, Instant since) {
    return jdbc.sql(
                """
                update data_key set keys = ?, master = ?, version = version + 1, step = ?, since = ?
                where purpose = ? and version = ?
                """)
            .params(
                keys.wrappedBy(master),
                master.name(),
                step.name(),
                SqlTime.of(since),
                seen.purpose().name(),
                seen.version())
            .update()
        == 1;
  }

  /// What every node asks every few seconds.
  <K> Optional<K> ifChanged(int sumOfVersions, Function<Integer, K> read) {
    int sum =
        jdbc.sql("select coalesce(sum(version), 0) from data_key").query(Integer.class).single();
    return sum == sumOfVersions ? Optional.empty() : Optional.of(read.apply(sum));
  }
}
