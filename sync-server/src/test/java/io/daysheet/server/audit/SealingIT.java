package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.server.audit.AuditSearch.Question;
import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditVerification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is sealed, in which order, by whom.
class SealingIT {

  private static final String WRITE =
      "select write_audit(null, now(), 'patient-read', 'done', null, null, null, '{}')";

  private static final Question ALL = new Question(null, null, null, null, null, null);

  @TempDir Path folder;
  private Trail trail;

  @BeforeEach
  void begin() {
    trail = Trail.in(folder);
  }

  @Test
  void batchesAreFullExceptTheLastAndNothingIsSealedTwice() {
    trail.writeAndSeal(10);
    assertThat(sizes()).containsExactly(4, 4, 2);
    assertThat(trail.sealer.seal()).isEmpty();

    trail.writeAndSeal(1);
    assertThat(sizes()).containsExactly(4, 4, 2, 1);
    AuditVerification found = trail.verify();
    assertThat(found.sound()).isTrue();
    assertThat(found.batches()).isEqualTo(4);
    assertThat(found.entries()).isEqualTo(11);
    assertThat(found.unsealed()).isZero();
  }

  /// Whoever reads a day adds hundreds of ids to the index of patients; sorting them in is done for
  /// all at once, and neither it nor its absence is seen by who searches.
  @Test
  void whatIsNewIsFoundBeforeAndAfterItIsSortedIn() {
    trail.write(1);
    AuditSearch search = new AuditSearch(trail.jdbc, trail.entries);
    PatientId patient = search.find(ALL, 1, null).getFirst().patients().getFirst();
    Question question = new Question(patient, null, null, null, null, null);

    assertThat(search.find(question, 10, null)).hasSize(1);
    assertThat(sortedIn()).isPositive();
    assertThat(search.find(question, 10, null)).hasSize(1);
    assertThat(sortedIn()).isZero();
  }

  private long sortedIn() {
    return trail.entries.tidy();
  }

  @Test
  void whatIsNotSealedYetIsCounted() {
    trail.writeAndSeal(4);
    trail.write(3);

    assertThat(trail.verify().unsealed()).isEqualTo(3);
    assertThat(trail.verify().sound()).isTrue();
  }

  /// The second began later and ended earlier: sealing it at once would leave no place for the
  /// first.
  @Test
  void aTransactionIsWaitedForThatBeganBeforeOneThatHasEnded() throws SQLException {
    try (Connection first = trail.database.application().getConnection();
        Connection second = trail.database.application().getConnection()) {
      first.setAutoCommit(false);
      run(first, WRITE);
      run(second, WRITE);

      assertThat(trail.sealer.seal()).isEmpty();
      first.commit();
      assertThat(trail.seal()).isPresent();
    }
    assertThat(trail.idsOf(1)).containsExactly(1L, 2L);
    assertThat(trail.verify().sound()).isTrue();
  }

  @Test
  void whatIsRolledBackLeavesNoGapThatAnybodyMinds() throws SQLException {
    trail.writeAndSeal(2);
    try (Connection first = trail.database.application().getConnection()) {
      first.setAutoCommit(false);
      run(first, WRITE);
      first.rollback();
    }
    trail.writeAndSeal(2);

    assertThat(trail.verify().sound()).isTrue();
    assertThat(trail.verify().entries()).isEqualTo(4);
  }

  @Test
  void aTransactionOfManyEntriesIsNeverDivided() {
    trail.write(1);
    trail.transaction.executeWithoutResult(status -> trail.write(9));
    trail.write(1);
    trail.seal();

    assertThat(sizes()).containsExactly(10, 1);
    assertThat(trail.verify().sound()).isTrue();
  }

  @Test
  void writersAndTwoSealersAtOnceLeaveOneChain() throws Exception {
    Trail other = trail.beside(folder);
    List<Callable<Integer>> work =
        List.of(
            () -> writeMuch(trail),
            () -> writeMuch(other),
            () -> writeMuch(trail),
            () -> sealMuch(trail),
            () -> sealMuch(other));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    trail.seal();

    AuditVerification found = trail.verify();
    assertThat(found.firstBad()).isNull();
    assertThat(found.entries()).isEqualTo(180);
    assertThat(found.unsealed()).isZero();
  }

  /// A dump that is restored into another cluster keeps its entries' numbers, while that cluster's
  /// own begin anew.
  @Test
  void afterARestoreFromADumpTheChainGoesOnInANewEra() {
    trail.writeAndSeal(6);
    trail.write(1);
    trail.asSuperuser("update audit_entry set xid = xid + 1000000 where id > 6");
    trail.asSuperuser("update audit_era set system_identifier = 42");

    trail.seal();
    trail.writeAndSeal(3);

    assertThat(sizes()).containsExactly(4, 2, 1, 3);
    assertThat(trail.batches.from(1, 10)).extracting(AuditBatch::era).containsExactly(1, 1, 1, 2);
    AuditVerification found = trail.verify();
    assertThat(found.firstBad()).isNull();
    assertThat(found.entries()).isEqualTo(10);
  }

  @Test
  void whatIsOldEnoughIsForgottenByBatchesAndTheRestIsInOrder() {
    trail.clock.set(Instant.parse("2015-03-12T10:00:00Z"));
    trail.writeAndSeal(8);
    trail.clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    trail.writeAndSeal(5);

    trail.forgetting.forget();

    AuditVerification found = trail.verify();
    assertThat(found.firstBad()).isNull();
    assertThat(found.forgotten()).isEqualTo(2);
    assertThat(found.entries()).isEqualTo(13);
    assertThat(trail.jdbc.sql("select count(*) from audit_entry").query(Long.class).single())
        .isEqualTo(5);
    trail.asSuperuser("delete from audit_entry where id = 9");
    assertThat(Objects.requireNonNull(trail.verify().firstBad()).missing()).containsExactly(9L);
  }

  /// Whatever the server's clock says, and whatever it asks for.
  @Test
  void nothingIsForgottenThatTheDatabaseKnowsToBeYoung() {
    trail.clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    trail.writeAndSeal(4);
    trail.clock.set(Instant.parse("2099-03-12T10:00:00Z"));

    trail.forgetting.forget();

    assertThat(trail.jdbc.sql("select count(*) from audit_entry").query(Long.class).single())
        .isEqualTo(4);
  }

  @Test
  void nothingIsForgottenWhileSomebodyVerifies() {
    trail.clock.set(Instant.parse("2015-03-12T10:00:00Z"));
    trail.writeAndSeal(4);
    trail.clock.set(Instant.parse("2026-03-12T10:00:00Z"));

    trail.transaction.executeWithoutResult(reading -> {
      trail.batches.keepEverything();
      trail.beside(folder).forgettingAt(trail.clock.instant());
    });

    assertThat(trail.verify().forgotten()).isZero();
  }

  private static int writeMuch(Trail trail) {
    trail.write(60);
    return 60;
  }

  private static int sealMuch(Trail trail) {
    for (int i = 0; i < 30; i++) {
      trail.sealer.seal();
    }
    return 30;
  }

  private List<Integer> sizes() {
    return trail.batches.from(1, 100).stream().map(AuditBatch::entries).toList();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
