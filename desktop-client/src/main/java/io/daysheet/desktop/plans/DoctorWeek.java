package io.daysheet.desktop.plans;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import io.daysheet.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one week of a doctor means, date by date, by the clock of the hospital that is looked at.
///
/// @param hospitals all that are known: a doctor's plans may be of others, in other zones
/// @param monday its first date
record DoctorWeek(
    Hospital hospital,
    Map<HospitalId, Hospital> hospitals,
    LocalDate monday,
    List<WeeklyPlan> plans,
    List<TimeOff> away) {

  private static final MinuteOfDay MORNING = MinuteOfDay.parse("08:00");
  private static final MinuteOfDay EVENING = MinuteOfDay.parse("18:00");
  private static final int HOUR = 60;

  DoctorWeek {
    hospitals = Map.copyOf(hospitals);
    plans = List.copyOf(plans);
    away = List.copyOf(away);
  }

  /// How a date stands to the plan.
  enum Kind {
    AS_PLANNED,
    /// That date has its own times.
    CHANGED,
    /// The doctor does not work that date.
    SKIPPED,
    /// It is another hospital's.
    ELSEWHERE
  }

  /// What a plan means for one date.
  ///
  /// @param end may be 24:00
  record Block(WeeklyPlan plan, LocalDate date, MinuteOfDay start, MinuteOfDay end, Kind kind) {

    boolean holds(MinuteOfDay time) {
      return start.compareTo(time) <= 0 && time.compareTo(end) < 0;
    }
  }

  /// The part of an absence that lies on one date.
  record Absence(TimeOff off, MinuteOfDay start, MinuteOfDay end) {

    boolean overlaps(Block block) {
      return start.compareTo(block.end()) < 0 && block.start().compareTo(end) < 0;
    }

    boolean holds(MinuteOfDay time) {
      return start.compareTo(time) <= 0 && time.compareTo(end) < 0;
    }
  }

  static LocalDate mondayOf(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  List<LocalDate> dates() {
    return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
  }

  /// From the first on.
  List<Block> blocks(LocalDate date) {
    return plans.stream()
        .flatMap(plan -> block(plan, date).stream())
        .sorted(Comparator.comparing(Block::start))
        .toList();
  }

  Optional<Block> blockAt(LocalDate date, MinuteOfDay time) {
    return blocks(date).stream().filter(block -> block.holds(time)).findFirst();
  }

  private Optional<Block> block(WeeklyPlan plan, LocalDate date) {
    if (!plan.hospitalId().equals(hospital.id())) {
      return elsewhere(plan, date);
    }
    if (!plan.counts(date)) {
      return Optional.empty();
    }
    Optional<ChangedDate> change = plan.changeOf(date);
    return Optional.of(
        change
            .map(changed -> changed(plan, changed))
            .orElseGet(() -> new Block(plan, date, plan.start(), plan.end(), Kind.AS_PLANNED)));
  }

  private static Block changed(WeeklyPlan plan, ChangedDate changed) {
    @Nullable MinuteOfDay start = changed.start();
    @Nullable MinuteOfDay end = changed.end();
    return start == null || end == null
        ? new Block(plan, changed.date(), plan.start(), plan.end(), Kind.SKIPPED)
        : new Block(plan, changed.date(), start, end, Kind.CHANGED);
  }

  /// Its zone may be another, and so its date.
  private Optional<Block> elsewhere(WeeklyPlan plan, LocalDate date) {
    Hospital other = hospitals.get(plan.hospitalId());
    if (other == null) {
      return Optional.empty();
    }
    return plan.between(date.minusDays(1), date.plusDays(1), other.timeZone())
        .flatMap(planned -> part(planned.during(), date).stream())
        .map(part -> new Block(plan, date, part.start(), part.end(), Kind.ELSEWHERE))
        .findFirst();
  }

  List<Absence> absences(LocalDate date) {
    return away.stream()
        .flatMap(off ->
            part(off.during(), date).stream()
                .map(part -> new Absence(off, part.start(), part.end())))
        .sorted(Comparator.comparing(Absence::start))
        .toList();
  }

  Optional<Absence> absenceAt(LocalDate date, MinuteOfDay time) {
    return absences(date).stream().filter(absence -> absence.holds(time)).findFirst();
  }

  private record Part(MinuteOfDay start, MinuteOfDay end) {}

  /// What of a range lies on a date, by the wall clock.
  private Optional<Part> part(TimeRange range, LocalDate date) {
    ZoneId zone = hospital.timeZone();
    Instant from = date.atStartOfDay(zone).toInstant();
    Instant until = date.plusDays(1).atStartOfDay(zone).toInstant();
    if (!range.overlaps(new TimeRange(from, until))) {
      return Optional.empty();
    }
    MinuteOfDay start =
        range.start().isAfter(from)
            ? MinuteOfDay.of(range.start().atZone(zone).toLocalTime())
            : MinuteOfDay.MIDNIGHT;
    MinuteOfDay end =
        range.end().isBefore(until)
            ? MinuteOfDay.of(range.end().atZone(zone).toLocalTime())
            : MinuteOfDay.END_OF_DAY;
    return start.compareTo(end) < 0 ? Optional.of(new Part(start, end)) : Optional.empty();
  }

  List<OpeningHours> open(LocalDate date) {
    return hospital.closureOn(date).isPresent()
        ? List.of()
        : hospital.operatingHours().of(date.getDayOfWeek());
  }

  /// For time that begins then: until closing, or until the next thing that is planned.
  MinuteOfDay proposedEnd(LocalDate date, MinuteOfDay start) {
    MinuteOfDay closing =
        hospital.operatingHours().of(date.getDayOfWeek()).stream()
            .filter(open -> open.open().compareTo(start) <= 0)
            .map(OpeningHours::close)
            .filter(close -> close.compareTo(start) > 0)
            .findFirst()
            .orElse(new MinuteOfDay(Math.min(start.minutes() + HOUR, 24 * HOUR)));
    return blocks(date).stream()
        .map(Block::start)
        .filter(next -> next.compareTo(start) > 0 && next.compareTo(closing) < 0)
        .min(Comparator.naturalOrder())
        .orElse(closing);
  }

  /// The hour with which the scale begins.
  MinuteOfDay first() {
    int first = edges(true).min(Comparator.naturalOrder()).orElse(MORNING).minutes();
    return new MinuteOfDay(first / HOUR * HOUR);
  }

  /// The hour with which the scale ends.
  MinuteOfDay last() {
    int last = edges(false).max(Comparator.naturalOrder()).orElse(EVENING).minutes();
    return new MinuteOfDay((last + HOUR - 1) / HOUR * HOUR);
  }

  private Stream<MinuteOfDay> edges(boolean start) {
    return Stream.concat(
        hospital.operatingHours().intervals().stream().map(h -> start ? h.open() : h.close()),
        dates().stream()
            .flatMap(date -> blocks(date).stream())
            .map(block -> start ? block.start() : block.end()));
  }

  /// Whether anything is planned at this hospital, in whatever week.
  boolean isPlanned() {
    return plans.stream().anyMatch(plan -> plan.hospitalId().equals(hospital.id()));
  }
}
