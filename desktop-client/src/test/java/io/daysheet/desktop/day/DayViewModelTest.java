package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.day.DoctorColumnViewModel.Free;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.MapChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayViewModelTest {
  private final DaySchedule schedule = HedwigDay.picture();
  private final List<LocalDate> wanted = new ArrayList<>();
  private final List<SlotChoice> chosen = new ArrayList<>();
  private Instant now = HedwigDay.NOW;
  private final DayViewModel day = new DayViewModel(() -> now);

  @BeforeEach
  void load() {
    day.whenDayWanted((_, date) -> wanted.add(date));
    day.whenChosen(chosen::add);
    day.hospitalProperty().set(schedule.hospital());
    day.connectionProperty().set(new Connection.Live(null));
    day.show(schedule);
  }

  @Test
  void choosingAHospitalAsksForItsToday() {
    assertThat(wanted).containsExactly(HedwigDay.DATE);
  }

  @Test
  void aHospitalThatWasChangedIsChosenFromAsItIsNow() {
    Hospital before = schedule.hospital();
    Hospital renamed =
        new Hospital(
            before.id(),
            "St. Hedwig Hospital",
            before.timeZone(),
            before.location(),
            before.operatingHours(),
            before.closures(),
            before.policy(),
            before.active(),
            before.version() + 1);
    day.hospitals().setAll(before);
    day.show(
        new DaySchedule(
            renamed,
            schedule.date(),
            schedule.opens(),
            schedule.closes(),
            schedule.stream(),
            schedule.doctors(),
            schedule.availabilities(),
            schedule.appointments(),
            schedule.holds(),
            schedule.timeOff(),
            schedule.rooms()));

    assertThat(day.hospitals()).containsExactly(renamed);
    assertThat(day.hospitalProperty().get()).isEqualTo(renamed);
  }

  @Test
  void todayIsTheHospitalsAndNotTheDesks() {
    now = Instant.parse("2026-03-19T23:30:00Z");
    day.tick();
    day.goToToday();

    assertThat(day.dateProperty().get()).isEqualTo(LocalDate.of(2026, 3, 20));
  }

  @Test
  void aDayThatArrivesLateIsLeftAlone() {
    day.goDays(1);
    List<DoctorColumnViewModel> before = List.copyOf(day.columns());
    day.show(schedule);

    assertThat(day.columns()).isEqualTo(before);
  }

  @Test
  void nothingIsChosenOnADayThatIsNotTheWantedOneAnyMore() {
    SlotChoice free = day.choiceAt(doctor(1).id(), HedwigDay.at("13:00")).orElseThrow();
    day.goDays(1);

    assertThat(day.hasArrived()).isFalse();
    assertThat(day.choose(free)).isFalse();
    day.goDays(-1);
    assertThat(day.hasArrived()).isTrue();
    assertThat(day.choose(free)).isTrue();
  }

  @Test
  void freeSlotsAreCountedFromNowOn() {
    assertThat(column(0).freeProperty().get()).isEqualTo(new Free(2, HedwigDay.at("15:00"), 0));
    assertThat(column(7).freeProperty().get()).isEqualTo(new Free(0, null, 2));
  }

  @Test
  void aNewMinuteTakesWhatHasBecomePast() {
    now = HedwigDay.at("15:00");
    day.tick();

    assertThat(column(0).freeProperty().get()).isEqualTo(new Free(1, HedwigDay.at("17:00"), 0));
  }

  @Test
  void oneChangeTouchesOneCard() {
    List<UUID> touched = new ArrayList<>();
    MapChangeListener<UUID, Block> listener = change -> touched.add(change.getKey());
    day.columns().forEach(column -> column.blocks().addListener(listener));
    Appointment visit = visit(0, "Groß");
    day.contents()
        .put(
            Facts.changed(visit, visit.doctorId(), visit.start(), AppointmentStatus.CONFIRMED),
            Writing.SETTLED);

    assertThat(touched).containsExactly(visit.id().value());
  }

  @Test
  void theSameFactTwiceTouchesNothing() {
    List<UUID> touched = new ArrayList<>();
    MapChangeListener<UUID, Block> listener = change -> touched.add(change.getKey());
    column(0).blocks().addListener(listener);
    day.contents().put(visit(0, "Groß"), Writing.SETTLED);

    assertThat(touched).isEmpty();
  }

  @Test
  void aMovedVisitLeavesItsOldColumn() {
    Appointment visit = visit(0, "Groß");
    day.contents()
        .put(
            Facts.changed(
                visit, doctor(2).id(), HedwigDay.at("13:00"), AppointmentStatus.SCHEDULED),
            Writing.SETTLED);

    assertThat(column(0).blocks()).doesNotContainKey(visit.id().value());
    assertThat(column(2).blocks()).containsKey(visit.id().value());
    assertThat(column(0).freeProperty().get().next()).isEqualTo(HedwigDay.at("12:00"));
  }

  @Test
  void aCancelledVisitFreesItsSlotAndSaysWhen() {
    Appointment visit = visit(0, "Groß");
    day.contents()
        .put(
            Facts.changed(visit, visit.doctorId(), visit.start(), AppointmentStatus.CANCELLED),
            Writing.SETTLED);

    assertThat(column(0).bands().values())
        .flatExtracting(Band::rows)
        .contains(
            new Band.Row(
                new TimeRange(HedwigDay.at("12:00"), HedwigDay.at("13:00")),
                true,
                true,
                HedwigDay.NOW));
  }

  @Test
  void aVisitOfAnotherDateIsNotPutOnTheBoard() {
    Appointment visit =
        Facts.visit(
            schedule.hospital(),
            doctor(0),
            HedwigDay.at("15:00").plusSeconds(86_400),
            "FOLLOW_UP",
            AppointmentStatus.SCHEDULED,
            "Elsewhere, Nobody");
    day.contents().put(visit, Writing.SETTLED);

    assertThat(column(0).blocks()).doesNotContainKey(visit.id().value());
  }

  @Test
  void whatIsBeingSavedIsCountedAlsoOnAnotherDay() {
    var news = new BoardOnScreen(day, Runnable::run);
    news.heard(new BoardNews.PendingChanged(1));
    day.goDays(1);

    assertThat(day.savingProperty().get()).isEqualTo(1);
    news.heard(new BoardNews.PendingChanged(0));
    assertThat(day.savingProperty().get()).isZero();
  }

  @Test
  void aRefusedCardIsMarkedUntilItWasSeen() {
    Appointment visit = visit(0, "Groß");
    day.contents().put(visit, Writing.REFUSED);
    day.choose(day.choiceAt(doctor(0).id(), visit.start()).orElseThrow());

    assertThat(day.contents().visit(visit.id())).map(Visit::writing).contains(Writing.SETTLED);
  }

  @Test
  void eachPlaceSaysWhatItMeans() {
    assertThat(at(1, "13:00")).isInstanceOf(SlotChoice.FreeSlot.class);
    assertThat(at(2, "17:00")).isInstanceOf(SlotChoice.EmptyTime.class);
    assertThat(at(0, "12:00")).isInstanceOf(SlotChoice.OnVisit.class);
    assertThat(at(2, "11:00")).isInstanceOf(SlotChoice.OnHold.class);
    assertThat(reason(at(2, "09:00"))).isEqualTo(SlotChoice.Reason.PAST);
    assertThat(reason(at(7, "12:00"))).isEqualTo(SlotChoice.Reason.DOCTOR_AWAY);
  }

  @Test
  void nothingCanBeChosenOfflineButLooking() {
    day.connectionProperty().set(new Connection.Offline(now, now, now));
    day.choose(at(1, "13:00"));
    day.choose(at(2, "17:00"));
    day.choose(at(0, "12:00"));

    assertThat(chosen).containsExactly(at(0, "12:00"));
  }

  @Test
  void aVisitThatTookTheSlotOfTheOpenFormIsMarkedUntilTheFormCloses() {
    day.contents().formAt(at(1, "13:00"));
    Appointment taken = HedwigDay.weber(schedule);
    day.contents().putFrom("Desk 2", taken, Writing.SETTLED);

    assertThat(day.contents().visit(taken.id()))
        .get()
        .extracting(Visit::takenBy)
        .isEqualTo("Desk 2");
    day.contents().formAt(null);
    assertThat(day.contents().visit(taken.id())).get().extracting(Visit::takenBy).isNull();
  }

  @Test
  void aVisitOfAnotherDeskElsewhereIsNotMarked() {
    day.contents().formAt(at(3, "11:00"));
    Appointment elsewhere = HedwigDay.weber(schedule);
    day.contents().putFrom("Desk 2", elsewhere, Writing.SETTLED);

    assertThat(day.contents().visit(elsewhere.id())).get().extracting(Visit::takenBy).isNull();
  }

  @Test
  void anUntickedDoctorLosesTheColumnAndNothingElse() {
    day.filter().show(doctor(0), false);
    day.contents().put(visit(0, "Groß"), Writing.SAVING);

    assertThat(day.columns()).hasSize(7);
    assertThat(day.filter().shownProperty().get()).isEqualTo(7);
    assertThat(day.contents().visit(visit(0, "Groß").id())).isPresent();
  }

  @Test
  void theListOfDoctorsIsSearchedWithoutAccents() {
    day.filter().searchProperty().set("elise");

    assertThat(day.filter().listed()).extracting(Doctor::name).containsExactly("Élise Moreau");
    assertThat(day.columns()).hasSize(8);
  }

  private SlotChoice at(int doctor, String time) {
    return day.choiceAt(doctor(doctor).id(), HedwigDay.at(time)).orElseThrow();
  }

  private static SlotChoice.Reason reason(SlotChoice choice) {
    return ((SlotChoice.Nothing) choice).reason();
  }

  private DoctorColumnViewModel column(int index) {
    return day.columns().get(index);
  }

  private Doctor doctor(int index) {
    return schedule.doctors().get(index);
  }

  private Appointment visit(int doctor, String family) {
    return schedule.appointments().stream()
        .filter(visit -> visit.doctorId().equals(doctor(doctor).id()))
        .filter(visit -> visit.patient().familyName().equals(family))
        .findFirst()
        .orElseThrow();
  }
}
