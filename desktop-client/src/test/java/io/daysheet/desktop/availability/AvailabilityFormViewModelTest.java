package io.daysheet.desktop.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.availability.AvailabilityFormViewModel.Preset;
import io.daysheet.desktop.availability.AvailabilityFormViewModel.Shown;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.form.Jump;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.Doctor;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityFormViewModelTest {

  private final QuietDesk desk =
      new QuietDesk(
          List.of(
              Clinic.availability(1, Clinic.HADDAD, 9, 12),
              Clinic.availability(2, Clinic.MENSAH, 13, 15)),
          List.of());
  private final QuietGround ground = new QuietGround();
  private AvailabilityFormViewModel form = at(Clinic.HADDAD, Clinic.at(16));

  private AvailabilityFormViewModel at(Doctor doctor, Instant start) {
    var row = new TimeRange(start, start.plus(Duration.ofHours(1)));
    return new AvailabilityFormViewModel(desk.board, desk.writes, desk.world, ground, doctor, row);
  }

  private Shown shown() {
    return form.shownProperty().get();
  }

  private List<String> codes() {
    return shown().obstacles().stream().map(Obstacle::code).toList();
  }

  private void type(String from, String until) {
    form.fromProperty().set(from);
    form.untilProperty().set(until);
  }

  @Test
  void itBeginsWithTheRowThatWasClicked() {
    assertThat(form.fromProperty().get()).isEqualTo("16:00");
    assertThat(form.untilProperty().get()).isEqualTo("17:00");
    assertThat(form.subtitle()).isEqualTo("Thu 19 March · Dr. Amira Haddad");
    assertThat(shown().canAdd()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          18, 16:00–18:00
          1800, 16:00–18:00
          18:00, 16:00–18:00
          18.00, 16:00–18:00
          ' 18 ', 16:00–18:00
          930, 16:00–09:30
          24, 16:00–24:00
          24:00, 16:00–24:00
          """)
  void timesAreReadAsPeopleTypeThem(String typed, String range) {
    form.untilProperty().set(typed);

    assertThat(shown().addLabel()).isEqualTo("Add " + range);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "noon", "25", "1875", "24:01", "1:2:3", "-3"})
  void whatIsNoTimeAddsNothingAndSaysWhatToType(String typed) {
    form.untilProperty().set(typed);
    form.add();

    assertThat(shown().whyNot()).isEqualTo("Type when it ends, such as 17 or 17:30");
    assertThat(shown().obstacles()).isEmpty();
    assertThat(desk.server.additions).isEmpty();
  }

  @Test
  void everythingInTheWayIsToldAtOnceWithAWayToIt() {
    type("8:30", "10:30");

    assertThat(codes())
        .containsExactly("off-grid", "off-grid", "outside-operating-hours", "availability-overlap");
    form.show(shown().obstacles().getLast());
    assertThat(ground.jumps)
        .singleElement()
        .isInstanceOfSatisfying(
            Jump.ToAvailability.class, j -> assertThat(j.doctor()).isEqualTo(Clinic.HADDAD.id()));
    form.add();
    assertThat(desk.server.additions).isEmpty();
  }

  @Test
  void anEndBeforeTheStartIsTooShort() {
    type("17", "16");

    assertThat(codes()).containsExactly("too-short");
  }

  @Test
  void midnightEndsTheDayAndIsOutsideTheOpeningHours() {
    form.untilProperty().set("24");

    assertThat(codes()).containsExactly("outside-operating-hours");
  }

  @Test
  void presetsEndAtClosingOrAtTheNextAvailability() {
    assertThat(form.presets())
        .containsExactly(
            new Preset("1 h", "17:00"),
            new Preset("2 h", "18:00"),
            new Preset("Until closing, 19:00", "19:00"));

    form = at(Clinic.MENSAH, Clinic.at(10));
    assertThat(form.presets())
        .containsExactly(
            new Preset("1 h", "11:00"),
            new Preset("2 h", "12:00"),
            new Preset("Until the next one, 13:00", "13:00"));
  }

  @Test
  void stepsStayOnTheGridAndWithinTheDay() {
    form.untilProperty().set("16:20");
    form.step(form.untilProperty(), 1);
    assertThat(form.untilProperty().get()).isEqualTo("17:00");
    form.untilProperty().set("16:20");
    form.step(form.untilProperty(), -1);
    assertThat(form.untilProperty().get()).isEqualTo("16:00");
    form.untilProperty().set("24:00");
    form.step(form.untilProperty(), 1);
    assertThat(form.untilProperty().get()).isEqualTo("24:00");
  }

  @Test
  void aTimeThatTheClockSkipsIsRefusedByName() {
    onDate(LocalDate.of(2026, 3, 29));
    type("2", "10");

    assertThat(codes()).contains("nonexistent-local-time");
    assertThat(shown().canAdd()).isFalse();
  }

  @Test
  void onTheDayOfAClockChangeTheWallClockIsMeant() {
    onDate(LocalDate.of(2026, 3, 29));
    type("9", "17");
    form.add();

    var sent = desk.server.additions.getFirst().command();
    assertThat(sent.start().toInstant()).isEqualTo("2026-03-29T07:00:00Z");
    assertThat(sent.end().toInstant()).isEqualTo("2026-03-29T15:00:00Z");
  }

  private void onDate(LocalDate date) {
    form.close();
    desk.feed.show(Clinic.ID, date);
    desk.world.run(Duration.ofMillis(1));
    form = at(Clinic.HADDAD, Clinic.at(date, 10));
  }

  @Test
  void theServersRefusalStaysUntilSomethingElseIsTyped() {
    form.add();
    form.add();
    assertThat(desk.server.additions).hasSize(1);
    var other = Clinic.availability(9, Clinic.HADDAD, 16, 18);
    var blocker =
        new Blocker(
            other.id().value(), Clinic.ID, other.doctorId(), other.start(), other.end(), "Desk 2");
    desk.server
        .additions
        .getFirst()
        .answer()
        .accept(
            new Outcome.Refused<>(
                409,
                "availability-overlap",
                List.of(new Violation.AvailabilityOverlap(other.doctorId(), blocker))));

    assertThat(codes()).containsExactly("availability-overlap");
    assertThat(desk.board.availabilities()).hasSize(2);
    form.untilProperty().set("18");
    assertThat(shown().canAdd()).isTrue();
  }

  @Test
  void aLostAnswerIsAskedAgainAndTheFormSaysSo() {
    form.add();
    desk.server
        .additions
        .getFirst()
        .answer()
        .accept(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    assertThat(shown().whyNot())
        .isEqualTo("The answer was lost. Asking again; it is never added twice");
    desk.world.run(Duration.ofSeconds(2));
    assertThat(desk.server.additions).hasSize(2);
    desk.server
        .additions
        .getLast()
        .answer()
        .accept(new Outcome.Done<>(Clinic.availability(9, Clinic.HADDAD, 16, 17)));

    assertThat(ground.closed).isEqualTo(1);
  }
}
