package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class HistoryIT {

  private static final Instant NOW = Instant.parse("2020-03-12T10:00:00Z");

  @Test
  void onlyWhatIsOldIsForgottenHoweverMuchThereIs() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.url(), EmbeddedPostgres.USER, database.password()));
    // one an hour over 12 001 hours, up to now
    jdbc.sql(
            """
            insert into idempotency (key, request_hash, status, created_at)
            select n, '', 201, timestamptz '2020-03-12 10:00Z' - n * interval '1 hour'
            from generate_series(0, 12000) as n
            """)
        .update();
    jdbc.sql(
            """
            insert into change (hospital_id, sequence, at, kind, subject_id, version)
            select gen_random_uuid(), n, timestamptz '2020-03-12 10:00Z' - n * interval '1 hour',
              'appointment-booked', gen_random_uuid(), 1
            from generate_series(0, 12000) as n
            """)
        .update();

    new History(jdbc, InstantSource.fixed(NOW)).forget();

    assertThat(jdbc.sql("select count(*) from idempotency").query(Long.class).single())
        .isEqualTo(2 * 24 + 1);
    assertThat(jdbc.sql("select count(*) from change").query(Long.class).single())
        .isEqualTo(7 * 24 + 1);
  }
}
