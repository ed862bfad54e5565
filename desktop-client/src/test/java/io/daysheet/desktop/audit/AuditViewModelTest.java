package io.daysheet.desktop.audit;

import static io.daysheet.desktop.audit.QuietTrail.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.audit.AuditViewModel.State;
import io.daysheet.desktop.audit.CheckViewModel.Check;
import io.daysheet.desktop.audit.ExportViewModel.Export;
import io.daysheet.desktop.audit.ExportViewModel.Why;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.AuditQuestion;
import io.daysheet.desktop.remote.Exported;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditEntry;
import io.daysheet.wire.AuditOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditViewModelTest {

  private static final String PATIENT = "3c4091d2-0000-4000-8000-000000000001";
  private static final AuditEntry READ = entry(2, AuditAction.DAY_READ, AuditOutcome.DONE, 8);
  private static final AuditEntry BOOKED =
      entry(1, AuditAction.APPOINTMENT_BOOKED, AuditOutcome.DONE, 1);

  private final QuietTrail server = new QuietTrail();
  private final AuditViewModel audit = new AuditViewModel(server);
  private final FilterViewModel filter = new FilterViewModel(audit::ask);
  private final AuditWording wording = new AuditWording(Messages.beside(AuditScreen.class));

  @Test
  void theNewestComeFirstAndMoreBehindThem() {
    audit.load();
    server.find("cursor", READ);
    assertThat(audit.stateProperty().get()).isEqualTo(State.PART);
    audit.more();
    server.find(null, BOOKED);

    assertThat(audit.entries()).containsExactly(READ, BOOKED);
    assertThat(audit.stateProperty().get()).isEqualTo(State.WHOLE);
  }

  @Test
  void nothingOfAnotherQuestionIsShown() {
    audit.load();
    server.find(null, READ, BOOKED);
    filter.actionProperty().set(AuditAction.APPOINTMENT_BOOKED);
    assertThat(audit.entries()).isEmpty();
    assertThat(audit.stateProperty().get()).isEqualTo(State.LOADING);
    server.failToFind();

    assertThat(audit.stateProperty().get()).isEqualTo(State.FAILED);
  }

  @Test
  void daysAreOfUtcAndTheLastOneIsInIt() {
    filter.fromProperty().set(LocalDate.of(2026, 3, 18));
    filter.toProperty().set(LocalDate.of(2026, 3, 19));

    assertThat(server.asked.getLast())
        .isEqualTo(
            new AuditQuestion(
                null,
                null,
                Instant.parse("2026-03-18T00:00:00Z"),
                Instant.parse("2026-03-20T00:00:00Z"),
                null,
                null));
  }

  @Test
  void halfAnIdAsksNothing() {
    filter.patientProperty().set("3c4091d2-0000");
    assertThat(server.asked).isEmpty();
    assertThat(filter.isGood()).isFalse();
    filter.patientProperty().set(" " + PATIENT.toUpperCase(Locale.ROOT));
    filter.accountProperty().set(PATIENT);

    assertThat(server.asked.getLast())
        .isEqualTo(
            new AuditQuestion(
                new PatientId(UUID.fromString(PATIENT)),
                new AccountId(UUID.fromString(PATIENT)),
                null,
                null,
                null,
                null));
  }

  @Test
  void whatIsClearedAsksOnceForAnything() {
    filter.patientProperty().set(PATIENT);
    filter.outcomeProperty().set(AuditOutcome.REFUSED);
    int before = server.asked.size();
    filter.clear();

    assertThat(server.asked).hasSize(before + 1).last().isEqualTo(AuditQuestion.anything());
  }

  @Test
  void aCheckThatFindsNothingSaysHowMuchItLookedAt() {
    audit.check().begin();
    assertThat(audit.check().checkProperty().get()).isInstanceOf(Check.Running.class);
    server.verified(QuietTrail.sound());

    var found = ((Check.Answered) audit.check().checkProperty().get()).found();
    assertThat(wording.checkTitle(found)).isEqualTo("The trail is as it was sealed");
    assertThat(wording.checkText(found)).contains("1,204", "482,311", "17");
  }

  @Test
  void aCheckThatFindsSomethingNamesTheFirstBadBatch() {
    var found = QuietTrail.broken();

    assertThat(wording.checkTitle(found)).isEqualTo("Batch 417 is not as it was sealed");
    assertThat(wording.checkText(found))
        .isEqualTo("Its entries are not the sealed ones. Changed: 166801. Missing: 166812.");
  }

  @Test
  void aCheckThatDoesNotComeIsNoGoodNews() {
    audit.check().begin();
    server.failToVerify();

    assertThat(audit.check().checkProperty().get()).isInstanceOf(Check.Failed.class);
  }

  @Test
  void aStoppedCheckIsHeardOfNoMore() {
    audit.check().begin();
    audit.check().close();
    server.verified(QuietTrail.broken());

    assertThat(audit.check().checkProperty().get()).isInstanceOf(Check.None.class);
  }

  @Test
  void anExportSaysHowFarItIs() {
    Path file = Path.of("audit.ndjson");
    audit.export().begin(audit.question(), file);
    server.write(500);
    assertThat(audit.export().exportProperty().get()).isEqualTo(new Export.Running(file, 500));
    server.written(731);

    assertThat(audit.export().exportProperty().get()).isEqualTo(new Export.Written(file, 731));
  }

  @Test
  void anExportThatIsCutOffIsNone() {
    Path file = Path.of("audit.ndjson");
    audit.export().begin(audit.question(), file);
    server.failToWrite();

    assertThat(audit.export().exportProperty().get())
        .isEqualTo(new Export.Failed(file, Why.NOT_SENT));
  }

  @Test
  void anExportThatThisComputerCantWriteSaysWhatIsMissing() {
    Path file = Path.of("audit.ndjson");
    audit.export().begin(audit.question(), file);
    server.written(Exported.Why.NO_ROOM);
    assertThat(audit.export().exportProperty().get())
        .isEqualTo(new Export.Failed(file, Why.NO_ROOM));
    audit.export().begin(audit.question(), file);
    server.written(Exported.Why.NO_PLACE);

    assertThat(audit.export().exportProperty().get())
        .isEqualTo(new Export.Failed(file, Why.NO_PLACE));
  }

  @ParameterizedTest
  @EnumSource
  void everyActionHasWords(AuditAction action) {
    assertThat(wording.action(action)).isNotBlank();
  }

  @Test
  void manyPatientsAreCounted() {
    assertThat(wording.patients(READ)).isEqualTo("3c4091d2… +7");
    assertThat(wording.patients(BOOKED)).isEqualTo("3c4091d2…");
  }
}
