package io.daysheet.server.signin;

import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `assertion`.
@Repository
class AssertionRows {

  private final JdbcClient jdbc;

  AssertionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False if it was shown before, to whichever node.
  boolean isNew(String client, String id, Instant expiresAt) {
    return jdbc.sql(
                """
                insert into assertion (client_id, jti, expires_at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(client, id, SqlTime.of(expiresAt))
            .update()
        == 1;
  }

  void deleteExpiredBefore(Instant time) {
    jdbc.sql("delete from assertion where expires_at < ?").param(SqlTime.of(time)).update();
  }
}
