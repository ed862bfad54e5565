package io.daysheet.rule;

import static io.daysheet.rule.Clinic.BERLIN;
import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.HOSPITAL;
import static io.daysheet.rule.Clinic.NOW;
import static io.daysheet.rule.Clinic.PATIENT;
import static io.daysheet.rule.Clinic.at;
import static io.daysheet.rule.Clinic.booking;
import static io.daysheet.rule.Clinic.open;
import static io.daysheet.rule.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.OperatingHours;
import io.daysheet.time.StatedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BookingRulesTest {

  private static final List<Availability> DAY =
      List.of(open("2026-03-19T09:00", "2026-03-19T18:00"));
  private static final PatientId OTHER = new PatientId(new UUID(0, 9));

  private static List<String> codes(ProposedBooking wish, Appointment... existing) {
    return codes(BookingRules.check(wish, around(existing), NOW));
  }

  private static Surroundings around(Appointment... existing) {
    return Surroundings.of(DAY, List.of(existing));
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }

  @Test
  void aFreeHourInsideAnAvailabilityIsBooked() {
    assertThat(codes(booking("2026-03-19T10:00"))).isEmpty();
    assertThat(codes(booking("2026-03-19T17:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-19T10:30, off-grid
          2026-03-19T18:30, off-grid outside-operating-hours outside-availability
          2026-03-19T18:00, outside-availability
          2026-03-19T08:00, outside-operating-hours outside-availability
          2026-03-20T10:00, outside-availability
          2026-05-01T10:00, hospital-closed outside-availability
          2026-03-18T11:00, in-the-past outside-availability
          2026-03-18T12:00, in-the-past outside-availability
          2027-03-18T10:00, outside-availability
          2027-03-19T10:00, too-far-ahead outside-availability
          """)
  void theHourlyClinicRefuses(String start, String codes) {
    assertThat(codes(booking(start))).containsExactly(codes.split(" "));
  }

  @Test
  void ninetyMinutesAreTheWrongLength() {
    var wish =
        new ProposedBooking(
            HOSPITAL,
            DOCTOR,
            Clinic.ZOFIA,
            StatedTime.of(at("2026-03-19T10:00")),
            Duration.ofMinutes(90),
            Clinic.type(),
            null);

    assertThat(BookingRules.check(wish, around(), NOW))
        .containsExactly(new Violation.WrongDuration("FOLLOW_UP", 90, 60));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09:00, 60,  false
          11:00, 60,  false
          10:00, 60,  true
          09:30, 60,  true
          10:30, 60,  true
          10:15, 15,  true
          09:00, 180, true
          10:00, 15,  true
          """)
  void theDoctorIsBusyExactlyWhenTheVisitsOverlap(String start, int minutes, boolean busy) {
    var existing = visit(DOCTOR.id(), OTHER, "2026-03-19T" + start, minutes);

    assertThat(codes(booking("2026-03-19T10:00"), existing).contains("doctor-busy"))
        .isEqualTo(busy);
  }

  @Test
  void thePatientIsBusyWithAnotherDoctor() {
    var existing = visit(Clinic.doctor(8, true).id(), PATIENT, "2026-03-19T10:00", 60);

    assertThat(BookingRules.check(booking("2026-03-19T10:00"), around(existing), NOW))
        .containsExactly(new Violation.PatientBusy(PATIENT, Blocker.of(existing)));
  }

  @Test
  void everythingThatIsInTheWayIsToldAtOnce() {
    assertThat(
            codes(
                booking("2026-03-19T10:30"),
                visit(DOCTOR.id(), OTHER, "2026-03-19T10:00", 60),
                visit(DOCTOR.id(), PATIENT, "2026-03-19T11:00", 60)))
        .containsExactly("off-grid", "doctor-busy", "doctor-busy", "patient-busy");
  }

  @ParameterizedTest
  @EnumSource(AppointmentStatus.class)
  void cancelledAndMissedVisitsFreeTheTime(AppointmentStatus status) {
    var existing = visit(DOCTOR.id(), PATIENT, "2026-03-19T10:00", 60, status);
    boolean free = status == AppointmentStatus.CANCELLED || status == AppointmentStatus.NO_SHOW;

    assertThat(codes(booking("2026-03-19T10:00"), existing).isEmpty()).isEqualTo(free);
  }

  @Test
  void aBufferKeepsTheDoctorBusyOnBothSidesButNotThePatient() {
    var type = new AppointmentType("FOLLOW_UP", 30, 15, false, true);
    Hospital clinic =
        Clinic.hospital(
            BookingPolicy.of(15, List.of(type)), OperatingHours.daily("09:00", "19:00"));
    var existing = visit(DOCTOR.id(), PATIENT, "2026-03-19T10:00", 30);

    assertThat(codesAt(clinic, type, "2026-03-19T10:30", existing)).containsExactly("doctor-busy");
    assertThat(codesAt(clinic, type, "2026-03-19T10:45", existing)).isEmpty();
    assertThat(codesAt(clinic, type, "2026-03-19T09:30", existing)).containsExactly("doctor-busy");
    assertThat(codesAt(clinic, type, "2026-03-19T09:15", existing)).isEmpty();
    assertThat(codesAt(clinic, type, "2026-03-19T17:30", existing)).isEmpty();
  }

  private static List<String> codesAt(
      Hospital clinic, AppointmentType type, String start, Appointment existing) {
    var wish = ProposedBooking.of(clinic, DOCTOR, Clinic.ZOFIA, StatedTime.of(at(start)), type);
    return codes(BookingRules.check(wish, around(existing), NOW));
  }

  @Test
  void anAvailabilityAtAnotherHospitalIsNoneHere() {
    var elsewhere = open(Clinic.ELSEWHERE, "2026-03-19T09:00", "2026-03-19T18:00");

    assertThat(
            codes(
                BookingRules.check(
                    booking("2026-03-19T10:00"),
                    Surroundings.of(List.of(elsewhere), List.of()),
                    NOW)))
        .containsExactly("outside-availability");
  }

  @Test
  void whoIsOutOfServiceIsNotBooked() {
    var at = StatedTime.of(at("2026-03-19T10:00"));
    var gone = Clinic.doctor(3, false);

    assertThat(
            codes(
                new ProposedBooking(
                    Clinic.closedDown(),
                    gone,
                    Clinic.patient(false, null),
                    at,
                    Duration.ofHours(1),
                    Clinic.type(),
                    null)))
        .containsExactly("inactive", "inactive", "inactive");
  }

  @Test
  void theMinimumNoticeIsElapsedTimeAndExactlyThatLongIsEnough() {
    var p = BookingPolicy.hourly();
    var policy =
        new BookingPolicy(
            60,
            p.appointmentTypes(),
            Duration.ofHours(24),
            365,
            p.cancellationNotice(),
            p.holdDuration(),
            p.waitlistClaim(),
            p.reminders(),
            null,
            p.telehealthOpens(),
            p.telehealthCloses());
    var clinic = Clinic.hospital(policy, OperatingHours.daily("00:00", "24:00"));
    // The night of 29 March lasts an hour less: 12:00 is 23 hours after 12:00 of the day before.
    Instant dayBefore = at("2026-03-28T12:00");

    assertThat(
            BookingRules.tooSoon(
                ProposedBooking.of(
                    clinic,
                    DOCTOR,
                    Clinic.ZOFIA,
                    StatedTime.of(at("2026-03-29T12:00")),
                    Clinic.type()),
                dayBefore))
        .hasSize(1);
    assertThat(
            BookingRules.tooSoon(
                ProposedBooking.of(
                    clinic,
                    DOCTOR,
                    Clinic.ZOFIA,
                    StatedTime.of(at("2026-03-29T13:00")),
                    Clinic.type()),
                dayBefore))
        .isEmpty();
  }

  @Test
  void anHourThatTheClockSkipsIsRefusedAndNotMoved() {
    var night = Clinic.hospital(BookingPolicy.hourly(), OperatingHours.daily("00:00", "24:00"));
    var stated = StatedTime.of(OffsetDateTime.parse("2026-03-29T02:00+01:00"), BERLIN);

    assertThat(
            BookingRules.checkRequest(
                ProposedBooking.of(night, DOCTOR, Clinic.ZOFIA, stated, Clinic.type()), NOW))
        .containsExactly(
            new Violation.NonexistentLocalTime(
                "start", LocalDateTime.parse("2026-03-29T02:00"), BERLIN));
  }

  @Test
  void aClosureTakesItsWholeDateAndNotTheOneBefore() {
    var night = Clinic.hospital(BookingPolicy.hourly(), OperatingHours.daily("00:00", "24:00"));

    assertThat(closedAt(night, "2026-04-30T23:00")).isEmpty();
    assertThat(closedAt(night, "2026-05-01T00:00"))
        .containsExactly(new Violation.HospitalClosed(LocalDate.of(2026, 5, 1), "Labour Day"));
    assertThat(closedAt(night, "2026-05-01T23:00")).hasSize(1);
    assertThat(closedAt(night, "2026-05-02T00:00")).isEmpty();
  }

  private static List<Violation> closedAt(Hospital hospital, String start) {
    return BookingRules.checkRequest(
        ProposedBooking.of(hospital, DOCTOR, Clinic.ZOFIA, StatedTime.of(at(start)), Clinic.type()),
        NOW);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09:00, 10:00, false
          11:00, 12:00, false
          09:00, 10:30, true
          10:30, 12:00, true
          08:00, 18:00, true
          """)
  void nobodyIsBookedWhileTheDoctorIsAway(String from, String until, boolean away) {
    var off =
        new TimeOff(
            new TimeOffId(new UUID(0, 11)),
            DOCTOR.id(),
            at("2026-03-19T" + from),
            at("2026-03-19T" + until),
            TimeOff.Reason.CME,
            1);
    var around = new Surroundings(DAY, List.of(), List.of(), List.of(off), List.of());

    assertThat(BookingRules.check(booking("2026-03-19T10:00"), around, NOW))
        .isEqualTo(
            away
                ? List.of(
                    new Violation.OnTimeOff(
                        DOCTOR.id(), off.id(), off.start(), off.end(), off.reason()))
                : List.of());
  }

  @Test
  void whatAnotherDeskKeepsIsNotBookedAndATouchingHourIs() {
    var hold = hold("2026-03-19T10:00");
    var around = new Surroundings(DAY, List.of(), List.of(hold), List.of(), List.of());

    assertThat(BookingRules.check(booking("2026-03-19T10:00"), around, NOW))
        .containsExactly(new Violation.HeldByAnother(DOCTOR.id(), Blocker.of(hold), hold.until()));
    assertThat(BookingRules.check(booking("2026-03-19T11:00"), around, NOW)).isEmpty();
  }

  private static Hold hold(String start) {
    return new Hold(
        new HoldId(new UUID(0, 12)),
        Clinic.ID,
        DOCTOR.id(),
        at(start),
        at(start).plus(Duration.ofHours(1)),
        NOW.plusSeconds(300),
        "Desk 2");
  }

  @Test
  void aDoctorWhoTakesNoNewPatientsIsNotBookedWithThatType() {
    var full = Clinic.doctor(false, List.of());

    assertThat(codes(BookingRules.check(wish(full, Clinic.ZOFIA, "NEW_PATIENT"), around(), NOW)))
        .containsExactly("not-accepting-new-patients");
    assertThat(codes(BookingRules.check(wish(full, Clinic.ZOFIA, "FOLLOW_UP"), around(), NOW)))
        .isEmpty();
  }

  @Test
  void aDoctorWhoHasAPatientDoesNotTakeThemAnewWhenTheyMove() {
    var full = Clinic.doctor(false, List.of("AOK"));
    var wish = wish(full, Clinic.patient(true, new Insurance("Aetna", "M1")), "NEW_PATIENT");
    var visit = visit(full.id(), PATIENT, "2026-03-19T10:00", 60);
    var elsewhere = visit(new DoctorId(new UUID(9, 9)), PATIENT, "2026-03-19T10:00", 60);

    assertThat(codes(BookingRules.checkMove(wish, elsewhere, NOW)))
        .containsExactly("not-accepting-new-patients", "insurance-not-accepted");
    assertThat(BookingRules.checkMove(wish, visit, NOW)).isEmpty();
  }

  @Test
  void onlySomeTypesAreThePatientsOwnToArrange() {
    var own = new AppointmentType("FOLLOW_UP", 60, 0, false, true);
    var staffs = new AppointmentType("SURGERY", 60, 0, false, false);

    assertThat(BookingRules.selfService(own)).isEmpty();
    assertThat(BookingRules.selfService(staffs))
        .containsExactly(new Violation.NotSelfService("SURGERY"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AOK TK, AOK,  true
          AOK TK, Aetna, false
          '',     Aetna, true
          AOK TK, '',   true
          """)
  void whatTheDoctorDoesNotTakeIsRefused(String accepted, String plan, boolean welcome) {
    List<String> plans = accepted.isEmpty() ? List.of() : List.of(accepted.split(" "));
    var patient = Clinic.patient(true, plan.isEmpty() ? null : new Insurance(plan, "M1"));
    var wish = wish(Clinic.doctor(true, plans), patient, "FOLLOW_UP");

    assertThat(BookingRules.check(wish, around(), NOW))
        .isEqualTo(
            welcome ? List.of() : List.of(new Violation.InsuranceNotAccepted(DOCTOR.id(), plans)));
  }

  private static ProposedBooking wish(Doctor doctor, Patient patient, String type) {
    return ProposedBooking.of(
        Clinic.HOSPITAL,
        doctor,
        patient,
        StatedTime.of(at("2026-03-19T10:00")),
        Clinic.HOSPITAL.policy().type(type).orElseThrow());
  }
}
