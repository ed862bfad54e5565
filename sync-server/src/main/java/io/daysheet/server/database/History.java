package io.daysheet.server.database;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets what nobody asks for any more, so that no table only ever grows: first answers after two
/// days, changes after seven. A desk that was away longer loads its day anew.
@Component
class History {

  static final Duration ANSWERS = Duration.ofDays(2);
  static final Duration CHANGES = Duration.ofDays(7);

  private static final Logger log = LoggerFactory.getLogger(History.class);

  /// So many at once: no statement holds on to rows for long.
  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  History(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT30M")
  void forget() {
    int answers =
        forget(
            """
            with gone as (
              delete from idempotency where ctid = any (array(
                select ctid from idempotency where created_at < ? limit ?))
              returning 1)
            select count(*) from gone
            """,
            ANSWERS);
    int changes = forget("select forget_changes(?, ?)", CHANGES);
    if (answers + changes > 0) {
      log.info("Forgot {} old answers and {} old changes", answers, changes);
    }
  }

  private int forget(String sql, Duration kept) {
    OffsetDateTime before = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
    int sum = 0;
    for (int deleted = BATCH; deleted == BATCH; ) {
      deleted = jdbc.sql(sql).param(before).param(BATCH).query(Integer.class).single();
      sum += deleted;
    }
    return sum;
  }
}
