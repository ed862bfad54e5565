package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Replica.Applied;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardTest {

  private static final Availability MORNING = Clinic.availability(1, Clinic.LINDQVIST, 9, 12);
  private static final Appointment TEN = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);

  private final Board board = new Board("Desk 1");
  private final List<BoardNews> news = new ArrayList<>();

  @BeforeEach
  void load() {
    board.load(Clinic.day(5, List.of(MORNING), List.of(TEN)), Clinic.at(8));
    board.addListener(news::add);
  }

  @Test
  void aChangeOfAnotherDeskIsOneCardAndThatDoctorsFreeStarts() {
    Appointment eleven = Clinic.visit(2, Clinic.LINDQVIST, 11, 2);

    board.apply(new Change.AppointmentBooked(6, Clinic.at(8), "Desk 2", eleven));

    assertThat(news).hasSize(2);
    assertThat(news.getFirst())
        .isEqualTo(
            new BoardNews.AppointmentShown(
                new BoardAppointment(eleven, WriteState.SAVED),
                null,
                new Origin("Desk 2", Clinic.at(8), Origin.Kind.REMOTE)));
    assertThat(news.getLast())
        .isInstanceOfSatisfying(
            BoardNews.FreeStartsChanged.class,
            n -> {
              assertThat(n.doctor()).isEqualTo(Clinic.LINDQVIST.id());
              assertThat(n.free().stream()).containsExactly(Clinic.at(9));
            });
  }

  @Test
  void aVisitThatWentToSomebodyWhoIsNotSeenLeavesTheBoardAndStaysAway() {
    board.apply(new Change.AppointmentLeft(6, Clinic.at(8), "Desk 2", TEN.id(), 2));

    assertThat(board.appointments()).isEmpty();
    assertThat(news).hasAtLeastOneElementOfType(BoardNews.AppointmentGone.class);
    board.apply(new Change.AppointmentChanged(7, Clinic.at(8), "Desk 2", TEN));
    assertThat(board.appointments()).as("an older state").isEmpty();
  }

  @Test
  void whatIsKnownIsPassedOverAndAGapIsNotTaken() {
    Appointment other = Clinic.visit(2, Clinic.HADDAD, 11, 2);

    assertThat(board.apply(new Change.AppointmentBooked(5, Clinic.at(8), null, other)))
        .isEqualTo(Applied.KNOWN);
    assertThat(board.apply(new Change.AppointmentBooked(7, Clinic.at(8), null, other)))
        .isEqualTo(Applied.GAP);
    assertThat(news).isEmpty();
  }

  @Test
  void anotherDatesChangeIsCountedAndNotShown() {
    Appointment tomorrow = Clinic.visit(2, Clinic.HADDAD, 30, 2);

    assertThat(board.apply(new Change.AppointmentBooked(6, Clinic.at(8), null, tomorrow)))
        .isEqualTo(Applied.NEW);
    assertThat(news).isEmpty();
    assertThat(board.position().orElseThrow().sequence()).isEqualTo(6);
  }

  @Test
  void aCancelledVisitLeavesAndItsHourIsFreeAgain() {
    Appointment cancelled = Clinic.with(TEN, AppointmentStatus.CANCELLED, 2);

    board.apply(new Change.AppointmentChanged(6, Clinic.at(8), "Desk 2", cancelled));

    assertThat(board.appointments()).isEmpty();
    assertThat(freeOfLindqvist()).containsExactly(Clinic.at(9), Clinic.at(10), Clinic.at(11));
  }

  @Test
  void aNoShowStaysOnTheBoardAndFreesItsHour() {
    Appointment missed = Clinic.with(TEN, AppointmentStatus.NO_SHOW, 2);

    board.apply(new Change.AppointmentChanged(6, Clinic.at(8), "Desk 2", missed));

    assertThat(board.appointments())
        .containsExactly(new BoardAppointment(missed, WriteState.SAVED));
    assertThat(freeOfLindqvist()).contains(Clinic.at(10));
  }

  @Test
  void aBookingOfThisDeskIsShownAtOnceAndTurnsSolidInItsPlace() {
    PendingWrite write = booking(11);
    board.begin(write);
    assertThat(board.appointments())
        .extracting(BoardAppointment::state)
        .containsExactly(WriteState.SAVED, WriteState.SAVING);
    assertThat(freeOfLindqvist()).containsExactly(Clinic.at(9));
    news.clear();

    Appointment answer = Clinic.visit(8, Clinic.LINDQVIST, 11, 2);
    board.confirm(write, answer, Clinic.at(8));

    assertThat(news)
        .containsExactly(
            new BoardNews.AppointmentShown(
                new BoardAppointment(answer, WriteState.SAVED),
                expected(write).id(),
                new Origin("Desk 1", Clinic.at(8), Origin.Kind.OWN)),
            new BoardNews.PendingChanged(0));
  }

  @Test
  void theChangeThatComesBeforeTheAnswerTakesThePendingOnesPlace() {
    PendingWrite write = booking(11);
    Appointment saved = Clinic.visit(8, Clinic.LINDQVIST, 11, 2);
    board.begin(write);
    news.clear();

    board.apply(new Change.AppointmentBooked(6, Clinic.at(8), "Desk 1", saved));
    board.confirm(write, saved, Clinic.at(8));

    assertThat(news)
        .containsExactly(
            new BoardNews.AppointmentShown(
                new BoardAppointment(saved, WriteState.SAVED),
                expected(write).id(),
                new Origin("Desk 1", Clinic.at(8), Origin.Kind.OWN)),
            new BoardNews.PendingChanged(0));
  }

  @Test
  void aLateAnswerDoesNotBringBackWhatIsGone() {
    PendingWrite write = booking(11);
    Appointment saved = Clinic.visit(8, Clinic.LINDQVIST, 11, 2);
    board.begin(write);
    board.apply(new Change.AppointmentBooked(6, Clinic.at(8), "Desk 1", saved));
    board.apply(
        new Change.AppointmentChanged(
            7, Clinic.at(8), "Desk 2", Clinic.with(saved, AppointmentStatus.CANCELLED, 2)));

    board.confirm(write, saved, Clinic.at(8));

    assertThat(board.appointments()).extracting(BoardAppointment::id).containsExactly(TEN.id());
  }

  @Test
  void aRefusedBookingIsTakenBack() {
    PendingWrite write = booking(11);
    board.begin(write);

    board.takeBack(write, Clinic.at(8));

    assertThat(board.appointments()).extracting(BoardAppointment::id).containsExactly(TEN.id());
    assertThat(freeOfLindqvist()).containsExactly(Clinic.at(9), Clinic.at(11));
  }

  @Test
  void aVisitThatIsBeingCancelledStaysAndKeepsItsHour() {
    board.begin(pending(new Write.Cancel(TEN, "asked")));

    assertThat(board.appointments())
        .containsExactly(new BoardAppointment(TEN, WriteState.REMOVING));
    assertThat(freeOfLindqvist()).doesNotContain(Clinic.at(10));
  }

  @Test
  void aReloadOfTheSameDayTellsOnlyWhatIsDifferent() {
    Availability evening = Clinic.availability(2, Clinic.HADDAD, 17, 19);

    board.load(Clinic.day(9, List.of(MORNING, evening), List.of()), Clinic.at(9));

    assertThat(news)
        .extracting(n -> n.getClass().getSimpleName())
        .containsExactly(
            "AppointmentGone", "AvailabilityShown", "FreeStartsChanged", "FreeStartsChanged");
  }

  @Test
  void anAvailabilityThatIsBeingSavedOffersNothingYet() {
    board.begin(
        pending(new Write.AddAvailability(Clinic.availability(7, Clinic.LINDQVIST, 14, 16))));

    assertThat(board.availabilities())
        .extracting(BoardAvailability::state)
        .containsExactly(WriteState.SAVED, WriteState.SAVING);
    assertThat(freeOfLindqvist()).containsExactly(Clinic.at(9), Clinic.at(11));
  }

  private Stream<Instant> freeOfLindqvist() {
    return board
        .free(Clinic.LINDQVIST.id(), Clinic.HOSPITAL.policy().type("FOLLOW_UP").orElseThrow())
        .stream();
  }

  private PendingWrite booking(int hour) {
    return pending(
        new Write.Book(
            Clinic.with(
                Clinic.visit(99, Clinic.LINDQVIST, hour, 2), AppointmentStatus.SCHEDULED, 0)));
  }

  private static Appointment expected(PendingWrite write) {
    return ((Write.Book) write.write()).expected();
  }

  private PendingWrite pending(Write write) {
    return new PendingWrite(CommandKey.fresh(), write, Clinic.at(8), board.loads());
  }
}
