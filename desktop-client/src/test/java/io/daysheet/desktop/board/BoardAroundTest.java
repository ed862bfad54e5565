package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What takes time besides bookings: holds, absences, and visits that go elsewhere.
class BoardAroundTest {

  private static final Availability MORNING = Clinic.availability(1, Clinic.LINDQVIST, 9, 12);
  private static final Appointment TEN = Clinic.visit(1, Clinic.LINDQVIST, 10, 1);
  private static final Instant FIVE_PAST = Clinic.at(8).plusSeconds(300);

  private final Board board = new Board("Desk 1");
  private final List<BoardNews> news = new ArrayList<>();
  private long sequence = 5;

  @BeforeEach
  void load() {
    board.load(Clinic.day(5, List.of(MORNING), List.of(TEN)), Clinic.at(8));
    board.addListener(news::add);
  }

  private static Hold hold(int number, int hour, String holder) {
    return new Hold(
        new HoldId(new UUID(6, number)),
        Clinic.ID,
        Clinic.LINDQVIST.id(),
        Clinic.at(hour),
        Clinic.at(hour + 1),
        FIVE_PAST,
        holder);
  }

  private void place(Hold hold) {
    board.apply(new Change.HoldPlaced(++sequence, Clinic.at(8), hold.holder(), hold));
  }

  private List<Instant> free() {
    return board.free(Clinic.LINDQVIST.id(), Clinic.HOSPITAL.policy().shortestType()).stream()
        .toList();
  }

  @Test
  void anotherDesksHoldIsOnTheBoardAndItsTimeIsNotFree() {
    place(hold(1, 9, "Desk 2"));

    assertThat(news.getFirst())
        .isEqualTo(
            new BoardNews.HoldShown(
                new BoardHold(hold(1, 9, "Desk 2"), false),
                new Origin("Desk 2", Clinic.at(8), Origin.Kind.REMOTE)));
    assertThat(free()).containsExactly(Clinic.at(11));
    board.apply(new Change.HoldReleased(++sequence, Clinic.at(8), "Desk 2", hold(1, 9, "Desk 2")));
    assertThat(free()).containsExactly(Clinic.at(9), Clinic.at(11));
    place(hold(1, 9, "Desk 2"));
    assertThat(board.holds()).as("told late").isEmpty();
  }

  /// Edge case 27.
  @Test
  void whatThisDeskHoldsIsFreeForItselfAlsoBeforeTheAnswer() {
    var slot = new OwnHolds.Slot(Clinic.LINDQVIST.id(), Clinic.at(9));
    board.holdAsked(slot);
    place(hold(1, 9, "Desk 1"));

    assertThat(board.holds()).containsExactly(new BoardHold(hold(1, 9, "Desk 1"), true));
    assertThat(free()).contains(Clinic.at(9));
    assertThat(board.around(null).holds()).isEmpty();
    board.holdAnswered(slot, hold(1, 9, "Desk 1"), board.loads());
    assertThat(board.holds()).extracting(BoardHold::own).containsExactly(true);
    place(hold(2, 11, "Desk 1"));
    assertThat(free()).as("held by the same person at another desk").doesNotContain(Clinic.at(11));
  }

  /// Edge case 28.
  @Test
  void aHoldEndsByTheDesksOwnClockAndComesBackIfItWasRenewed() {
    place(hold(1, 9, "Desk 2"));
    board.tick(FIVE_PAST.minusNanos(1));
    assertThat(board.holds()).hasSize(1);
    board.tick(FIVE_PAST);
    assertThat(board.holds()).isEmpty();
    assertThat(free()).contains(Clinic.at(9));

    Hold longer =
        new Hold(
            hold(1, 9, "Desk 2").id(),
            Clinic.ID,
            Clinic.LINDQVIST.id(),
            Clinic.at(9),
            Clinic.at(10),
            FIVE_PAST.plusSeconds(300),
            "Desk 2");
    place(longer);
    assertThat(board.holds()).extracting(BoardHold::hold).containsExactly(longer);
    place(hold(1, 9, "Desk 2"));
    assertThat(board.holds()).as("an older state").extracting(BoardHold::hold).contains(longer);
  }

  @Test
  void aBookingOfTheTimeEndsItsHoldForGood() {
    place(hold(1, 9, "Desk 2"));
    Appointment nine = Clinic.visit(2, Clinic.LINDQVIST, 9, 2);
    board.apply(new Change.AppointmentBooked(++sequence, Clinic.at(8), "Desk 2", nine));
    assertThat(board.holds()).isEmpty();

    board.apply(
        new Change.AppointmentChanged(
            ++sequence, Clinic.at(8), "Desk 2", Clinic.with(nine, AppointmentStatus.CANCELLED, 2)));
    assertThat(board.holds()).isEmpty();
    assertThat(free()).contains(Clinic.at(9));
  }

  /// Edge case 29.
  @Test
  void aMoveToAnotherDoctorFreesTheOldTimeAndTakesTheNewOne() {
    Appointment moved =
        TEN.movedTo(Clinic.HADDAD.id(), new TimeRange(Clinic.at(14), Clinic.at(15)), null);
    board.apply(
        new Change.AppointmentMoved(
            ++sequence, Clinic.at(8), "Desk 2", Clinic.LINDQVIST.id(), moved));

    assertThat(board.appointments()).containsExactly(new BoardAppointment(moved, WriteState.SAVED));
    assertThat(free()).hasSize(3);
  }

  @Test
  void anAbsenceTakesTheFreeTimesAndLeavesTheVisits() {
    var off =
        new TimeOff(
            new TimeOffId(new UUID(10, 1)),
            Clinic.LINDQVIST.id(),
            Clinic.at(8),
            Clinic.at(11),
            TimeOff.Reason.SICK,
            1);
    board.apply(new Change.TimeOffChanged(++sequence, Clinic.at(8), "Desk 2", false, off));
    assertThat(free()).containsExactly(Clinic.at(11));
    assertThat(board.appointments()).hasSize(1);
    assertThat(board.around(null).timeOff()).containsExactly(off);

    board.apply(new Change.TimeOffChanged(++sequence, Clinic.at(8), "Desk 2", true, off));
    assertThat(free()).contains(Clinic.at(9));
    assertThat(news).hasAtLeastOneElementOfType(BoardNews.TimeOffGone.class);
  }

  @Test
  void aPatientsNewNameIsOnTheCardAndStaysThere() {
    var name = new PatientSummary("Zofia", "Nowak", LocalDate.of(1987, 5, 14));
    board.apply(
        new Change.PatientChanged(++sequence, Clinic.at(8), "Desk 2", TEN.patientId(), name, 2));
    board.apply(
        new Change.AppointmentChanged(
            ++sequence, Clinic.at(8), "Desk 2", Clinic.with(TEN, AppointmentStatus.CONFIRMED, 2)));

    assertThat(board.appointments())
        .extracting(a -> a.appointment().patient().familyName())
        .containsExactly("Nowak");
  }

  @Test
  void aVisitThatThisDeskMovesStandsInItsNewPlaceAtOnceAndGoesBackIfItIsRefused() {
    Appointment expected =
        TEN.movedTo(Clinic.LINDQVIST.id(), new TimeRange(Clinic.at(11), Clinic.at(12)), null);
    var write =
        new PendingWrite(
            CommandKey.fresh(), new Write.Move(TEN, expected), Clinic.at(8), board.loads());
    board.begin(write);
    assertThat(board.appointments())
        .containsExactly(new BoardAppointment(expected, WriteState.SAVING));

    board.takeBack(write, Clinic.at(8));
    assertThat(board.appointments()).containsExactly(new BoardAppointment(TEN, WriteState.SAVED));
    board.begin(write);
    board.apply(new Change.AppointmentMoved(++sequence, Clinic.at(8), "Desk 1", null, expected));
    assertThat(board.appointments())
        .containsExactly(new BoardAppointment(expected, WriteState.SAVED));
  }

  @Test
  void aVisitThatIsMovedToAnotherDateLeavesTheBoardUntilItIsRefused() {
    Appointment tomorrow =
        TEN.movedTo(Clinic.LINDQVIST.id(), new TimeRange(Clinic.at(34), Clinic.at(35)), null);
    var write =
        new PendingWrite(
            CommandKey.fresh(), new Write.Move(TEN, tomorrow), Clinic.at(8), board.loads());
    board.begin(write);
    assertThat(board.appointments()).isEmpty();
    board.takeBack(write, Clinic.at(8));
    assertThat(board.appointments()).hasSize(1);
  }
}
