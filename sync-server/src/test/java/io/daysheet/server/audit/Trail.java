package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.access.Caller;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.AuditVerification.BadBatch;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An audit trail on a database of its own, without a server around it: batches of four.
final class Trail {

  static final int BATCH = 4;

  private static final List<HikariDataSource> OPEN = new ArrayList<>();

  final TestDatabase database;
  final SettableClock clock = new SettableClock();
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final EntryWriter writer;
  final EntryRows entries;
  final BatchRows batches;
  final SealingKeys keys;
  final Anchor anchor;
  final Sealer sealer;
  final Verification verification;
  final Forgetting forgetting;
  final Caller caller = TestCallers.receptionist();

  private Trail(TestDatabase database, Path folder) {
    var settings = new AuditSettings(Duration.ofSeconds(5), BATCH, Period.ofYears(6), 2);
    this.database = database;
    DataSource source = kept(database);
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    AuditCipher cipher = new TestCipher(folder);
    writer = new EntryWriter(jdbc, WireJson.mapper(), cipher);
    entries = new EntryRows(jdbc, cipher);
    batches = new BatchRows(jdbc);
    keys = new SealingKeys(jdbc, cipher, clock);
    anchor = new Anchor(anchorFile(folder));
    sealer = new Sealer(entries, batches, keys, anchor, transaction, settings, clock);
    verification = new Verification(batches, entries, keys, anchor, transaction, settings, clock);
    forgetting = new Forgetting(batches, transaction, settings, clock);
  }

  static Path anchorFile(Path folder) {
    return folder.resolve("audit.head");
  }

  static Trail in(Path folder) {
    OPEN.forEach(HikariDataSource::close);
    OPEN.clear();
    return new Trail(TestDatabase.migrated(), folder);
  }

  /// Connections are kept, as a server does, until the next test opens another trail: a new one for
  /// each statement costs more than what the statement does.
  private static DataSource kept(TestDatabase database) {
    DriverManagerDataSource application = database.application();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(application.getUrl());
    pool.setUsername(application.getUsername());
    pool.setPassword(application.getPassword());
    pool.setMinimumIdle(0);
    OPEN.add(pool);
    return pool;
  }

  /// Another server on the same database.
  Trail beside(Path folder) {
    return new Trail(database, folder);
  }

  /// As many entries, each with a patient of its own.
  void write(int count) {
    for (int i = 0; i < count; i++) {
      writer.write(
          Who.of(caller),
          Deed.done(
              AuditAction.PATIENT_READ,
              UUID.randomUUID(),
              null,
              List.of(new PatientId(UUID.randomUUID()))),
          clock.instant());
    }
  }

  void writeAndSeal(int count) {
    write(count);
    seal();
  }

  /// Seals all that is written. The numbers of transactions are the whole PostgreSQL's, so what
  /// runs in another test's database is waited for, as the sealer would from one turn to the next.
  Optional<AuditHead> seal() {
    long written = number("xmax");
    await().until(() -> number("xmin") >= written);
    return sealer.seal();
  }

  /// Of the first transaction that isn't over, or of the next that will begin.
  private long number(String which) {
    return jdbc.sql("select pg_snapshot_%s(pg_current_snapshot())::text::bigint".formatted(which))
        .query(Long.class)
        .single();
  }

  AuditVerification verify() {
    return verification.verify(null, null);
  }

  /// By the server, and the same by the program that has nothing but an export.
  BadBatch firstBad(Path folder) {
    AuditVerification found = verify();
    assertThat(found.sound()).isFalse();
    assertThat(found.batches()).isLessThan(5);
    Path export = folder.resolve("export.ndjson");
    try (OutputStream out = Files.newOutputStream(export)) {
      export().write(null, null, out);
      assertThat(OfflineVerification.verify(clock, export, List.of(), null).firstBad())
          .as("offline")
          .isEqualTo(found.firstBad());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return Objects.requireNonNull(found.firstBad());
  }

  Export export() {
    return new Export(verification, batches, entries, keys, anchor, WireJson.mapper(), clock);
  }

  void forgettingAt(Instant now) {
    clock.set(now);
    forgetting.forget();
  }

  /// As somebody who has taken over the database.
  void asSuperuser(String sql) {
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  List<Long> idsOf(int batch) {
    return batches.find(batch).orElseThrow().ids();
  }

  AccountId account() {
    return caller.account().id();
  }
}
