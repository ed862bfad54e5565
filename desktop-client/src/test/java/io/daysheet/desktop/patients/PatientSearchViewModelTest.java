package io.daysheet.desktop.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.patient.Patient;
import io.daysheet.wire.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientSearchViewModelTest {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Patient ZOFIA = QuietHospital.patient(1, "Kowalska", "Zofia");

  private final QuietDesk desk = new QuietDesk(List.of(), List.of());
  private final PatientSearchViewModel search =
      new PatientSearchViewModel(desk.server, desk.world, desk.world);

  private void type(String text) {
    search.queryProperty().set(text);
    desk.world.run(PAUSE);
  }

  private void answer(int question, Outcome<Page<Patient>> outcome) {
    desk.server.searches.get(question).answer().accept(outcome);
  }

  private static Outcome<Page<Patient>> found(Patient... patients) {
    return new Outcome.Done<>(new Page<>(List.of(patients), null));
  }

  @Test
  void itAsksFromTwoLettersOnAndOnceTheTypingPauses() {
    type("k");
    assertThat(desk.server.searches).isEmpty();
    search.queryProperty().set("ko");
    type("kow");

    assertThat(desk.server.searches)
        .extracting(QuietHospital.Asked::command)
        .containsExactly("kow");
  }

  @Test
  void anAnswerToWhatIsNotTypedAnyMoreIsNotShown() {
    type("kow");
    type("web");
    answer(0, found(ZOFIA));

    assertThat(search.results()).isEmpty();
    assertThat(search.commit()).isFalse();
  }

  @Test
  void whoIsOnlyToBeLookedAtIsFoundAndNotTaken() {
    search.onlyLooksAt(ZOFIA.id()::equals);
    type("kow");
    answer(0, found(ZOFIA));
    assertThat(search.results()).containsExactly(ZOFIA);
    assertThat(search.commit()).as("Enter is for the search, and takes nobody").isTrue();
    search.pick(ZOFIA);

    assertThat(search.pickedProperty().get()).isNull();
  }

  @Test
  void itLooksAgainOnlyForWhomItHasNotFound() {
    search.lookAgain();
    type("kow");
    answer(0, found());
    search.lookAgain();
    desk.world.run(PAUSE);
    answer(1, found(ZOFIA));
    search.lookAgain();
    desk.world.run(PAUSE);

    assertThat(desk.server.searches).hasSize(2);
    assertThat(search.results()).containsExactly(ZOFIA);
  }

  @Test
  void enterAsksAgainWhenThereWasNoAnswer() {
    type("kow");
    answer(0, new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    assertThat(search.stateProperty().get()).isEqualTo(PatientSearchViewModel.State.FAILED);

    assertThat(search.commit()).isTrue();
    desk.world.run(PAUSE);
    answer(1, found(ZOFIA));
    assertThat(search.commit()).isTrue();

    assertThat(search.pickedProperty().get()).isEqualTo(ZOFIA);
    assertThat(search.commit()).isFalse();
  }
}
