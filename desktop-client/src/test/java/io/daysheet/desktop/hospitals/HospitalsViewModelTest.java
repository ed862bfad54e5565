package io.daysheet.desktop.hospitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.form.RecordListViewModel.State;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.desktop.hospitals.HospitalDraft.TypedClosure;
import io.daysheet.desktop.hospitals.TypedPolicy.TypedType;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HospitalsViewModelTest {

  private static final Hospital HEDWIG = Clinic.HOSPITAL;

  private final QuietDirectory server = new QuietDirectory();
  private final List<HospitalId> shown = new ArrayList<>();
  private final HospitalsViewModel hospitals =
      new HospitalsViewModel(server, new AttentionViewModel.Visits(true, shown::add));

  private RecordViewModel<HospitalDraft, Flaw, Hospital> form() {
    return Objects.requireNonNull(hospitals.form());
  }

  private void type(UnaryOperator<HospitalDraft> change) {
    form().type(change, List.of(Flaw.values()));
  }

  private static Hospital named(String name, int version) {
    return new Hospital(
        HEDWIG.id(),
        name,
        HEDWIG.timeZone(),
        HEDWIG.location(),
        HEDWIG.operatingHours(),
        HEDWIG.closures(),
        HEDWIG.policy(),
        true,
        version);
  }

  private static Hospital with(HospitalDraft draft) {
    return draft.command().hospital(HEDWIG.id(), true, 2);
  }

  private void openHedwig() {
    server.hospitals = List.of(HEDWIG);
    hospitals.start();
    assertThat(hospitals.open(HEDWIG)).isTrue();
  }

  @Test
  void theListIsShownOrThatItDidNotCome() {
    server.answers = false;
    hospitals.start();
    assertThat(hospitals.list().stateProperty().get()).isEqualTo(State.FAILED);
    server.answers = true;
    server.hospitals = List.of(HEDWIG);
    hospitals.start();

    assertThat(hospitals.list().records()).containsExactly(HEDWIG);
  }

  @Test
  void everythingOfAHospitalComesThroughTheFormUnchanged() {
    assertThat(with(HospitalDraft.of(HEDWIG))).isEqualTo(named(HEDWIG.name(), 2));
  }

  @Test
  void whatIsMissingOrWrongIsSaidAtOnce() {
    hospitals.create();
    assertThat(form().shownProperty().get().canSave()).isFalse();
    type(d -> d.withZone("Warsaw").withLatitude("95").withLongitude("21"));
    type(d -> d.withHours(DayOfWeek.MONDAY, "17-9").withHours(DayOfWeek.SUNDAY, "9-12, 11-14"));
    type(d -> d.withClosures(List.of(new TypedClosure("2026-12-24", ""))));
    type(d -> d.with(d.policy().withGrid("4").withNotice("x").withHorizon("4000")));
    type(d -> d.with(d.policy().withTypes(List.of(TypedType.EMPTY)).withCancellation("")));

    assertThat(form().draft().flaws()).containsExactlyInAnyOrder(Flaw.values());
    assertThat(HospitalFlaws.isWrong(form().draft(), DayOfWeek.SUNDAY)).isTrue();
    assertThat(HospitalFlaws.isWrong(form().draft(), DayOfWeek.TUESDAY)).isFalse();
    form().save();
    assertThat(server.hospitalsKept).isEmpty();
  }

  @Test
  void aNewHospitalIsMadeOnceThoughItsAnswerIsLost() {
    hospitals.create();
    type(d -> d.withName("Poradnia").withZone("Europe/Warsaw"));
    type(d -> d.withLatitude("52,23").withLongitude("21.01"));
    type(d -> d.withHours(DayOfWeek.MONDAY, "8-12, 14-18"));
    form().save();
    server.loseTheHospital();
    assertThat(form().shownProperty().get().told()).contains("nothing is done twice");
    form().save();

    assertThat(server.keys.get(0)).isEqualTo(server.keys.get(1));
    assertThat(server.hospitalsKept.getLast().operatingHours()).hasSize(2);
    assertThat(server.hospitalsKept.getLast().location().latitude()).isEqualTo(52.23);
  }

  @Test
  void whatIsTypedStaysWhenSomebodyElseWasFaster() {
    openHedwig();
    type(d -> d.with(d.policy().withGrid("30")));
    form().save();
    server.stale(named("St. Hedwig North", 2));

    assertThat(form().draft().name()).isEqualTo("St. Hedwig North");
    assertThat(form().draft().policy().grid()).isEqualTo("30");
    assertThat(form().shownProperty().get().told()).contains("meanwhile: name.");
    form().save();
    assertThat(server.hospitalsKept.getLast().name()).isEqualTo("St. Hedwig North");
    assertThat(Objects.requireNonNull(server.hospitalsKept.getLast().policy()).gridMinutes())
        .isEqualTo(30);
  }

  @Test
  void afterASaveItIsSaidHowManyVisitsNeedAttentionAndTheListIsOneActionAway() {
    openHedwig();
    type(d -> d.withHours(DayOfWeek.SATURDAY, ""));
    form().save();
    server.done(with(form().draft()));
    server.needing(1);
    assertThat(hospitals.attention().afterProperty().get())
        .isEqualTo(new AttentionViewModel.Needing(1, HEDWIG.id(), true));
    hospitals.attention().open();

    assertThat(shown).containsExactly(HEDWIG.id());
  }

  @Test
  void whoSeesNoVisitsIsToldHowManyAndIsNotLedToThem() {
    var admin = new HospitalsViewModel(server, new AttentionViewModel.Visits(false, shown::add));
    admin.open(HEDWIG);
    Objects.requireNonNull(admin.form()).type(d -> d.withActive(false), List.of());
    Objects.requireNonNull(admin.form()).save();
    server.done(named(HEDWIG.name(), 2));
    server.needing(3);

    assertThat(admin.attention().afterProperty().get())
        .isEqualTo(new AttentionViewModel.Needing(3, HEDWIG.id(), false));
    admin.attention().open();
    assertThat(shown).isEmpty();
    assertThat(server.hospitalsKept.getLast().active()).isFalse();
  }

  @Test
  void whatIsTypedAndNotSavedIsThrownAwayForNoOther() {
    openHedwig();
    type(d -> d.withName("Other"));

    assertThat(hospitals.open(named("Other", 3))).isFalse();
    assertThat(form().shownProperty().get().told()).startsWith("Save or discard");
    assertThat(form().draft().name()).isEqualTo("Other");
    assertThat(hospitals.isUnfinished()).isTrue();
    hospitals.leave();
    assertThat(hospitals.isUnfinished()).isFalse();
  }

  @Test
  void aTypeThatGoesTakesItsRemindersWithIt() {
    openHedwig();
    type(d ->
        d.with(
            d.policy()
                .withTypes(
                    d.policy().types().stream()
                        .filter(type -> !type.code().equals("TELEHEALTH"))
                        .toList())));

    assertThat(form().draft().flaws()).isEmpty();
    assertThat(with(form().draft()).policy().reminders()).hasSize(2);
  }

  @Test
  void aRefusalIsSaidBesideItsField() {
    openHedwig();
    type(d -> d.withName("Poradnia"));
    form().save();
    server.refuseHospital(
        "invalid-value",
        new InvalidValue("operatingHours[3]", Expected.OPENING_HOURS),
        new InvalidValue("policy.reminders[0].types", Expected.KNOWN_WORD));

    assertThat(form().shownProperty().get().wrong()).containsOnlyKeys(Flaw.HOURS);
    assertThat(form().shownProperty().get().told()).contains("invalid-value");
  }
}
