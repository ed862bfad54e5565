package io.daysheet.rule;

import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.HOSPITAL;
import static io.daysheet.rule.Clinic.NOW;
import static io.daysheet.rule.Clinic.at;
import static io.daysheet.rule.Clinic.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.NoRoom;
import io.daysheet.rule.Violation.RoomBusy;
import io.daysheet.rule.Violation.Subject;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.StatedTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomRulesTest {

  private static final Room ONE = room(1, Clinic.ID, true);
  private static final Room TWO = room(2, Clinic.ID, true);
  private static final Room SHUT = room(3, Clinic.ID, false);
  private static final Room FAR = room(4, Clinic.ELSEWHERE, true);

  @Test
  void aTypeThatNeedsNoRoomAsksForNone() {
    assertThat(check(false, null, List.of())).isEmpty();
  }

  @Test
  void aTypeThatNeedsARoomTakesAnyFreeOneOfTheHospital() {
    assertThat(check(true, null, List.of(FAR, SHUT, ONE, TWO), in(ONE, "10:00"))).isEmpty();
    assertThat(
            RoomRules.free(
                wish(true, null), around(List.of(FAR, SHUT, ONE, TWO), in(ONE, "10:00"))))
        .contains(TWO);
  }

  @Test
  void whenEachRoomIsTakenEachIsNamed() {
    Appointment first = in(ONE, "10:00");
    Appointment second = in(TWO, "09:30");

    assertThat(check(true, null, List.of(ONE, TWO, SHUT, FAR), first, second))
        .containsExactly(
            new RoomBusy(ONE.id(), Blocker.of(first)), new RoomBusy(TWO.id(), Blocker.of(second)));
  }

  @Test
  void aHospitalWithoutARoomInServiceIsNamed() {
    assertThat(check(true, null, List.of(SHUT, FAR))).containsExactly(new NoRoom(Clinic.ID));
  }

  @Test
  void aChosenRoomIsNeededWhateverTheType() {
    Appointment visit = in(ONE, "10:00");

    assertThat(check(false, ONE.id(), List.of(ONE, TWO), visit))
        .containsExactly(new RoomBusy(ONE.id(), Blocker.of(visit)));
    assertThat(check(false, ONE.id(), List.of(ONE), in(ONE, "09:00"), in(ONE, "11:00"))).isEmpty();
    assertThat(check(true, SHUT.id(), List.of(SHUT)))
        .containsExactly(new Inactive(Subject.ROOM, SHUT.id().value()));
    assertThat(check(true, FAR.id(), List.of(ONE, FAR)))
        .containsExactly(new Inactive(Subject.ROOM, FAR.id().value()));
  }

  private static List<Violation> check(
      boolean needsRoom, @Nullable RoomId chosen, List<Room> rooms, Appointment... others) {
    return BookingRules.check(wish(needsRoom, chosen), around(rooms, others), NOW);
  }

  private static Surroundings around(List<Room> rooms, Appointment... others) {
    return new Surroundings(
        List.of(open("2026-03-19T09:00", "2026-03-19T18:00")),
        List.of(others),
        List.of(),
        List.of(),
        rooms);
  }

  private static ProposedBooking wish(boolean needsRoom, @Nullable RoomId chosen) {
    AppointmentType type = new AppointmentType("FOLLOW_UP", 60, 0, needsRoom, true);
    return new ProposedBooking(
        HOSPITAL,
        DOCTOR,
        Clinic.ZOFIA,
        StatedTime.of(at("2026-03-19T10:00")),
        type.length(),
        type,
        chosen);
  }

  /// Somebody else's visit with another doctor.
  private static Appointment in(Room room, String start) {
    Appointment visit =
        Clinic.visit(
            Clinic.doctor(8, true).id(), new PatientId(new UUID(0, 9)), "2026-03-19T" + start, 60);
    return new Appointment(
        visit.id(),
        visit.hospitalId(),
        visit.doctorId(),
        visit.patientId(),
        visit.patient(),
        visit.start(),
        visit.end(),
        visit.type(),
        visit.status(),
        null,
        null,
        room.id(),
        null,
        List.of(),
        1);
  }

  private static Room room(int id, HospitalId hospital, boolean active) {
    return new Room(new RoomId(new UUID(0, id)), hospital, "Room " + id, active, 1);
  }
}
