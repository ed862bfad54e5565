package io.daysheet.rule;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation.HospitalClosed;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.NonexistentLocalTime;
import io.daysheet.rule.Violation.OffGrid;
import io.daysheet.rule.Violation.OutsideOperatingHours;
import io.daysheet.rule.Violation.Subject;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules that bind whatever stands in a hospital's calendar, by its hours, dates and grid.
final class FrameRules {

  private FrameRules() {}

  static Stream<Violation> inactive(Hospital hospital, Doctor doctor) {
    return Stream.concat(
        hospital.active()
            ? Stream.empty()
            : Stream.of(new Inactive(Subject.HOSPITAL, hospital.id().value())),
        doctor.active() && doctor.worksAt(hospital.id())
            ? Stream.empty()
            : Stream.of(new Inactive(Subject.DOCTOR, doctor.id().value())));
  }

  static Stream<Violation> skipped(String field, StatedTime time, Hospital hospital) {
    return Optional.ofNullable(time.skipped()).stream()
        .map(local -> new NonexistentLocalTime(field, local, hospital.timeZone()));
  }

  /// A time that does not exist is not on the grid or off it.
  static Stream<Violation> offGrid(String field, StatedTime time, Hospital hospital) {
    return time.skipped() != null
            || hospital.policy().grid().holds(time.instant(), hospital.timeZone())
        ? Stream.empty()
        : Stream.of(new OffGrid(field, time.instant(), hospital.policy().gridMinutes()));
  }

  /// A closure takes its whole date; a range that ends at midnight does not touch the next one, nor
  /// one that goes over a date which the zone left out that one.
  static Stream<Violation> closed(Instant start, Instant end, Hospital hospital) {
    LocalDate last = hospital.dateAt(start.isBefore(end) ? end.minusNanos(1) : start);
    return hospital.closures().stream()
        .filter(c -> !c.date().isBefore(hospital.dateAt(start)) && !c.date().isAfter(last))
        .filter(c -> hospital.day(c.date()).isPresent())
        .map(c -> new HospitalClosed(c.date(), c.reason()));
  }

  /// It ends by closing, not only starts before it.
  static Stream<Violation> outsideHours(Instant start, Instant end, Hospital hospital) {
    if (!start.isBefore(end)) {
      return Stream.empty();
    }
    TimeRange range = new TimeRange(start, end);
    return hospital.operatingHours().cover(range, hospital.timeZone())
        ? Stream.empty()
        : Stream.of(
            new OutsideOperatingHours(
                start, end, hospital.operatingHours().around(range, hospital.timeZone())));
  }

  /// The last date that can be booked, if `start` lies beyond it. The horizon counts dates of the
  /// hospital's calendar.
  static Stream<LocalDate> beyondHorizon(Instant start, Hospital hospital, Instant now) {
    LocalDate latest = hospital.dateAt(now).plusDays(hospital.policy().horizonDays());
    return hospital.dateAt(start).isAfter(latest) ? Stream.of(latest) : Stream.empty();
  }
}
