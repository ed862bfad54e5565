package io.daysheet.rule;

import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.HOSPITAL;
import static io.daysheet.rule.Clinic.NOW;
import static io.daysheet.rule.Clinic.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Attention.Booked;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.time.OperatingHours;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Edge case 36: the frame changes under visits that are booked.
class AttentionTest {

  private static final OperatingHours HOURS = OperatingHours.daily("09:00", "19:00");

  @Test
  void aVisitThatCouldBeBookedTodayNeedsNone() {
    assertThat(codes(visit("2026-03-19T10:00", 60), HOSPITAL, DOCTOR)).isEmpty();
  }

  @Test
  void hoursThatAreCutLeaveItOutside() {
    Hospital mornings = hospital(BookingPolicy.hourly(), OperatingHours.daily("09:00", "12:00"));

    assertThat(codes(visit("2026-03-19T11:00", 60), mornings, DOCTOR)).isEmpty();
    assertThat(codes(visit("2026-03-19T12:00", 60), mornings, DOCTOR))
        .containsExactly("outside-operating-hours");
  }

  @Test
  void aClosureTakesItsWholeDate() {
    assertThat(codes(visit("2026-05-01T10:00", 60), HOSPITAL, DOCTOR))
        .containsExactly("hospital-closed");
    assertThat(codes(visit("2026-05-02T10:00", 60), HOSPITAL, DOCTOR)).isEmpty();
  }

  @Test
  void anotherGridLeavesItOffAndAnotherLengthWrong() {
    Hospital shorter = hospital(grid(45, new AppointmentType("FOLLOW_UP", 45, 0, false, true)));

    assertThat(codes(visit("2026-03-19T10:00", 60), shorter, DOCTOR))
        .containsExactly("off-grid", "wrong-duration");
    assertThat(codes(visit("2026-03-19T09:45", 45), shorter, DOCTOR)).isEmpty();
  }

  @Test
  void aTypeThatIsNoneAnyMoreHasNoLength() {
    Hospital without = hospital(grid(60, new AppointmentType("NEW_PATIENT", 30, 0, false, true)));

    assertThat(codes(visit("2026-03-19T10:00", 60), without, DOCTOR)).isEmpty();
  }

  /// Edge case 35, as far as a rule can tell it.
  @Test
  void whoeverItNeedsIsOutOfServiceAndThatIsSaidOnce() {
    Booked visit = visit("2026-03-19T10:00", 60);
    Doctor gone = Clinic.doctor(3, false);

    assertThat(codes(visit, HOSPITAL, gone)).containsExactly("inactive");
    assertThat(codes(visit, Clinic.closedDown(), DOCTOR)).containsExactly("inactive");
    assertThat(codes(visit, Clinic.closedDown(), gone)).containsExactly("inactive");
    assertThat(codes(booked("2026-03-19T10:00", 60, false, false, false), HOSPITAL, DOCTOR))
        .containsExactly("inactive");
  }

  @Test
  void anAbsenceAndAMergeAreToldInReadingOrder() {
    assertThat(codes(booked("2026-05-01T20:00", 30, false, true, true), HOSPITAL, DOCTOR))
        .containsExactly(
            "inactive",
            "wrong-duration",
            "hospital-closed",
            "outside-operating-hours",
            "on-time-off",
            "patient-busy");
  }

  @Test
  void whatHasBegunNeedsNoneAnyMore() {
    assertThat(codes(booked("2026-03-18T12:00", 60, false, true, true), HOSPITAL, DOCTOR))
        .isEmpty();
    assertThat(codes(booked("2026-03-18T13:00", 60, true, true, false), HOSPITAL, DOCTOR))
        .containsExactly("on-time-off");
  }

  @ParameterizedTest
  @EnumSource
  void whatTakesNoTimeNeedsNone(AppointmentStatus status) {
    Booked visit =
        new Booked(during("2026-03-19T10:00", 60), "FOLLOW_UP", status, true, true, false);

    assertThat(codes(visit, HOSPITAL, DOCTOR).isEmpty()).isEqualTo(!status.occupiesTime());
  }

  private static List<String> codes(Booked visit, Hospital hospital, Doctor doctor) {
    return Attention.codes(visit, hospital, doctor, NOW);
  }

  private static Booked visit(String local, int minutes) {
    return booked(local, minutes, true, false, false);
  }

  private static Booked booked(
      String local, int minutes, boolean patientIsInService, boolean isAway, boolean isBusy) {
    return new Booked(
        during(local, minutes),
        "FOLLOW_UP",
        AppointmentStatus.CONFIRMED,
        patientIsInService,
        isAway,
        isBusy);
  }

  private static TimeRange during(String local, int minutes) {
    return TimeRange.of(at(local), Duration.ofMinutes(minutes));
  }

  private static Hospital hospital(BookingPolicy policy) {
    return hospital(policy, HOURS);
  }

  private static Hospital hospital(BookingPolicy policy, OperatingHours hours) {
    return Clinic.hospital(policy, hours);
  }

  private static BookingPolicy grid(int minutes, AppointmentType type) {
    return BookingPolicy.of(minutes, List.of(type));
  }
}
