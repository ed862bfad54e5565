package io.daysheet.desktop.records;

import static io.daysheet.desktop.records.QuietPatients.TWIN;
import static io.daysheet.desktop.records.QuietPatients.ZOFIA;
import static io.daysheet.desktop.records.QuietPatients.patient;
import static io.daysheet.desktop.records.QuietPatients.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.World;
import io.daysheet.desktop.patients.DuplicatesViewModel.Somebody;
import io.daysheet.desktop.records.RecordDraft.Flaw;
import io.daysheet.desktop.records.RecordSearchViewModel.State;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation.MrnTaken;
import io.daysheet.schedule.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordsViewModelTest {

  private static final Instant NOW = Instant.parse("2026-03-19T09:30:00Z");

  private final QuietPatients server = new QuietPatients();
  private final World world = new World(NOW, new Random(1));
  private final RecordsViewModel records = new RecordsViewModel(server, world, world, Locale.UK);

  private RecordsViewModel.Open open() {
    return Objects.requireNonNull(records.openProperty().get());
  }

  private void type(String... texts) {
    List<String> all = new ArrayList<>(open().form().draft().texts());
    for (int i = 0; i < texts.length; i++) {
      all.set(i, texts[i]);
    }
    open().form().record().type(d -> d.with(all), List.of(Flaw.values()));
  }

  private void pause() {
    world.run(Duration.ofSeconds(1));
  }

  private static Patient renamed(Patient patient, String family, int version) {
    return new Patient(
        patient.id(),
        patient.mrn(),
        patient.givenName(),
        family,
        patient.birthDate(),
        patient.phone(),
        patient.email(),
        patient.insurance(),
        patient.primaryDoctorId(),
        patient.preferences(),
        true,
        null,
        version);
  }

  @Test
  void patientsAreSearchedFromTwoLettersOnAndPageAfterPage() {
    records.search().queryProperty().set("k");
    pause();
    assertThat(records.search().stateProperty().get()).isEqualTo(State.IDLE);
    records.search().queryProperty().set("ko");
    records.search().queryProperty().set("kow ");
    pause();
    assertThat(server.asked).containsExactly("kow");
    server.find("more", ZOFIA);
    assertThat(records.search().stateProperty().get()).isEqualTo(State.PART);
    records.search().more();
    server.find(null, TWIN);

    assertThat(server.asked).containsExactly("kow", "kow after more");
    assertThat(records.search().found()).containsExactly(ZOFIA, TWIN);
    assertThat(records.search().stateProperty().get()).isEqualTo(State.WHOLE);
  }

  @Test
  void whatDidNotComeIsSaidAndAskedAgain() {
    records.search().queryProperty().set("kow");
    pause();
    server.failToFind();
    assertThat(records.search().stateProperty().get()).isEqualTo(State.FAILED);
    records.search().again();
    server.find(null, ZOFIA);

    assertThat(records.search().found()).containsExactly(ZOFIA);
  }

  @Test
  void visitsArePartedByNowAndNeverThoseOfTheOneBefore() {
    records.open(ZOFIA);
    var next = visit(1, ZOFIA, NOW.plusSeconds(7200), AppointmentStatus.SCHEDULED);
    var past = visit(2, ZOFIA, NOW.minusSeconds(7200), AppointmentStatus.COMPLETED);
    server.visits(past, next);
    assertThat(open().visits().visitsProperty().get())
        .isEqualTo(new VisitsViewModel.Known(List.of(next), List.of(past)));
    records.open(TWIN);

    assertThat(open().visits().visitsProperty().get()).isInstanceOf(VisitsViewModel.Asking.class);
  }

  @Test
  void whatIsMissingOrWrongIsSaidWhileItIsTyped() {
    records.create();
    type("", "", "31-02-1987", "", "call me", "zofia@", "Aetna", "");

    assertThat(open().form().record().shownProperty().get().wrong())
        .containsOnlyKeys(
            Flaw.FAMILY, Flaw.GIVEN, Flaw.BIRTH, Flaw.PHONE, Flaw.EMAIL, Flaw.INSURANCE);
    assertThat(server.questions).isEmpty();
  }

  @Test
  void whoIsLikelyThereAlreadyIsShownBeforeAnythingIsWritten() {
    records.create();
    type("Kowalska", "Zofia", "14/5/87");
    pause();
    assertThat(server.questions).hasSize(1);
    assertThat(server.questions.getFirst().birthDate()).isEqualTo(LocalDate.of(1987, 5, 14));
    server.likely(TWIN);
    records.save();
    assertThat(server.registered).isEmpty();
    assertThat(open().form().warnedProperty().get()).isTrue();
    open().form().registerAnyway();
    assertThat(server.registered).hasSize(1);
    server.write(ZOFIA);

    assertThat(open().form().draft().before()).isEqualTo(ZOFIA);
    assertThat(records.search().found()).containsExactly(ZOFIA);
    assertThat(records.isUnfinished()).isFalse();
  }

  @Test
  void theOneWhoIsThereCanBeUsedInstead() {
    records.create();
    type("Kowalska", "Zofia", "1987-05-14");
    pause();
    server.likely(TWIN);
    assertThat(open().form().duplicates().likelyProperty().get()).isInstanceOf(Somebody.class);
    records.useInstead(TWIN);

    assertThat(records.isOpen(TWIN)).isTrue();
    assertThat(server.registered).isEmpty();
  }

  @Test
  void nobodyIsRegisteredBeforeItIsKnownWhoIsThere() {
    records.create();
    type("Kowalska", "Zofia", "1987-05-14");
    records.save();
    assertThat(server.registered).isEmpty();
    pause();
    server.sayNothingOfDuplicates();
    assertThat(server.registered).isEmpty();
    records.save();
    server.likely();

    assertThat(server.registered).hasSize(1);
  }

  @Test
  void aNumberThatIsTakenIsSaidBesideIt() {
    records.open(ZOFIA);
    type("Kowalska", "Zofia", "1987-05-14", "100977");
    records.save();
    server.refuse(new MrnTaken(TWIN.id()));

    assertThat(open().form().record().shownProperty().get().wrong()).containsOnlyKeys(Flaw.MRN);
  }

  @Test
  void whatIsTypedStaysWhenSomebodyElseWasFaster() {
    records.open(ZOFIA);
    type("Kowalska", "Zofia Maria");
    records.save();
    server.stale(renamed(ZOFIA, "Nowak", 2));

    assertThat(open().form().draft().texts()).startsWith("Nowak", "Zofia Maria");
    assertThat(open().form().record().shownProperty().get().told()).contains("family name");
    records.save();
    assertThat(server.changed.getLast().familyName()).isEqualTo("Nowak");
  }

  @Test
  void aRecordGoesThroughTheFormUnchanged() {
    Patient anna = patient(9, "Anna", "Nowak", "7");
    records.open(anna);

    assertThat(open().form().draft().change().after(anna)).isEqualTo(renamed(anna, "Nowak", 2));
    assertThat(records.isUnfinished()).isFalse();
  }

  @Test
  void whatIsTypedIsThrownAwayForNoOther() {
    records.open(ZOFIA);
    type("Kowalski");

    assertThat(records.open(TWIN)).isFalse();
    records.beginMerge();
    assertThat(open().merge()).isNull();
    assertThat(open().form().record().shownProperty().get().told()).startsWith("Save or");
  }
}
