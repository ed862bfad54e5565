package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.TimeRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One weekday of a doctor's recurring week at a hospital, by the hospital's wall clock. It is
/// published as availabilities over a rolling horizon.
///
/// @param start and end of the time on each date, `[start, end)`; the end may be 24:00
/// @param validFrom the first date on which it counts
/// @param validUntil the last one; null: until further notice
/// @param changedDates dates on which it is otherwise, in order
public record WeeklyPlan(
    WeeklyPlanId id,
    HospitalId hospitalId,
    DoctorId doctorId,
    DayOfWeek day,
    MinuteOfDay start,
    MinuteOfDay end,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    List<ChangedDate> changedDates,
    int version) {

  public WeeklyPlan {
    changedDates = List.copyOf(changedDates);
  }

  /// A single date that was changed without touching the others.
  ///
  /// @param start null, as is the end: the doctor does not work that date
  public record ChangedDate(
      LocalDate date, @Nullable MinuteOfDay start, @Nullable MinuteOfDay end) {

    @JsonIgnore
    public boolean isSkipped() {
      return start == null || end == null;
    }
  }

  /// What the plan means for one date.
  ///
  /// @param during in elapsed time: an hour that the clock skips is not in it
  public record Planned(LocalDate date, TimeRange during) {}

  public boolean counts(LocalDate date) {
    return date.getDayOfWeek() == day
        && !date.isBefore(validFrom)
        && (validUntil == null || !date.isAfter(validUntil));
  }

  public Optional<ChangedDate> changeOf(LocalDate date) {
    return changedDates.stream().filter(changed -> changed.date().equals(date)).findFirst();
  }

  /// The dates from `first` to `last` (both included) on which the doctor works by this plan.
  public Stream<Planned> between(LocalDate first, LocalDate last, ZoneId zone) {
    LocalDate from = first.isAfter(validFrom) ? first : validFrom;
    LocalDate until = validUntil == null || last.isBefore(validUntil) ? last : validUntil;
    return from.isAfter(until)
        ? Stream.empty()
        : from.datesUntil(until.plusDays(1))
            .filter(date -> date.getDayOfWeek() == day)
            .flatMap(date -> on(date, zone).stream());
  }

  private Optional<Planned> on(LocalDate date, ZoneId zone) {
    ChangedDate time = changeOf(date).orElseGet(() -> new ChangedDate(date, start, end));
    if (time.start() == null || time.end() == null) {
      return Optional.empty();
    }
    var from = time.start().startOn(date, zone).toInstant();
    var until = time.end().endOn(date, zone).toInstant();
    return from.isBefore(until)
        ? Optional.of(new Planned(date, new TimeRange(from, until)))
        : Optional.empty();
  }
}
