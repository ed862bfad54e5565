package io.daysheet.desktop.availability;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.CreateAvailability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed in the form for an availability, and the times that it means.
///
/// The text that the form began with means the row that was clicked: on the day when an hour
/// happens twice that may be the second one.
final class AvailabilityDraft {

  private final Hospital hospital;
  private final Doctor doctor;
  private final LocalDate date;
  private final TimeRange row;
  private final WallTimes times;
  private final StringProperty from;
  private final StringProperty until;

  /// Begins with a row of the board, made as long as the shortest visit.
  AvailabilityDraft(Hospital hospital, Doctor doctor, LocalDate date, TimeRange row) {
    this.hospital = hospital;
    this.doctor = doctor;
    this.date = date;
    this.times = new WallTimes(hospital.timeZone());
    Instant end = row.start().plus(hospital.policy().shortestVisit());
    this.row = new TimeRange(row.start(), end.isAfter(row.end()) ? end : row.end());
    this.from = new SimpleStringProperty(times.time(this.row.start()));
    this.until = new SimpleStringProperty(times.end(this.row.end()));
  }

  StringProperty from() {
    return from;
  }

  StringProperty until() {
    return until;
  }

  /// When it starts; empty if what is typed is no time.
  Optional<StatedTime> start() {
    return from.get().equals(times.time(row.start()))
        ? Optional.of(StatedTime.of(row.start()))
        : stated(from);
  }

  /// When it ends; empty if what is typed is no time.
  Optional<StatedTime> end() {
    return until.get().equals(times.end(row.end()))
        ? Optional.of(StatedTime.of(row.end()))
        : stated(until);
  }

  private Optional<StatedTime> stated(StringProperty field) {
    return WallTimes.parse(field.get())
        .map(time ->
            time.equals(MinuteOfDay.END_OF_DAY)
                ? StatedTime.of(time.endOn(date, hospital.timeZone()).toInstant())
                : StatedTime.of(
                    date.atStartOfDay().plusMinutes(time.minutes()), hospital.timeZone()));
  }

  /// Moves a field to the next or last point of the grid, staying within the day.
  void step(StringProperty field, int up) {
    int grid = hospital.policy().gridMinutes();
    WallTimes.parse(field.get())
        .ifPresent(now -> {
          int next = (up > 0 ? now.minutes() / grid + up : ceil(now.minutes(), grid) + up) * grid;
          field.set(new MinuteOfDay(Math.clamp(next, 0, 1440)).toString());
        });
  }

  private static int ceil(int minutes, int grid) {
    return (minutes + grid - 1) / grid;
  }

  /// Only of times that can be read, the end after the start.
  CreateAvailability command() {
    var zone = hospital.timeZone();
    return new CreateAvailability(
        hospital.id(),
        doctor.id(),
        start().orElseThrow().instant().atZone(zone).toOffsetDateTime(),
        end().orElseThrow().instant().atZone(zone).toOffsetDateTime());
  }

  /// As the board shows it until the answer is there, under an id of the desk's own.
  Availability expected() {
    return new Availability(
        new AvailabilityId(UUID.randomUUID()),
        hospital.id(),
        doctor.id(),
        start().orElseThrow().instant(),
        end().orElseThrow().instant(),
        null,
        0);
  }
}
