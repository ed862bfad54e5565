package io.daysheet.rule;

import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.HOSPITAL;
import static io.daysheet.rule.Clinic.at;
import static io.daysheet.rule.Clinic.open;
import static io.daysheet.rule.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.time.StatedTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldRulesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # start, placed, now,   until
          15:00,   12:00,  12:00, 12:05
          15:00,   12:00,  12:03, 12:08
          12:04,   12:00,  12:00, 12:04
          15:00,   12:00,  12:56, 13:00
          15:00,   12:00,  13:00, 13:00
          """)
  void itLastsAsThePolicySaysButNotBeyondAnHourOrItsStart(
      String start, String placed, String now, String until) {
    assertThat(HoldRules.until(BookingPolicy.hourly(), today(start), today(placed), today(now)))
        .isEqualTo(today(until));
  }

  private static Instant today(String time) {
    return at("2026-03-18T" + time);
  }

  @Test
  void aSlotIsHeldInsideAnAvailabilityWhereNobodyElseIs() {
    assertThat(codes("2026-03-19T09:00")).isEmpty();
    assertThat(codes("2026-03-19T10:00")).containsExactly("doctor-busy");
    assertThat(codes("2026-03-19T11:00")).containsExactly("held-by-another");
    assertThat(codes("2026-03-19T12:00")).containsExactly("on-time-off");
    assertThat(codes("2026-03-19T18:00")).containsExactly("outside-availability");
  }

  /// Whether one is free is asked when the visit is booked.
  @Test
  void aTypeThatNeedsARoomIsHeldWithoutOne() {
    var surgery = new AppointmentType("SURGERY", 60, 0, true, false);
    var start = StatedTime.of(at("2026-03-19T09:00"));
    var wish = ProposedBooking.of(HOSPITAL, DOCTOR, null, start, surgery);
    assertThat(BookingRules.checkHold(wish, around())).isEmpty();
    assertThat(BookingRules.checkSchedule(wish, around())).hasSize(1);
  }

  private static List<String> codes(String start) {
    var type = HOSPITAL.policy().type("FOLLOW_UP").orElseThrow();
    var wish = ProposedBooking.of(HOSPITAL, DOCTOR, null, StatedTime.of(at(start)), type);
    return BookingRules.checkHold(wish, around()).stream().map(Violation::code).toList();
  }

  private static Surroundings around() {
    return new Surroundings(
        List.of(open("2026-03-19T09:00", "2026-03-19T18:00")),
        List.of(visit(DOCTOR.id(), Clinic.PATIENT, "2026-03-19T10:00", 60)),
        List.of(
            new Hold(
                new HoldId(new UUID(0, 7)),
                HOSPITAL.id(),
                DOCTOR.id(),
                at("2026-03-19T11:00"),
                at("2026-03-19T12:00"),
                at("2026-03-19T09:05"),
                "Desk 2")),
        List.of(
            new TimeOff(
                new TimeOffId(new UUID(0, 8)),
                DOCTOR.id(),
                at("2026-03-19T12:30"),
                at("2026-03-19T13:00"),
                TimeOff.Reason.CME,
                1)),
        List.of());
  }
}
