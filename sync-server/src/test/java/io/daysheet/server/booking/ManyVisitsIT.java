package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.daysheet.server.Proof;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.TestPatients;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/// Many thousand past visits, a hundred thousand in full length, are in nobody's way: no command
/// and no page reads through a whole table that grows, and each fetches as many rows as it does
/// after a thousand. PostgreSQL's own counts say so, whatever the statements are, those of its
/// triggers included.
@ServerTest
@Import(SettableClock.Configuration.class)
@DirtiesContext
class ManyVisitsIT {

  private static final String[] TABLES = {
    "appointment", "availability", "patient", "change", "idempotency"
  };

  private static final List<String> PEOPLE =
      List.of(
          """
          insert into doctor (id, name)
          select uuid_in(md5('doctor ' || d)::cstring), 'Dr. ' || d from generate_series(0, 39) as d
          """,
          """
          insert into doctor_hospital (doctor_id, hospital_id)
          select uuid_in(md5('doctor ' || d)::cstring), '%s' from generate_series(0, 39) as d
          """,
          """
          insert into patient (id, mrn, mrn_hash, given_name, family_name, birth_date, search,
            index_key)
          select uuid_in(md5('patient ' || p)::cstring), '', sha256(p::text::bytea), '', '', '', '{}', 1
          from generate_series(0, 3999) as p
          where p not between 1 and 22
          """);

  /// 40 doctors with 8 visits on each of some days: every constraint holds for each of them.
  private static final List<String> HISTORY =
      List.of(
          """
          insert into availability (id, hospital_id, doctor_id, during)
          select uuid_in(md5(d || ' on ' || t)::cstring), '%1$s',
            uuid_in(md5('doctor ' || d)::cstring),
            tstzrange(at, at + interval '10 hours')
          from generate_series(0, 39) as d, generate_series(%2$d, %3$d) as t,
            lateral (select timestamptz '2030-03-12 08:00Z' - t * interval '1 day' as at) as day
          """,
          """
          insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id, during,
            occupied, type, created_at)
          select gen_random_uuid(), '%1$s', uuid_in(md5('doctor ' || d)::cstring),
            uuid_in(md5('patient ' || (d + 40 * h + 7 * t) %% 4000)::cstring),
            uuid_in(md5(d || ' on ' || t)::cstring), r.during, r.during, 'FOLLOW_UP', now()
          from generate_series(0, 39) as d, generate_series(%2$d, %3$d) as t,
            generate_series(0, 7) as h,
            lateral (select timestamptz '2030-03-12 08:00Z' - t * interval '1 day'
              + h * interval '1 hour' as at) as day,
            lateral (select tstzrange(at, at + interval '1 hour') as during) as r
          """,
          """
          insert into change (hospital_id, sequence, at, kind, subject_id, version)
          select '%1$s', n, timestamptz '2030-03-12 00:00Z', 'appointment-booked',
            gen_random_uuid(), 1
          from stream, generate_series(sequence + 1, sequence + 320 * (%3$d - %2$d + 1)) as n
          where hospital_id = '%1$s'
          """,
          """
          update stream set sequence = (select max(sequence) from change) where hospital_id = '%1$s'
          """,
          """
          insert into idempotency (key, request_hash, status, created_at)
          select 'old ' || n, '', 201, timestamptz '2030-03-12 00:00Z'
          from generate_series(320 * %2$d, 320 * %3$d + 319) as n
          """,
          "analyze");

  @Autowired JdbcClient jdbc;
  @Autowired HikariDataSource pool;
  @Autowired Environment environment;
  @LocalServerPort int port;

  @Test
  void whatADayTakesStaysTheSameHoweverManyHaveBeen() {
    TestHospital hospital = TestHospital.hourly(jdbc);
    PEOPLE.forEach(sql -> jdbc.sql(sql.formatted(hospital.id())).update());
    owner().sql("insert into stream values (?, 0)").param(hospital.id()).update();
    for (int i = 1; i <= 22; i++) {
      TestPatients.add(jdbc, named("patient " + i), "Given", "Family " + i, "1930-01-01");
    }

    pass(hospital, 1, 4);
    assertThat(visits(hospital)).isBetween(1_000L, 2_000L);
    Counts few = tenDaysAtTheDesk(hospital, 13);
    int days = Proof.length(64, 320);
    pass(hospital, 5, days);
    assertThat(visits(hospital)).isGreaterThan(315L * days);
    Counts many = tenDaysAtTheDesk(hospital, 1);

    assertThat(few.wholeTables()).as("read as a whole after a thousand").isEmpty();
    assertThat(many.wholeTables()).as("read as a whole after many thousand").isEmpty();
    assertThat(many.rows())
        .as("rows that were fetched")
        .allSatisfy((table, rows) ->
            assertThat(rows)
                .as(table)
                .isLessThanOrEqualTo(few.rows().getOrDefault(table, 0L) * 5 / 4 + 20));
    assertThat(many.pages())
        .as("pages that were looked at: a few more, since indexes are a level deeper")
        .containsOnlyKeys(TABLES)
        .allSatisfy((table, pages) ->
            assertThat(pages)
                .as(table)
                .isLessThanOrEqualTo(few.pages().getOrDefault(table, 0L) * 4));
  }

  /// Other tests may have booked elsewhere.
  private static long visits(TestHospital hospital) {
    return hospital.count("select count(*) from appointment where hospital_id = ?", hospital.id());
  }

  /// The server's own role can't write the streams' past.
  private JdbcClient owner() {
    return TestDatabase.owner(environment);
  }

  private void pass(TestHospital hospital, int from, int until) {
    HISTORY.forEach(sql -> owner().sql(sql.formatted(hospital.id(), from, until)).update());
  }

  /// What ten days take: more than five, since from then on PostgreSQL and its driver keep a plan
  /// for any values.
  private Counts tenDaysAtTheDesk(TestHospital hospital, int first) {
    Counts before = afterEverybodyHasTold();
    try (TestDesk api = TestDesk.at(port)) {
      for (int i = 0; i < 10; i++) {
        UUID doctor = named("doctor " + i);
        UUID patient = named("patient " + (first + i));
        aDayAtTheDesk(api, hospital, doctor, patient, LocalDate.of(2030, 4, first + i));
      }
    }
    return afterEverybodyHasTold().since(before);
  }

  private UUID named(String name) {
    return jdbc.sql("select uuid_in(md5(?)::cstring)").param(name).query(UUID.class).single();
  }

  /// Opens, books, is in the way of another in each manner, is asked for, is cancelled, closes.
  private static void aDayAtTheDesk(
      TestDesk api, TestHospital hospital, UUID doctor, UUID patient, LocalDate date) {
    String nine = date + "T09:00:00+02:00";
    String ten = date + "T10:00:00+02:00";
    String noon = date + "T12:00:00+02:00";
    Answer opened = api.post("/availabilities", hospital.opening(doctor, nine, noon));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    Answer overlapping = api.post("/availabilities", hospital.opening(doctor, ten, noon));
    assertThat(overlapping.status()).isEqualTo(409);
    Map<String, Object> booking = hospital.booking(doctor, patient, ten);
    Answer booked = api.post("/appointments", booking, "Idempotency-Key", "day " + date);
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(api.post("/appointments", booking, "Idempotency-Key", "day " + date))
        .isEqualTo(booked);
    assertThat(api.post("/appointments", booking).codes())
        .containsExactly("doctor-busy", "patient-busy");
    assertThat(api.post("/appointments", and(booking, "start", date + "T16:00:00+02:00")).codes())
        .containsExactly("outside-availability");
    assertThat(
            api.get("/schedule?hospital=" + hospital.id() + "&date=" + date)
                .json()
                .get("appointments")
                .size())
        .isEqualTo(1);
    assertThat(api.get("/patients/" + patient + "/appointments?upcoming=true").status())
        .isEqualTo(200);
    assertThat(api.get("/patients/" + patient + "/appointments").status()).isEqualTo(200);
    String availability = "/availabilities/" + opened.text("id");
    assertThat(api.delete(availability, "If-Match", "\"1\"").codes())
        .containsExactly("availability-in-use");
    assertThat(
            api.post(
                    "/appointments/" + booked.text("id") + "/cancel",
                    Map.of("reason", "ill"),
                    "If-Match",
                    "\"1\"")
                .status())
        .isEqualTo(200);
    assertThat(api.delete(availability, "If-Match", "\"1\"").status()).isEqualTo(204);
  }

  /// What it took, by table: how often it was read as a whole, rows fetched by index, and pages of
  /// it and its indexes that were looked at.
  private record Counts(
      Map<String, Long> wholeTables, Map<String, Long> rows, Map<String, Long> pages) {

    Counts since(Counts before) {
      return new Counts(
          difference(wholeTables, before.wholeTables),
          difference(rows, before.rows),
          difference(pages, before.pages));
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
      Map<String, Long> more = new TreeMap<>();
      now.forEach((name, count) -> more.put(name, count - before.getOrDefault(name, 0L)));
      more.values().removeIf(count -> count == 0);
      return more;
    }
  }

  /// A session tells its counts at its end: so all that there are now are ended first.
  private Counts afterEverybodyHasTold() {
    OffsetDateTime now = jdbc.sql("select now()").query(OffsetDateTime.class).single();
    pool.getHikariPoolMXBean().softEvictConnections();
    await().atMost(Duration.ofSeconds(30)).until(() -> sessionsFromBefore(now) == 0);
    return new Counts(
        counts("select relname, seq_scan from pg_stat_user_tables"),
        counts("select relname, idx_tup_fetch from pg_stat_user_tables"),
        counts(
            """
            select relname, heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read
            from pg_statio_user_tables\
            """));
  }

  private long sessionsFromBefore(OffsetDateTime moment) {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend'
              and backend_start <= ?
            """)
        .param(moment)
        .query(Long.class)
        .single();
  }

  private Map<String, Long> counts(String sql) {
    return jdbc
        .sql(sql + " where relname = any (?)")
        .param(TABLES)
        .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
