package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.wire.AuditProblem;
import io.daysheet.wire.AuditVerification.BadBatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who may do everything in the database changes the past: the first batch that is not as
/// it was sealed is named each time. There are five batches of four, entries 1 to 20.
class TamperingIT {

  @TempDir Path folder;
  private Trail trail;

  @BeforeEach
  void fill() {
    trail = Trail.in(folder);
    trail.writeAndSeal(20);
    assertThat(trail.verify().sound()).isTrue();
    assertThat(trail.verify().batches()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account_name = 'Zofia Fronu'",
        "account_name = null",
        "account_id = gen_random_uuid()",
        "at = at + interval '1 microsecond'",
        "action = 'patient-reax'",
        "outcome = 'refused'",
        "code = 'forbidden'",
        "roles = 'RECEPTIONIST'",
        "roles = roles || ','",
        "client = 'other'",
        "address = '192.0.2.8'",
        "desk = null",
        "request_id = gen_random_uuid()",
        "subject_kind = 'account'",
        "subject_id = null",
        "hospital_id = gen_random_uuid()",
        "patients = '{}'",
        "patients = patients || gen_random_uuid()",
        "readers = array[gen_random_uuid()]",
        "reason = 'x'"
      })
  void aChangedEntryIsFoundWhateverOfItWasChanged(String change) {
    trail.asSuperuser("update audit_entry set " + change + " where id = 10");

    assertThat(firstBad()).isEqualTo(entries(3, List.of(10L), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20})
  void aRemovedEntryIsFound(long id) {
    trail.asSuperuser("delete from audit_entry where id = " + id);

    assertThat(firstBad()).isEqualTo(entries((id + 3) / 4, List.of(), List.of(id), List.of()));
  }

  /// The very newest one as well.
  @Test
  void aChangedByteInTheNewestBatchIsFound() {
    trail.asSuperuser(
        "update audit_entry set address = overlay(address placing '9' from 1) where id = 20");

    assertThat(firstBad()).isEqualTo(entries(5, List.of(20L), List.of(), List.of()));
  }

  @Test
  void twoRowsThatAreSwappedAreFound() {
    trail.asSuperuser(
        """
        update audit_entry set xid = -xid where id in (17, 19);
        update audit_entry e set xid = -other.xid
        from audit_entry other where (e.id, other.id) in ((17, 19), (19, 17));
        update audit_entry e set subject_id = other.subject_id
        from audit_entry other where (e.id, other.id) in ((1, 2), (2, 1))
        """);

    assertThat(firstBad()).isEqualTo(entries(1, List.of(1L, 2L), List.of(), List.of()));
    trail.asSuperuser(
        """
        update audit_entry e set subject_id = other.subject_id
        from audit_entry other where (e.id, other.id) in ((1, 2), (2, 1))
        """);
    assertThat(firstBad()).isEqualTo(entries(5, List.of(19L, 17L), List.of(), List.of()));
  }

  @Test
  void twoEntriesWhoseContentsAreSwappedAreFound() {
    trail.asSuperuser(
        """
        update audit_entry e set patients = other.patients
        from audit_entry other where (e.id, other.id) in ((6, 18), (18, 6))
        """);

    assertThat(firstBad()).isEqualTo(entries(2, List.of(6L), List.of(), List.of()));
  }

  @Test
  void anEntryThatIsPutIntoThePastIsFound() {
    trail.asSuperuser(
        """
        insert into audit_entry (era, xid, id, at, action, outcome, patients) overriding system value
        select era, xid, 1000, at, action, outcome, patients from audit_entry where id = 14
        """);

    assertThat(firstBad()).isEqualTo(entries(4, List.of(), List.of(), List.of(1000L)));
  }

  @Test
  void anEntryThatIsMovedElsewhereIsFound() {
    trail.asSuperuser("update audit_entry set xid = xid + 1000000 where id = 2");
    assertThat(firstBad()).isEqualTo(entries(1, List.of(), List.of(2L), List.of()));
  }

  @Test
  void anEntryBeforeTheFirstBatchIsFound() {
    trail.asSuperuser(
        """
        insert into audit_entry (era, xid, at, action, outcome, patients)
        values (1, 3, now(), 'patient-read', 'done', '{}')
        """);
    assertThat(firstBad()).isEqualTo(entries(1, List.of(), List.of(), List.of(21L)));
  }

  @Test
  void anEntryThatIsPutIntoTheNewestBatchIsFound() {
    trail.asSuperuser(
        """
        insert into audit_entry (era, xid, at, action, outcome, patients)
        select era, until_xid - 1, now(), 'patient-read', 'done', '{}'
        from audit_batch where number = 5
        """);
    assertThat(firstBad()).isEqualTo(entries(5, List.of(), List.of(), List.of(21L)));
  }

  private BadBatch firstBad() {
    return trail.firstBad(folder);
  }

  private static BadBatch entries(
      long number, List<Long> changed, List<Long> missing, List<Long> added) {
    return new BadBatch(number, AuditProblem.CHANGED_ENTRIES, changed, missing, added);
  }
}
