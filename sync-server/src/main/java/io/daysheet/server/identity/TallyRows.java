package io.daysheet.server.identity;

import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `sign_in_tally`.
@Repository
class TallyRows {

  private final JdbcClient jdbc;

  TallyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The tally, which nobody else changes until the transaction ends. In one statement: between two
  /// somebody may delete it.
  Tally lock(TallyKey key, Instant now) {
    return jdbc.sql(
            """
            insert into sign_in_tally as t (key, failures, since, locked_until) values (?, 0, ?, ?)
            on conflict (key) do update set failures = t.failures
            returning failures, since, locked_until
            """)
        .params(key.text(), SqlTime.of(now), SqlTime.of(now))
        .query((row, _) ->
            new Tally(
                row.getInt("failures"),
                SqlTime.read(row, "since"),
                SqlTime.read(row, "locked_until")))
        .single();
  }

  void write(TallyKey key, Tally tally) {
    jdbc.sql("update sign_in_tally set failures = ?, since = ?, locked_until = ? where key = ?")
        .params(
            tally.failures(),
            SqlTime.of(tally.since()),
            SqlTime.of(tally.lockedUntil()),
            key.text())
        .update();
  }

  /// What others counted since then stays.
  void takeBack(Throttle.Counted counted, Instant now) {
    jdbc.sql(
            """
            update sign_in_tally
            set failures = greatest(failures - 1, 0),
              locked_until = case when failures = :counted then :now else locked_until end
            where key = :key
            """)
        .param("counted", counted.after().failures())
        .param("now", SqlTime.of(now))
        .param("key", counted.key().text())
        .update();
  }

  void delete(TallyKey key) {
    jdbc.sql("delete from sign_in_tally where key = ?").param(key.text()).update();
  }

  void deleteAll(String beginning) {
    jdbc.sql("delete from sign_in_tally where starts_with(key, ?)").param(beginning).update();
  }

  int deleteBefore(Instant time) {
    return jdbc.sql("delete from sign_in_tally where since < ?").param(SqlTime.of(time)).update();
  }
}
