package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.rule.Publishing.Step;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OperatingHours;
import io.daysheet.time.TimeRange;
import io.daysheet.time.WallClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Whatever is done to a plan, to what it has published and to what is around it: by day and by
/// night, where offsets are odd, and over the weeks in which the clock changes.
class PublishingPropertyTest {

  private Random random = new Random(0);
  private World world = World.ALL.getFirst();
  private PublishedWeeks weeks = new PublishedWeeks(PublishedWeeks.mondays("09:00", "17:00"));

  private void begin(long seed) {
    random = new Random(seed);
    world = World.ALL.get(random.nextInt(World.ALL.size()));
    var hours =
        random.nextBoolean()
            ? OperatingHours.daily("09:00", "19:00")
            : OperatingHours.daily("00:00", "24:00");
    weeks =
        new PublishedWeeks(
            plan(), world.zone(), hours, world.begin().atStartOfDay(world.zone()).toInstant());
  }

  @Property(tries = 400)
  void twiceIsOnceAndNothingOfAnybodysIsTouched(@ForAll long seed) {
    begin(seed);
    for (int i = 0; i < 30; i++) {
      edit();
      Map<LocalDate, PublishedTime> before = new TreeMap<>(weeks.published);
      Outcome outcome = weeks.publish();

      keptWhatIsNotThePlans(before);
      assertThat(weeks.overlapsItself()).as("an overlap, seed %s", seed).isFalse();
      outcome.steps().forEach(this::opensNothingOverAnAbsence);
      Outcome again = weeks.publish();
      assertThat(again.steps()).as("something is left to do, seed %s", seed).isEmpty();
      assertThat(again.kept()).extracting(Kept::because).isEqualTo(reasons(outcome));
      assertThat(again.leftOut()).isEqualTo(outcome.leftOut());
    }
  }

  /// Each date up to the horizon, looked at by itself.
  @Property(tries = 400)
  void eachDateIsThereByTheWallClockOrLeftOutForAReason(@ForAll long seed) {
    begin(seed);
    for (int i = 0; i < 6; i++) {
      around();
    }
    Outcome outcome = weeks.publish();

    Map<LocalDate, List<String>> leftOut = new TreeMap<>();
    outcome.leftOut().forEach(each -> leftOut.put(each.date(), each.codes()));
    assertThat(leftOut).hasSize(outcome.leftOut().size());
    LocalDate last = world.begin().plusWeeks(PublishedWeeks.WEEKS);
    world
        .begin()
        .datesUntil(last.plusDays(9))
        .forEach(date -> {
          boolean isThere = weeks.published.containsKey(date);
          if (date.isAfter(last) || !weeks.plan.counts(date) || isSkippedOrBegun(date)) {
            assertThat(isThere || leftOut.containsKey(date))
                .as("%s, seed %s", date, seed)
                .isFalse();
          } else {
            assertThat(isThere)
                .as("%s, seed %s", date, seed)
                .isNotEqualTo(leftOut.containsKey(date));
            assertThat(isThere).as("%s %s, seed %s", date, leftOut, seed).isEqualTo(isFree(date));
          }
        });
    weeks.published.forEach((date, there) -> isByTheWallClock(date, there, seed));
    Reached.by(
        reached(outcome.leftOut()),
        "hospital-closed",
        "on-time-off",
        "availability-overlap",
        "outside-operating-hours",
        "clock change");
    outcome.leftOut().forEach(this::hasAReason);
  }

  /// Also if the clock skips all of it.
  private boolean isSkippedOrBegun(LocalDate date) {
    return planned(date).filter(range -> range.start().isAfter(weeks.now)).isEmpty();
  }

  private Optional<TimeRange> planned(LocalDate date) {
    return weeks.hours(date, weeks.plan.start().minutes() / 60, weeks.plan.end().minutes() / 60);
  }

  private Set<String> reached(List<LeftOut> leftOut) {
    Stream<String> codes = leftOut.stream().flatMap(each -> each.codes().stream());
    boolean changes = weeks.published.keySet().stream().anyMatch(this::hasAClockChange);
    return Stream.concat(codes, changes ? Stream.of("clock change") : Stream.empty())
        .collect(Collectors.toSet());
  }

  private boolean hasAClockChange(LocalDate date) {
    return weeks.hospital.day(date).orElseThrow().length().toMinutes() != 24 * 60;
  }

  private boolean isFree(LocalDate date) {
    TimeRange range = planned(date).orElseThrow();
    return weeks.hospital.closureOn(date).isEmpty()
        && weeks.hospital.operatingHours().cover(range, world.zone())
        && weeks.away.stream().noneMatch(off -> off.during().overlaps(range))
        && weeks.others.stream().noneMatch(other -> other.during().overlaps(range))
        && weeks.hospital.policy().shortestVisit().compareTo(range.length()) <= 0
        && isOnTheGrid(range);
  }

  private boolean isOnTheGrid(TimeRange range) {
    var grid = weeks.hospital.policy().grid();
    return grid.holds(range.start(), world.zone()) && grid.holds(range.end(), world.zone());
  }

  private void isByTheWallClock(LocalDate date, PublishedTime there, long seed) {
    var during = there.availability().during();
    shows(date, weeks.plan.start(), during.start().atZone(world.zone()).toLocalDateTime(), seed);
    shows(date, weeks.plan.end(), during.end().atZone(world.zone()).toLocalDateTime(), seed);
  }

  private void shows(LocalDate date, MinuteOfDay wanted, LocalDateTime shown, long seed) {
    LocalDateTime local =
        date.plusDays(wanted.minutes() / 1440)
            .atTime(LocalTime.ofSecondOfDay(wanted.minutes() % 1440 * 60L));
    if (!WallClock.skips(local, world.zone())) {
      assertThat(shown).as("seed %s", seed).isEqualTo(local);
    }
  }

  private void hasAReason(LeftOut date) {
    assertThat(date.codes()).isNotEmpty().doesNotHaveDuplicates();
  }

  private static List<Kept.Reason> reasons(Outcome outcome) {
    return outcome.kept().stream().map(Kept::because).toList();
  }

  private void keptWhatIsNotThePlans(Map<LocalDate, PublishedTime> before) {
    before.forEach((date, there) -> {
      @Nullable PublishedTime after = weeks.published.get(date);
      if (there.changedByHand() || there.hasBegun(weeks.now)) {
        assertThat(after).as("%s is not the plan's", date).isEqualTo(there);
      }
      there
          .visits()
          .forEach(visit ->
              assertThat(
                      Objects.requireNonNull(after).availability().during().contains(visit)
                          || !there.availability().during().contains(visit))
                  .as("the visit of %s stays inside", date)
                  .isTrue());
    });
    weeks.published.values().stream()
        .filter(each -> !before.containsKey(each.date()))
        .forEach(opened -> assertThat(opened.availability().start()).isAfter(weeks.now));
  }

  private void opensNothingOverAnAbsence(Step step) {
    if (step instanceof Step.Open(LocalDate date, TimeRange during)) {
      assertThat(weeks.hospital.closureOn(date)).isEmpty();
      assertThat(weeks.away).noneMatch(off -> off.during().overlaps(during));
      assertThat(weeks.plan.counts(date)).isTrue();
    }
  }

  private void edit() {
    switch (random.nextInt(10)) {
      case 0, 1 -> weeks.plan = plan();
      case 2, 3 -> weeks.plan = with(weeks.plan, changed(published()));
      case 4 -> byHand(published());
      case 5 -> {
        LocalDate date = published();
        if (weeks.published.containsKey(date)) {
          weeks.visit(
              date, TimeRange.of(weeks.at(date).availability().start(), Duration.ofHours(1)));
        }
      }
      case 6, 7, 8 -> around();
      default -> weeks.now = weeks.now.plus(Duration.ofHours(random.nextInt(24 * 9)));
    }
  }

  /// Something of which the plan knows nothing.
  private void around() {
    LocalDate date = date();
    int from = hour();
    Optional<TimeRange> hours = weeks.hours(date, from, from + 1 + random.nextInt(24 - from));
    switch (random.nextInt(3)) {
      case 0 -> hours.ifPresent(weeks::other);
      case 1 -> hours.ifPresent(weeks::away);
      default -> weeks.closed(date);
    }
  }

  private void byHand(LocalDate date) {
    int from = hour();
    weeks
        .hours(date, from, from + 1)
        .filter(moved ->
            weeks
                .all()
                .filter(each -> !each.equals(at(date)))
                .noneMatch(each -> each.during().overlaps(moved)))
        .ifPresent(moved -> weeks.byHand(date, moved));
  }

  /// A date for which something is published, if there is one.
  private LocalDate published() {
    var dates = new ArrayList<>(weeks.published.keySet());
    return dates.isEmpty() ? date() : dates.get(random.nextInt(dates.size()));
  }

  private LocalDate date() {
    return world.begin().plusDays(random.nextInt(90));
  }

  private int hour() {
    return random.nextInt(24);
  }

  private Object at(LocalDate date) {
    @Nullable PublishedTime there = weeks.published.get(date);
    return there == null ? date : there.availability();
  }

  private WeeklyPlan plan() {
    int from = random.nextInt(3) == 0 ? hour() : 9 + random.nextInt(9);
    int until = from + 1 + random.nextInt(Math.max(1, (from < 9 ? 24 : 19) - from));
    LocalDate validFrom = world.begin().plusDays(random.nextInt(40) - 10);
    return PublishedWeeks.plan(
        DayOfWeek.of(1 + random.nextInt(7)),
        "%02d:00".formatted(from),
        "%02d:00".formatted(until),
        validFrom,
        random.nextBoolean() ? null : validFrom.plusDays(random.nextInt(60)),
        List.of());
  }

  private ChangedDate changed(LocalDate date) {
    int from = hour();
    return random.nextBoolean()
        ? new ChangedDate(date, null, null)
        : new ChangedDate(date, new MinuteOfDay(from * 60), new MinuteOfDay(from * 60 + 60));
  }

  private static WeeklyPlan with(WeeklyPlan plan, ChangedDate changed) {
    List<ChangedDate> all = new ArrayList<>(plan.changedDates());
    all.removeIf(each -> each.date().equals(changed.date()));
    all.add(changed);
    return new WeeklyPlan(
        plan.id(),
        plan.hospitalId(),
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        plan.validUntil(),
        all,
        plan.version());
  }
}
