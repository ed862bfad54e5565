package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A booking form and the slot that is held for it.
class BookingHoldTest {

  private static final Patient ZOFIA = QuietHospital.patient(1, "Kowalska", "Zofia");
  private static final HoldId FIRST = new HoldId(new UUID(6, 1));

  private final QuietDesk desk =
      new QuietDesk(List.of(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)), List.of());
  private final QuietHospital server = desk.server;
  private final PatientSearchViewModel search =
      new PatientSearchViewModel(server, desk.world, desk.world);

  private BookingFormViewModel open() {
    var form =
        new BookingFormViewModel(
            desk.board,
            desk.writes,
            desk.world,
            new QuietGround(),
            search,
            new AlternativesViewModel(desk.board, server, desk.world),
            new SlotKeeper(desk.board, server, desk.world, desk.world, new Random(1)),
            Clinic.LINDQVIST,
            Clinic.at(13));
    search.pick(ZOFIA);
    return form;
  }

  private static Hold held() {
    return new Hold(
        new HoldId(new UUID(6, 9)),
        Clinic.ID,
        Clinic.LINDQVIST.id(),
        Clinic.at(13),
        Clinic.at(14),
        Clinic.at(9),
        "J. Novák");
  }

  @Test
  void theSlotIsHeldAtOnceAndTheBookingNamesItsHold() {
    BookingFormViewModel form = open();
    assertThat(server.holds.getFirst().command().start().toInstant()).isEqualTo(Clinic.at(13));
    assertThat(form.shownProperty().get().canBook()).as("its own hold hinders nobody").isTrue();
    form.book();

    assertThat(server.bookings.getFirst().command().holdId()).isEqualTo(FIRST);
    server
        .bookings
        .getFirst()
        .answer()
        .accept(new Outcome.Done<>(Clinic.visit(9, Clinic.LINDQVIST, 13, 1)));
    assertThat(server.released).isEmpty();
    assertThat(desk.board.holds()).isEmpty();
  }

  @Test
  void leavingGivesItBack() {
    open().close();
    assertThat(server.released).containsExactly(FIRST);
    assertThat(desk.board.holds()).isEmpty();
  }

  @Test
  void anotherTypeIsHeldInItsPlace() {
    BookingFormViewModel form = open();
    form.typeProperty().set(form.types().getFirst());

    assertThat(server.released).containsExactly(FIRST);
    assertThat(server.holds).hasSize(2);
    assertThat(server.holds.getLast().command().type()).isEqualTo("NEW_PATIENT");
  }

  @Test
  void whoPressesEnterBeforeTheAnswerBooksOnceItIsThere() {
    server.holdsBack = true;
    BookingFormViewModel form = open();
    form.book();
    assertThat(server.bookings).isEmpty();
    assertThat(form.shownProperty().get().busy()).isTrue();

    var asked = server.holds.getFirst();
    asked.answer().accept(new Outcome.Done<>(QuietHospital.hold(1, asked.command())));
    assertThat(server.bookings).hasSize(1);
    assertThat(server.bookings.getFirst().command().holdId()).isEqualTo(FIRST);
  }

  @Test
  void aRefusedHoldIsToldAndHindersNobody() {
    server.holdsBack = true;
    BookingFormViewModel form = open();
    server
        .holds
        .getFirst()
        .answer()
        .accept(new Outcome.Refused<>(409, "too-many-holds", List.of()));

    assertThat(form.shownProperty().get().note()).startsWith("This slot is not kept for you");
    assertThat(form.shownProperty().get().canBook()).isTrue();
    form.book();
    assertThat(server.bookings.getFirst().command().holdId()).isNull();
  }

  @Test
  void aFormThatIsLeftWhileItsBookingIsOnItsWayLeavesTheHoldToIt() {
    BookingFormViewModel form = open();
    form.book();
    form.close();
    assertThat(server.released).isEmpty();
  }

  @Test
  void aHoldThatTheServerHasForgottenIsAskedForAnew() {
    BookingFormViewModel form = open();
    form.book();
    server
        .bookings
        .getFirst()
        .answer()
        .accept(new Outcome.Refused<>(409, "hold-expired", List.of()));

    assertThat(server.holds).hasSize(2);
    search.pick(QuietHospital.patient(2, "Kowalczyk", "Zoltán"));
    form.book();
    assertThat(server.bookings.getLast().command().holdId()).isEqualTo(new HoldId(new UUID(6, 2)));
  }

  @Test
  void whatAnotherDeskHoldsIsInTheWayUntilItGivesItBack() {
    server.holdsBack = true;
    BookingFormViewModel form = open();
    Hold other = held();
    server.held(other);
    BookingShown.Taken taken = Objects.requireNonNull(form.shownProperty().get().taken());
    assertThat(taken.title()).isEqualTo("13:00 with Dr. Lindqvist is taken");
    assertThat(taken.text())
        .isEqualTo(
            "J. Novák is filling it in, and keeps it until 09:00. Nothing you typed is lost.");
    assertThat(taken.code()).isEqualTo("held-by-another");
    assertThat(form.shownProperty().get().alternatives()).hasSize(4);
    assertThat(form.shownProperty().get().canBook()).isFalse();

    server.ended(other);
    assertThat(form.shownProperty().get().taken()).isNull();
    assertThat(form.shownProperty().get().obstacles()).isEmpty();
  }

  @Test
  void aSlotThatIsFreeAgainIsAskedForOnceMore() {
    server.holdsBack = true;
    BookingFormViewModel form = open();
    Hold other = held();
    server.held(other);
    server
        .holds
        .getFirst()
        .answer()
        .accept(new Outcome.Refused<>(409, "held-by-another", List.of()));
    server.ended(other);

    assertThat(server.holds).hasSize(2);
    assertThat(form.shownProperty().get().canBook()).isTrue();
  }
}
