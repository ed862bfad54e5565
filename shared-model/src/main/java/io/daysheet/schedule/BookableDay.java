package io.daysheet.schedule;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.time.DayGrid;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// At which times a hospital's date can be booked at all, and which of them are free for a doctor:
/// the same starts that the rules of a booking let pass, for all of the date at once.
///
/// Immutable; worth keeping for several doctors, since making one asks the zone's rules and using
/// one does not.
public final class BookableDay {

  private final Hospital hospital;
  private final DayGrid grid;

  /// When the hospital is open around the date, without its closures.
  private final List<TimeRange> open;

  private BookableDay(Hospital hospital, DayGrid grid, List<TimeRange> open) {
    this.hospital = hospital;
    this.grid = grid;
    this.open = open;
  }

  /// One date of the hospital's calendar.
  public static BookableDay of(Hospital hospital, LocalDate date) {
    var zone = hospital.timeZone();
    List<TimeRange> closed =
        hospital.closures().stream().flatMap(c -> hospital.day(c.date()).stream()).toList();
    // a visit of the date may begin at its last minute and take a day
    return new BookableDay(
        hospital,
        DayGrid.of(date, zone, hospital.policy().grid()),
        without(
            hospital.operatingHours().between(date.minusDays(1), date.plusDays(2), zone), closed));
  }

  public DayGrid grid() {
    return grid;
  }

  /// The starts of one doctor at which a visit of `type` fits.
  ///
  /// @param available the doctor's availabilities at this hospital
  /// @param occupied what takes the doctor's time at whichever hospitals, each with its own buffer
  ///   already behind it: visits, and holds of others
  /// @param away the doctor's time off
  public FreeStarts free(
      AppointmentType type,
      Collection<TimeRange> available,
      List<TimeRange> occupied,
      Collection<TimeRange> away) {
    return Slots.free(
        grid, type.length(), type.buffer(), without(within(available, open), away), occupied);
  }

  /// Those of the starts that can be booked at `now`: not past, not too soon, not too far ahead.
  public FreeStarts bookable(FreeStarts free, Instant now) {
    LocalDate latest = hospital.dateAt(now).plusDays(hospital.policy().horizonDays());
    if (grid.date().isAfter(latest)) {
      return free.after(Instant.MAX);
    }
    return free.after(now).from(now.plus(hospital.policy().minimumNotice()));
  }

  private static List<TimeRange> within(Collection<TimeRange> ranges, List<TimeRange> limits) {
    return ranges.stream()
        .flatMap(
            range -> limits.stream().filter(range::overlaps).map(limit -> common(range, limit)))
        .toList();
  }

  private static TimeRange common(TimeRange a, TimeRange b) {
    return new TimeRange(later(a.start(), b.start()), earlier(a.end(), b.end()));
  }

  private static List<TimeRange> without(List<TimeRange> ranges, Collection<TimeRange> taken) {
    List<TimeRange> left = ranges;
    for (TimeRange gap : taken) {
      List<TimeRange> next = new ArrayList<>();
      for (TimeRange range : left) {
        cut(range, gap, next);
      }
      left = next;
    }
    return left;
  }

  private static void cut(TimeRange range, TimeRange gap, List<TimeRange> into) {
    if (!range.overlaps(gap)) {
      into.add(range);
      return;
    }
    if (range.start().isBefore(gap.start())) {
      into.add(new TimeRange(range.start(), gap.start()));
    }
    if (range.end().isAfter(gap.end())) {
      into.add(new TimeRange(gap.end(), range.end()));
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
