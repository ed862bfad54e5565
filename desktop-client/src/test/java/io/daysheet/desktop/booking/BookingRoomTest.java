package io.daysheet.desktop.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietDesk;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.QuietGround;
import io.daysheet.desktop.patients.PatientSearchViewModel;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.BookAppointment;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The room of a visit, as the booking form asks for it.
class BookingRoomTest {

  private static final Room FIRST = room(1, "Room 1", true);
  private static final Room SECOND = room(2, "Room 2", true);
  private static final Room CLOSED = room(3, "Room 3", false);
  private static final BookingPolicy POLICY =
      BookingPolicy.of(
          60,
          List.of(
              new AppointmentType("FOLLOW_UP", 60, 0, false, true),
              new AppointmentType("TREATMENT", 60, 0, true, false)));

  private QuietDesk desk = desk(in(FIRST, Clinic.MENSAH, 1));
  private BookingFormViewModel form = open();

  private static Room room(int number, String name, boolean active) {
    return new Room(new RoomId(new UUID(8, number)), Clinic.ID, name, active, 1);
  }

  private static Appointment in(Room room, Doctor doctor, int number) {
    Appointment visit = Clinic.visit(number, doctor, 13, 40 + number);
    return visit.movedTo(visit.doctorId(), visit.during(), room.id());
  }

  private static QuietDesk desk(Appointment... visits) {
    return new QuietDesk(
        Clinic.day(
            POLICY,
            List.of(Clinic.availability(1, Clinic.LINDQVIST, 9, 17)),
            List.of(visits),
            List.of(SECOND, CLOSED, FIRST)));
  }

  private BookingFormViewModel open() {
    var search = new PatientSearchViewModel(desk.server, desk.world, desk.world);
    var opened =
        new BookingFormViewModel(
            desk.board,
            desk.writes,
            desk.world,
            new QuietGround(),
            search,
            new AlternativesViewModel(desk.board, desk.server, desk.world),
            new SlotKeeper(desk.board, desk.server, desk.world, desk.world, new Random(1)),
            Clinic.LINDQVIST,
            Clinic.at(13));
    search.pick(QuietHospital.patient(1, "Kowalska", "Zofia"));
    return opened;
  }

  private BookingShown shown() {
    return form.shownProperty().get();
  }

  private void choose(String type) {
    form.typeProperty().set(POLICY.type(type).orElseThrow());
  }

  private BookAppointment booked() {
    form.book();
    return desk.server.bookings.getLast().command();
  }

  @Test
  void aTypeThatNeedsNoneIsAskedForNone() {
    assertThat(shown().rooms()).isEqualTo(RoomOffer.NONE);
    assertThat(booked().roomId()).isNull();
  }

  @Test
  void anyFreeOneIsMeantUnlessOneIsChosen() {
    choose("TREATMENT");
    assertThat(shown().rooms().choices())
        .extracting(RoomOffer.Choice::text)
        .containsExactly("Any free room", "Room 1: taken 13:00–14:00", "Room 2");
    assertThat(shown().rooms().chosen()).isZero();
    assertThat(shown().canBook()).isTrue();
    assertThat(booked().roomId()).isNull();
  }

  @Test
  void theChosenOneIsAskedFor() {
    choose("TREATMENT");
    form.roomProperty().set(SECOND.id());
    assertThat(shown().rooms().chosen()).isEqualTo(2);

    assertThat(booked().roomId()).isEqualTo(SECOND.id());
    assertThat(desk.board.appointments())
        .as("on the board at once")
        .anyMatch(visit -> SECOND.id().equals(visit.appointment().roomId()));
  }

  @Test
  void aRoomThatIsTakenIsToldByItsName() {
    choose("TREATMENT");
    form.roomProperty().set(FIRST.id());

    assertThat(shown().canBook()).isFalse();
    assertThat(shown().obstacles())
        .extracting(Obstacle::text)
        .containsExactly("Room 1 is taken at 13:00–14:00.");
    form.roomProperty().set(null);
    assertThat(shown().canBook()).isTrue();
  }

  @Test
  void whenAllAreTakenEachIsTold() {
    desk = desk(in(FIRST, Clinic.MENSAH, 1), in(SECOND, Clinic.HADDAD, 2));
    form = open();
    choose("TREATMENT");

    assertThat(shown().rooms().choices().getFirst().text())
        .isEqualTo("Any free room: none is free then");
    assertThat(shown().obstacles())
        .extracting(Obstacle::text)
        .containsExactlyInAnyOrder(
            "Room 1 is taken at 13:00–14:00.", "Room 2 is taken at 13:00–14:00.");
    assertThat(shown().canBook()).isFalse();
  }

  @Test
  void theServersRefusalStandsInTheSamePlaceInTheSameWords() {
    choose("TREATMENT");
    form.roomProperty().set(SECOND.id());
    form.book();
    Blocker other =
        new Blocker(
            new UUID(4, 9),
            Clinic.ID,
            Clinic.HADDAD.id(),
            Clinic.at(13),
            Clinic.at(14),
            "J. Novák");
    desk.server
        .bookings
        .getFirst()
        .answer()
        .accept(
            new Outcome.Refused<>(
                409, "room-busy", List.of(new Violation.RoomBusy(SECOND.id(), other))));

    assertThat(shown().obstacles())
        .extracting(Obstacle::text)
        .singleElement()
        .asString()
        .startsWith("Room 2 is taken at 13:00–14:00")
        .contains("J. Novák");
  }

  @Test
  void whatWasChosenForAnotherTypeIsNotSent() {
    choose("TREATMENT");
    form.roomProperty().set(SECOND.id());
    choose("FOLLOW_UP");
    assertThat(booked().roomId()).isNull();
  }
}
