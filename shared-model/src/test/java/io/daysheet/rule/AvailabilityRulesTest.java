package io.daysheet.rule;

import static io.daysheet.rule.Clinic.DOCTOR;
import static io.daysheet.rule.Clinic.NOW;
import static io.daysheet.rule.Clinic.at;
import static io.daysheet.rule.Clinic.availability;
import static io.daysheet.rule.Clinic.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.schedule.Availability;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityRulesTest {

  private static List<String> codes(ProposedAvailability wish, Availability... existing) {
    return AvailabilityRules.check(wish, List.of(existing), NOW).stream()
        .map(Violation::code)
        .toList();
  }

  @Test
  void aRangeInsideTheOpeningHoursIsMade() {
    assertThat(codes(availability("2026-03-19T09:00", "2026-03-19T19:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-19T18:30, 2026-03-19T19:30, off-grid off-grid outside-operating-hours
          2026-03-19T18:00, 2026-03-19T20:00, outside-operating-hours
          2026-03-19T08:00, 2026-03-19T10:00, outside-operating-hours
          2026-03-19T10:30, 2026-03-19T12:00, off-grid
          2026-03-19T10:00, 2026-03-19T10:30, off-grid too-short
          2026-03-19T10:00, 2026-03-19T10:00, too-short
          2026-03-19T12:00, 2026-03-19T10:00, too-short
          2026-03-19T18:00, 2026-03-20T10:00, outside-operating-hours
          2026-05-01T10:00, 2026-05-01T12:00, hospital-closed
          2026-03-18T09:00, 2026-03-18T12:00, in-the-past
          2026-03-18T09:00, 2026-03-18T13:00, ''
          2027-03-19T10:00, 2027-03-19T12:00, too-far-ahead
          """)
  void theHourlyClinicRefuses(String from, String until, String codes) {
    assertThat(codes(availability(from, until)))
        .containsExactly(codes.isEmpty() ? new String[0] : codes.split(" "));
  }

  @Test
  void twoOfOneDoctorDoNotOverlapAtWhicheverHospitals() {
    var wish = availability("2026-03-19T10:00", "2026-03-19T12:00");
    var elsewhere = open(Clinic.ELSEWHERE, "2026-03-19T11:00", "2026-03-19T13:00");

    assertThat(AvailabilityRules.check(wish, List.of(elsewhere), NOW))
        .containsExactly(new Violation.AvailabilityOverlap(DOCTOR.id(), Blocker.of(elsewhere)));
    assertThat(codes(wish, open("2026-03-19T12:00", "2026-03-19T13:00"))).isEmpty();
  }

  @Test
  void aRefusalNamesTheHoursThatWouldDo() {
    assertThat(
            AvailabilityRules.check(
                availability("2026-03-19T08:00", "2026-03-19T10:00"), List.of(), NOW))
        .containsExactly(
            new Violation.OutsideOperatingHours(
                at("2026-03-19T08:00"),
                at("2026-03-19T10:00"),
                List.of(new TimeRange(at("2026-03-19T09:00"), at("2026-03-19T19:00")))));
  }

  @Test
  void aDoctorIsNotAvailableWhereTheyDoNotWork() {
    var wish =
        new ProposedAvailability(
            Clinic.HOSPITAL,
            Clinic.doctor(3, false),
            StatedTime.of(at("2026-03-19T10:00")),
            StatedTime.of(at("2026-03-19T12:00")));

    assertThat(codes(wish)).containsExactly("inactive");
  }

  @Test
  void timesThatTheClockSkipsAreRefused() {
    assertThat(codes(availability("2026-03-29T02:00", "2026-03-29T02:30")))
        .containsExactly("nonexistent-local-time", "nonexistent-local-time", "too-short");
  }

  @Test
  void oneThatOnlyGetsShorterNeedsNothingThatItDidNotNeedBefore() {
    var before = Clinic.open("2026-03-19T08:00", "2026-03-19T20:00");
    var shorter = Clinic.availability("2026-03-19T08:00", "2026-03-19T10:00");
    var longer = Clinic.availability("2026-03-19T08:00", "2026-03-19T21:00");

    assertThat(AvailabilityRules.checkChange(shorter, before, List.of(), Clinic.NOW)).isEmpty();
    assertThat(AvailabilityRules.checkChange(longer, before, List.of(), Clinic.NOW))
        .extracting(Violation::code)
        .containsExactly("outside-operating-hours");
    assertThat(
            AvailabilityRules.checkChange(
                Clinic.availability("2026-03-19T08:30", "2026-03-19T09:00"),
                before,
                List.of(),
                Clinic.NOW))
        .extracting(Violation::code)
        .containsExactly("off-grid", "too-short");
  }
}
