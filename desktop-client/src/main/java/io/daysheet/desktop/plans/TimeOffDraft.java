package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Draft;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.hospital.Doctor;
import io.daysheet.rule.TimeOffRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOff.Reason;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.KeepTimeOff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A doctor's absence as it is typed: whole dates, or from a time to a time.
///
/// @param before as the server has it; null for a new one
/// @param zone whose clock is meant
/// @param proposed the date that a new one begins with
/// @param opened when the form was opened: what is over by then can't be entered
/// @param untilDate of whole dates the last one
record TimeOffDraft(
    @Nullable TimeOff before,
    Doctor doctor,
    ZoneId zone,
    LocalDate proposed,
    Instant opened,
    Reason reason,
    boolean wholeDays,
    String fromDate,
    String fromTime,
    String untilDate,
    String untilTime)
    implements Draft<TimeOffDraft.Flaw> {

  /// What may be wrong with it; each has a text.
  enum Flaw {
    FROM_DATE,
    FROM_TIME,
    UNTIL_DATE,
    UNTIL_TIME,
    /// It ends before it begins.
    ORDER,
    /// It is over already.
    OVER,
    /// Nobody is away for years.
    TOO_LONG
  }

  static TimeOffDraft empty(Doctor doctor, ZoneId zone, Instant opened, LocalDate date) {
    return new TimeOffDraft(
        null,
        doctor,
        zone,
        date,
        opened,
        Reason.VACATION,
        true,
        date.toString(),
        "00:00",
        date.toString(),
        "24:00");
  }

  static TimeOffDraft of(TimeOff off, Doctor doctor, ZoneId zone, Instant opened) {
    ZonedDateTime from = off.start().atZone(zone);
    ZonedDateTime until = off.end().atZone(zone);
    var times = new WallTimes(zone);
    String end = times.end(off.end());
    boolean midnight = end.equals("24:00");
    LocalDate last = midnight ? until.toLocalDate().minusDays(1) : until.toLocalDate();
    return new TimeOffDraft(
        off,
        doctor,
        zone,
        from.toLocalDate(),
        opened,
        off.reason(),
        midnight && from.equals(from.toLocalDate().atStartOfDay(zone)),
        from.toLocalDate().toString(),
        times.time(off.start()),
        last.toString(),
        end);
  }

  @Override
  public boolean isNew() {
    return before == null;
  }

  @Override
  public boolean isChanged() {
    return isNew() || isTyped();
  }

  /// Whether anything in it is somebody's typing: a new one as it is proposed is lost without harm.
  boolean isTyped() {
    return !equals(
        before == null ? empty(doctor, zone, opened, proposed) : of(before, doctor, zone, opened));
  }

  @Override
  public Set<Flaw> flaws() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    add(flaws, Flaw.FROM_DATE, WallTimes.parseDate(fromDate).isEmpty());
    add(flaws, Flaw.FROM_TIME, !wholeDays && WallTimes.parse(fromTime).isEmpty());
    add(flaws, Flaw.UNTIL_DATE, WallTimes.parseDate(untilDate).isEmpty());
    add(flaws, Flaw.UNTIL_TIME, !wholeDays && WallTimes.parse(untilTime).isEmpty());
    if (flaws.isEmpty()) {
      boolean backward = !start().isBefore(end());
      add(flaws, Flaw.ORDER, backward);
      List<Violation> against = backward ? List.of() : TimeOffRules.check(start(), end(), opened);
      add(flaws, Flaw.OVER, against.stream().anyMatch(InThePast.class::isInstance));
      add(flaws, Flaw.TOO_LONG, !against.isEmpty() && !flaws.contains(Flaw.OVER));
    }
    return flaws;
  }

  private static void add(Set<Flaw> flaws, Flaw flaw, boolean found) {
    if (found) {
      flaws.add(flaw);
    }
  }

  /// Only of what can be read.
  Instant start() {
    return at(fromDate, wholeDays ? Optional.of(MinuteOfDay.MIDNIGHT) : WallTimes.parse(fromTime));
  }

  /// Only of what can be read.
  Instant end() {
    return at(
        untilDate, wholeDays ? Optional.of(MinuteOfDay.END_OF_DAY) : WallTimes.parse(untilTime));
  }

  private Instant at(String date, Optional<MinuteOfDay> time) {
    return time.orElseThrow().startOn(WallTimes.parseDate(date).orElseThrow(), zone).toInstant();
  }

  /// Only of what nothing is wrong with.
  KeepTimeOff command() {
    return new KeepTimeOff(
        null,
        doctor.id(),
        start().atZone(zone).toOffsetDateTime(),
        end().atZone(zone).toOffsetDateTime(),
        reason,
        null);
  }

  TimeOffDraft withReason(Reason now) {
    return new TimeOffDraft(
        before, doctor, zone, proposed, opened, now, wholeDays, fromDate, fromTime, untilDate,
        untilTime);
  }

  TimeOffDraft withWholeDays(boolean now) {
    return new TimeOffDraft(
        before, doctor, zone, proposed, opened, reason, now, fromDate, fromTime, untilDate,
        untilTime);
  }

  /// The last date goes along if it was the same.
  TimeOffDraft withFromDate(String typed) {
    return new TimeOffDraft(
        before,
        doctor,
        zone,
        proposed,
        opened,
        reason,
        wholeDays,
        typed,
        fromTime,
        untilDate.equals(fromDate) ? typed : untilDate,
        untilTime);
  }

  TimeOffDraft withFromTime(String typed) {
    return new TimeOffDraft(
        before, doctor, zone, proposed, opened, reason, wholeDays, fromDate, typed, untilDate,
        untilTime);
  }

  TimeOffDraft withUntilDate(String typed) {
    return new TimeOffDraft(
        before, doctor, zone, proposed, opened, reason, wholeDays, fromDate, fromTime, typed,
        untilTime);
  }

  TimeOffDraft withUntilTime(String typed) {
    return new TimeOffDraft(
        before, doctor, zone, proposed, opened, reason, wholeDays, fromDate, fromTime, untilDate,
        typed);
  }
}
