package io.daysheet.desktop.availability;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.AvailabilityRules;
import io.daysheet.rule.ProposedAvailability;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Availability;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.Resolution;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;

/// The times that an availability gets, as they are typed.
final class LaterTimes {

  private final Hospital hospital;
  private final Doctor doctor;
  private final Availability before;
  private final InstantSource clock;
  private final AvailabilityDraft draft;

  LaterTimes(Hospital hospital, Doctor doctor, Availability before, InstantSource clock) {
    this.hospital = hospital;
    this.doctor = doctor;
    this.before = before;
    this.clock = clock;
    this.draft =
        new AvailabilityDraft(hospital, doctor, hospital.dateAt(before.start()), before.during());
  }

  StringProperty from() {
    return draft.from();
  }

  StringProperty until() {
    return draft.until();
  }

  /// Moves a field to the next or last point of the grid, staying within the day.
  void step(StringProperty field, int up) {
    draft.step(field, up);
  }

  boolean isStartReadable() {
    return draft.start().isPresent();
  }

  /// Empty if it can't be read, or ends before it starts.
  Optional<TimeRange> range() {
    return draft
        .start()
        .flatMap(start -> draft.end().flatMap(end -> range(start.instant(), end.instant())));
  }

  private static Optional<TimeRange> range(Instant start, Instant end) {
    return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
  }

  boolean isChanged() {
    return !range().equals(Optional.of(before.during()));
  }

  /// Everything that the rules have against it; nothing of times that can't be read.
  ///
  /// @param others the doctor's others around that time
  List<Violation> violations(List<Availability> others) {
    Optional<StatedTime> start = draft.start();
    Optional<StatedTime> end = draft.end();
    return !isChanged() || start.isEmpty() || end.isEmpty()
        ? List.of()
        : AvailabilityRules.checkChange(
            new ProposedAvailability(hospital, doctor, start.get(), end.get()),
            before,
            others,
            clock.instant());
  }

  /// As the board shows it until the answer is there.
  Availability expected() {
    TimeRange range = range().orElseThrow();
    return new Availability(
        before.id(),
        before.hospitalId(),
        before.doctorId(),
        range.start(),
        range.end(),
        before.planId(),
        before.version() + 1);
  }

  /// Only of times that can be read.
  ChangeAvailability command(List<Resolution> resolutions) {
    TimeRange range = range().orElseThrow();
    ZoneId zone = hospital.timeZone();
    return new ChangeAvailability(
        null,
        null,
        null,
        range.start().atZone(zone).toOffsetDateTime(),
        range.end().atZone(zone).toOffsetDateTime(),
        null,
        null,
        resolutions);
  }
}
