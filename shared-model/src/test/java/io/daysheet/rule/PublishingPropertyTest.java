package io.daysheet.rule;

import static io.daysheet.rule.PublishedWeeks.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.rule.Publishing.Step;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Whatever is done to a plan, to what it has published and to what is around it.
class PublishingPropertyTest {

  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

  @Property(tries = 400)
  void twiceIsOnceAndNothingOfAnybodysIsTouched(@ForAll long seed) {
    var random = new Random(seed);
    var weeks = new PublishedWeeks(plan(random));
    for (int i = 0; i < 30; i++) {
      edit(weeks, random);
      Map<LocalDate, PublishedTime> before = new TreeMap<>(weeks.published);
      Outcome outcome = weeks.publish();

      keptWhatIsNotThePlans(weeks, before);
      assertThat(weeks.overlapsItself()).as("an overlap, seed %s", seed).isFalse();
      outcome.steps().forEach(step -> opensNothingOverAnAbsence(weeks, step));
      Outcome again = weeks.publish();
      assertThat(again.steps()).as("something is left to do, seed %s", seed).isEmpty();
      assertThat(again.kept()).extracting(Kept::because).isEqualTo(reasons(outcome));
      assertThat(again.leftOut()).isEqualTo(outcome.leftOut());
    }
  }

  private static List<Kept.Reason> reasons(Outcome outcome) {
    return outcome.kept().stream().map(Kept::because).toList();
  }

  private static void keptWhatIsNotThePlans(
      PublishedWeeks weeks, Map<LocalDate, PublishedTime> before) {
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

  private static void opensNothingOverAnAbsence(PublishedWeeks weeks, Step step) {
    if (step instanceof Step.Open(LocalDate date, TimeRange during)) {
      assertThat(weeks.hospital.closureOn(date)).isEmpty();
      assertThat(weeks.away).noneMatch(off -> off.during().overlaps(during));
      assertThat(weeks.plan.counts(date)).isTrue();
    }
  }

  private static void edit(PublishedWeeks weeks, Random random) {
    LocalDate date = BEGIN.plusDays(random.nextInt(90));
    int from = 9 + random.nextInt(9);
    TimeRange hours = range(date, from, from + 1 + random.nextInt(19 - from));
    LocalDate published =
        weeks.published.isEmpty()
            ? date
            : new ArrayList<>(weeks.published.keySet()).get(random.nextInt(weeks.published.size()));
    switch (random.nextInt(10)) {
      case 0, 1 -> weeks.plan = plan(random);
      case 2, 3 -> weeks.plan = with(weeks.plan, changed(published, random));
      case 4 -> {
        TimeRange moved = range(published, from, from + 1);
        if (weeks
            .all()
            .filter(each -> !each.equals(at(weeks, published)))
            .noneMatch(each -> each.during().overlaps(moved))) {
          weeks.byHand(published, moved);
        }
      }
      case 5 -> {
        if (weeks.published.containsKey(published)) {
          weeks.visit(
              published,
              TimeRange.of(weeks.at(published).availability().start(), Duration.ofHours(1)));
        }
      }
      case 6 -> weeks.other(hours);
      case 7 -> weeks.away(hours);
      case 8 -> weeks.closed(date);
      default -> weeks.now = weeks.now.plus(Duration.ofHours(random.nextInt(24 * 9)));
    }
  }

  private static Object at(PublishedWeeks weeks, LocalDate date) {
    @Nullable PublishedTime there = weeks.published.get(date);
    return there == null ? date : there.availability();
  }

  private static WeeklyPlan plan(Random random) {
    int from = 9 + random.nextInt(9);
    return weekday(
        DayOfWeek.of(1 + random.nextInt(7)), from, from + 1 + random.nextInt(19 - from), random);
  }

  private static WeeklyPlan weekday(DayOfWeek day, int from, int until, Random random) {
    LocalDate validFrom = BEGIN.plusDays(random.nextInt(40));
    return PublishedWeeks.plan(
        day,
        "%02d:00".formatted(from),
        "%02d:00".formatted(until),
        validFrom,
        random.nextBoolean() ? null : validFrom.plusDays(random.nextInt(60)),
        List.of());
  }

  private static ChangedDate changed(LocalDate date, Random random) {
    int from = 9 + random.nextInt(9);
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
