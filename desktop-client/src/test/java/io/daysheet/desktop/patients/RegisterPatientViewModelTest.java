package io.daysheet.desktop.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.UnansweredRegistrations;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Violation;
import io.daysheet.wire.LikelySame;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterPatientViewModelTest {

  private static final Patient ZOFIA = QuietHospital.patient(1, "Kowalska", "Zofia");

  private final QuietDesk desk = new QuietDesk(List.of(), List.of());
  private final UnansweredRegistrations unanswered = new UnansweredRegistrations();
  private final List<Patient> registered = new ArrayList<>();
  private RegisterPatientViewModel form = open();

  private RegisterPatientViewModel open() {
    return new RegisterPatientViewModel(
        desk.server,
        desk.world,
        desk.world,
        Clinic.ZONE,
        Locale.GERMANY,
        unanswered,
        registered::add);
  }

  private RegisterPatientViewModel filled() {
    form.startFrom("kowalska zofia");
    form.birthDateProperty().set("14.5.1987");
    return form;
  }

  private void answer(int request, Outcome<Patient> outcome) {
    desk.server.registrations.get(request).answer().accept(outcome);
  }

  @Test
  void whatWasTypedInTheSearchBecomesTheName() {
    form.startFrom("kowalska, zofia maria");

    assertThat(form.familyNameProperty().get()).isEqualTo("Kowalska");
    assertThat(form.givenNameProperty().get()).isEqualTo("Zofia maria");
  }

  @Test
  void everythingThatIsMissingIsTold() {
    assertThat(form.violations())
        .containsExactly(
            new Violation.MissingField("familyName"),
            new Violation.MissingField("givenName"),
            new Violation.MissingField("birthDate"));
    form.register();
    assertThat(desk.server.registrations).isEmpty();
  }

  @Test
  void aDateThatIsNoneIsTold() {
    filled().birthDateProperty().set("31.2.1987");

    assertThat(form.violations())
        .containsExactly(new Violation.InvalidValue("birthDate", Violation.Expected.BIRTH_DATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1987-05-14", "14.5.1987", "14.05.87", "14/5/1987", " 14 5 1987 "})
  void aBirthDateIsReadInManySpellings(String typed) {
    filled().birthDateProperty().set(typed);
    form.register();

    assertThat(desk.server.registrations.getFirst().command().birthDate())
        .isEqualTo(LocalDate.of(1987, 5, 14));
  }

  @Test
  void theNewPatientIsPickedOnce() {
    filled().register();
    form.register();
    answer(0, new Outcome.Done<>(ZOFIA));

    assertThat(desk.server.registrations).hasSize(1);
    assertThat(registered).containsExactly(ZOFIA);
  }

  @Test
  void aLostAnswerIsAskedAgainWithTheSameKey() {
    filled().register();
    answer(0, new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    assertThat(form.progressProperty().get()).isInstanceOf(Progress.AskingAgain.class);
    desk.world.run(Duration.ofSeconds(2));
    answer(1, new Outcome.Done<>(ZOFIA));

    assertThat(desk.server.registrationKeys).hasSize(2);
    assertThat(desk.server.registrationKeys.get(1)).isEqualTo(desk.server.registrationKeys.get(0));
    assertThat(registered).containsExactly(ZOFIA);
  }

  @Test
  void aFormThatIsLeftAsksNoMoreAndPicksNobody() {
    filled().register();
    answer(0, new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    form.close();
    desk.world.run(Duration.ofMinutes(5));

    assertThat(desk.server.registrations).hasSize(1);
    assertThat(form.isUnderWay()).isFalse();
    answer(0, new Outcome.Done<>(ZOFIA));
    assertThat(registered).isEmpty();
  }

  @Test
  void aRegistrationThatMayHaveHappenedIsNotDoubledByTheNextForm() {
    filled().register();
    form.close();
    answer(0, new Outcome.Done<>(ZOFIA));
    form = open();
    filled().register();
    answer(1, new Outcome.Done<>(ZOFIA));

    assertThat(desk.server.registrationKeys.get(1)).isEqualTo(desk.server.registrationKeys.get(0));
    assertThat(registered).containsExactly(ZOFIA);
  }

  @Test
  void afterARefusalTheNextTryIsACommandOfItsOwn() {
    filled().register();
    answer(0, new Outcome.Refused<>(422, "too-long", List.of()));
    form.register();

    assertThat(desk.server.registrationKeys.get(1))
        .isNotEqualTo(desk.server.registrationKeys.get(0));
  }

  @Test
  void anotherPatientHasAnotherKey() {
    filled().register();
    form.close();
    form = open();
    filled().givenNameProperty().set("Zoë");
    form.register();

    assertThat(desk.server.registrationKeys.get(1))
        .isNotEqualTo(desk.server.registrationKeys.get(0));
  }

  private static LikelySame likely(Patient patient) {
    return new LikelySame(patient, List.of(LikelySame.Trait.NAME_AND_BIRTH_DATE));
  }

  @Test
  void whoIsLikelyRegisteredAlreadyIsNotRegisteredBeforeSomebodyHasLooked() {
    desk.server.likely = List.of(likely(ZOFIA));
    filled().register();
    form.register();

    assertThat(desk.server.registrations).isEmpty();
    assertThat(form.warnedProperty().get()).isTrue();
    assertThat(form.likelyProperty().get())
        .isEqualTo(new DuplicatesViewModel.Somebody(List.of(likely(ZOFIA))));

    form.registerAnyway();
    answer(0, new Outcome.Done<>(ZOFIA));
    assertThat(registered).containsExactly(ZOFIA);
  }

  @Test
  void itIsAskedWhileTheFormIsTyped() {
    desk.server.likely = List.of(likely(ZOFIA));
    filled();
    assertThat(desk.server.asksForDuplicates).isZero();
    desk.world.run(Duration.ofMillis(400));

    assertThat(desk.server.asksForDuplicates).isEqualTo(1);
    assertThat(form.likelyProperty().get()).isInstanceOf(DuplicatesViewModel.Somebody.class);
    form.familyNameProperty().set("Kowalczyk");
    assertThat(form.likelyProperty().get())
        .as("not of what is typed now")
        .isInstanceOf(DuplicatesViewModel.Asking.class);
  }

  @Test
  void nobodyIsRegisteredWhileTheServerIsSilentAndEnterAsksAgain() {
    desk.server.likely = null;
    filled().register();
    assertThat(desk.server.registrations).isEmpty();
    assertThat(form.likelyProperty().get()).isInstanceOf(DuplicatesViewModel.Unanswered.class);

    desk.server.likely = List.of();
    form.register();
    assertThat(desk.server.registrations).hasSize(1);
  }

  @Test
  void aFormThatIsLeftWhileItLooksRegistersNobody() {
    filled();
    form.close();
    desk.world.run(Duration.ofSeconds(1));
    form.register();
    assertThat(desk.server.asksForDuplicates).isZero();
    assertThat(desk.server.registrations).isEmpty();
  }
}
