package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.wire.AuditBatch;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditProblem;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.AuditVerification.BadBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who may do everything in the database changes the chain itself: the first batch that is
/// not as it was sealed is named each time. There are five batches of four, entries 1 to 20.
class TamperedChainIT {

  @TempDir Path folder;
  private Trail trail;

  @BeforeEach
  void fill() {
    trail = Trail.in(folder);
    trail.writeAndSeal(20);
    assertThat(trail.verify().batches()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entries = entries + 1",
        "until_xid = until_xid + 1",
        "sealed_at = sealed_at + interval '1 second'",
        "newest = newest + interval '1 second'",
        "ids = array[1, 2, 3, 4]",
        "digests = digests || 'x'",
        "content = sha256('x')",
        "hash = sha256('x')",
        "format = 2"
      })
  void aChangedBatchIsFound(String change) {
    trail.asSuperuser("update audit_batch set " + change + " where number = 3");

    assertThat(firstBad()).isEqualTo(BadBatch.of(3, AuditProblem.CHANGED_BATCH));
  }

  @Test
  void aBatchThatFollowsAnotherOneIsFound() {
    trail.asSuperuser("update audit_batch set previous = sha256('x') where number = 3");
    assertThat(firstBad()).isEqualTo(BadBatch.of(3, AuditProblem.BROKEN_CHAIN));
  }

  @Test
  void aSignatureThatIsNotTheKeysIsFound() {
    trail.asSuperuser(
        "update audit_batch set signature = set_byte(signature, 5, 255 - get_byte(signature, 5))"
            + " where number = 3");
    assertThat(firstBad()).isEqualTo(BadBatch.of(3, AuditProblem.WRONG_SIGNATURE));
    trail.asSuperuser("update audit_batch set signature = 'x' where number = 3");
    assertThat(firstBad()).isEqualTo(BadBatch.of(3, AuditProblem.WRONG_SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5})
  void aRemovedBatchIsFound(int number) {
    trail.asSuperuser("delete from audit_batch where number = " + number);
    assertThat(firstBad()).isEqualTo(BadBatch.of(number, AuditProblem.MISSING_BATCH));
  }

  @Test
  void aRemovedBatchIsFoundAlsoIfTheOthersAreNumberedAnew() {
    trail.asSuperuser(
        """
        delete from audit_batch where number = 2;
        update audit_batch set number = number - 1 where number = 3;
        update audit_batch set number = number - 1 where number = 4;
        update audit_batch set number = number - 1 where number = 5
        """);
    assertThat(firstBad()).isEqualTo(BadBatch.of(2, AuditProblem.BROKEN_CHAIN));
  }

  @Test
  void batchesInAnotherOrderAreFound() {
    trail.asSuperuser(
        """
        update audit_batch set number = 99 where number = 2;
        update audit_batch set number = 2 where number = 3;
        update audit_batch set number = 3 where number = 99
        """);
    assertThat(firstBad()).isEqualTo(BadBatch.of(2, AuditProblem.BROKEN_CHAIN));
  }

  /// With its entries, and whatever is sealed afterwards: the server remembers the end.
  @Test
  void anEndThatWasCutOffIsFound() {
    trail.asSuperuser("delete from audit_batch where number > 3");
    trail.asSuperuser("delete from audit_entry where id > 12");
    assertThat(firstBad()).isEqualTo(BadBatch.of(4, AuditProblem.MISSING_BATCH));

    trail.writeAndSeal(20);
    assertThat(firstBad()).isEqualTo(BadBatch.of(5, AuditProblem.OTHER_HEAD));
    trail.writeAndSeal(20);
    assertThat(trail.beside(folder).verify().firstBad())
        .as("after a restart")
        .isEqualTo(BadBatch.of(5, AuditProblem.OTHER_HEAD));
  }

  /// The newest batch alone: its entries are sealed once more, as they are by then.
  @Test
  void aNewestBatchThatIsMadeAnewIsFound() {
    trail.asSuperuser("update audit_entry set account_name = 'Nobody' where id = 20");
    trail.asSuperuser("delete from audit_batch where number = 5");
    trail.seal();

    assertThat(trail.batches.last().map(AuditBatch::number)).hasValue(5L);
    assertThat(firstBad()).isEqualTo(BadBatch.of(5, AuditProblem.OTHER_HEAD));
  }

  /// The chain alone can't tell, if the server's file is gone too: an end that is known from
  /// elsewhere does.
  @Test
  void anEndThatWasCutOffIsFoundByWhoeverKnowsIt() throws IOException {
    AuditHead head = trail.batches.last().map(BatchRows::head).orElseThrow();
    trail.asSuperuser("delete from audit_batch where number > 3");
    trail.asSuperuser("delete from audit_entry where id > 12");
    Files.delete(Trail.anchorFile(folder));
    trail = trail.beside(folder);
    assertThat(trail.verify().sound()).isTrue();

    assertThat(trail.verification.verify(null, head).firstBad())
        .isEqualTo(BadBatch.of(4, AuditProblem.MISSING_BATCH));

    trail.writeAndSeal(20);
    assertThat(trail.verification.verify(null, head).firstBad())
        .isEqualTo(BadBatch.of(5, AuditProblem.OTHER_HEAD));
  }

  @Test
  void entriesThatAreForgottenBeforeTheirTimeAreFound() {
    trail.asSuperuser("delete from audit_entry where id <= 4");
    trail.asSuperuser("update audit_batch set ids = null, digests = null where number = 1");

    assertThat(firstBad()).isEqualTo(BadBatch.of(1, AuditProblem.FORGOTTEN_EARLY));
  }

  /// Everything from the third batch on is made anew, without a flaw, but with another key.
  @Test
  void aChainThatIsForgedWithAnotherKeyIsFoundWhereItBegins(@TempDir Path elsewhere) {
    trail.asSuperuser("delete from audit_batch where number >= 3");
    trail.asSuperuser("update audit_entry set account_name = 'Nobody' where id = 10");
    Trail forger = trail.beside(elsewhere);
    forger.seal();
    assertThat(forger.batches.last().map(AuditBatch::number)).hasValue(5L);

    assertThat(firstBad()).isEqualTo(BadBatch.of(3, AuditProblem.UNKNOWN_KEY));
  }

  @Test
  void aKeyInTheNameOfOursDoesNotVerify(@TempDir Path elsewhere) {
    AuditBatch third = trail.batches.find(3).orElseThrow();
    Trail forger = trail.beside(elsewhere);
    String signature = Signing.sign(forger.keys.signing().getPrivate(), third.hash());
    assertThat(HexFormat.of().parseHex(signature)).hasSize(64);
    trail.asSuperuser("update audit_batch set signature = '\\x" + signature + "' where number = 3");

    assertThat(firstBad()).isEqualTo(BadBatch.of(3, AuditProblem.WRONG_SIGNATURE));
  }

  @Test
  void aVerificationMayBeginWhereAnEarlierOneEnded() {
    AuditHead second = trail.batches.find(2).map(BatchRows::head).orElseThrow();
    trail.asSuperuser("delete from audit_entry where id in (2, 17)");

    AuditVerification found = trail.verification.verify(second, null);
    assertThat(found.firstBad())
        .isEqualTo(
            new BadBatch(5, AuditProblem.CHANGED_ENTRIES, List.of(), List.of(17L), List.of()));
    assertThat(found.batches()).isEqualTo(2);
    assertThat(trail.verification.verify(trail.anchor.known().orElseThrow(), null).sound())
        .isTrue();
    assertThat(trail.verification.verify(new AuditHead(5, Sealed.GENESIS), null).firstBad())
        .isEqualTo(BadBatch.of(5, AuditProblem.OTHER_HEAD));
    assertThat(trail.verification.verify(new AuditHead(2, Sealed.GENESIS), null).firstBad())
        .isEqualTo(BadBatch.of(3, AuditProblem.BROKEN_CHAIN));
  }

  private BadBatch firstBad() {
    return trail.firstBad(folder);
  }
}
