package io.daysheet.rule;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.time.StatedTime;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what has to be done so that the schedule has what a weekly plan says, from now on up to a
/// horizon: which availabilities to open, to change, to close.
///
/// What has begun is left alone, and what staff changed by hand. A date that the rules refuse is
/// left out. No visit loses its availability: where one stands inside, and would not any more, the
/// availability stays as it is until the visit is gone. Done once, there is nothing more to do.
public final class Publishing {

  /// What there is around the plan.
  ///
  /// @param published of the plan itself, all that has not ended and all of dates that are not over
  /// @param others the doctor's other availabilities, at whichever hospitals
  /// @param away the doctor's time off
  /// @param last the last date up to which is published
  public record Situation(
      Hospital hospital,
      Doctor doctor,
      Collection<PublishedTime> published,
      Collection<Availability> others,
      Collection<TimeOff> away,
      LocalDate last,
      Instant now) {

    public Situation {
      published = List.copyOf(published);
      others = List.copyOf(others);
      away = List.copyOf(away);
    }
  }

  /// One thing to do. Those that close come before those that change, and these before those that
  /// open, so that none is in another's way.
  public sealed interface Step {

    record Close(Availability availability) implements Step {}

    record Change(Availability before, TimeRange during) implements Step {}

    record Open(LocalDate date, TimeRange during) implements Step {}
  }

  /// One that is not as the plan says, and stays.
  public record Kept(Availability availability, Reason because) {

    /// Why it stays.
    public enum Reason {
      /// Visits inside would stand outside.
      IN_USE,
      /// Staff changed it.
      CHANGED_BY_HAND
    }
  }

  /// A date for which nothing was opened.
  ///
  /// @param codes of the rules that refuse it
  public record LeftOut(LocalDate date, List<String> codes) {

    public LeftOut {
      codes = List.copyOf(codes);
    }
  }

  /// What is to be done, and what can't be.
  ///
  /// @param last the last date up to which is published
  public record Outcome(List<Step> steps, List<Kept> kept, List<LeftOut> leftOut, LocalDate last) {

    public Outcome {
      steps = List.copyOf(steps);
      kept = List.copyOf(kept);
      leftOut = List.copyOf(leftOut);
    }

    /// For how many dates an availability is made.
    public int opened() {
      return count(Step.Open.class);
    }

    /// How many get other times.
    public int changed() {
      return count(Step.Change.class);
    }

    /// How many are taken back.
    public int closed() {
      return count(Step.Close.class);
    }

    private int count(Class<? extends Step> kind) {
      return (int) steps.stream().filter(kind::isInstance).count();
    }
  }

  private final WeeklyPlan plan;
  private final Situation situation;

  /// What the plan wants and nothing has been found for yet.
  private final TreeMap<LocalDate, TimeRange> wanted = new TreeMap<>();

  private final List<Step> steps = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private Publishing(WeeklyPlan plan, Situation situation) {
    this.plan = plan;
    this.situation = situation;
  }

  /// What makes the schedule as the plan says.
  public static Outcome of(WeeklyPlan plan, Situation situation) {
    var publishing = new Publishing(plan, situation);
    Hospital hospital = situation.hospital();
    // what stands beyond the horizon is looked at as well: it may have been a further one
    LocalDate furthest =
        situation.published().stream()
            .map(PublishedTime::date)
            .filter(situation.last()::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(situation.last());
    plan.between(hospital.dateAt(situation.now()), furthest, hospital.timeZone())
        .filter(planned -> planned.during().start().isAfter(situation.now()))
        .forEach(planned -> publishing.wanted.put(planned.date(), planned.during()));
    return publishing.decide();
  }

  /// What takes back what a plan has published that is no more.
  public static Outcome withdrawal(WeeklyPlan plan, Situation situation) {
    return new Publishing(plan, situation).decide();
  }

  private Outcome decide() {
    situation.published().stream()
        .sorted(Comparator.comparing(each -> each.availability().start()))
        .forEach(this::look);
    wanted.headMap(situation.last(), true).forEach(this::open);
    steps.sort(Comparator.comparingInt(Publishing::turn));
    leftOut.sort(Comparator.comparing(LeftOut::date));
    return new Outcome(steps, kept, leftOut, situation.last());
  }

  private static int turn(Step step) {
    return switch (step) {
      case Step.Close _ -> 0;
      case Step.Change _ -> 1;
      case Step.Open _ -> 2;
    };
  }

  private void look(PublishedTime there) {
    Availability availability = there.availability();
    boolean byHand = isByHand(there);
    @Nullable TimeRange wish = wanted.remove(there.date());
    if (there.hasBegun(situation.now()) || availability.during().equals(wish)) {
      return;
    }
    if (byHand) {
      kept.add(new Kept(availability, Kept.Reason.CHANGED_BY_HAND));
      return;
    }
    TimeRange target = wish == null ? null : possible(there, wish).orElse(null);
    if (availability.during().equals(target)) {
      return;
    }
    if (!there.visits().stream().allMatch(visit -> target != null && target.contains(visit))) {
      kept.add(new Kept(availability, Kept.Reason.IN_USE));
    } else if (target == null) {
      steps.add(new Step.Close(availability));
      if (wish != null && !there.date().isAfter(situation.last())) {
        leaveOut(there.date(), violations(wish));
      }
    } else {
      steps.add(new Step.Change(availability, target));
    }
  }

  /// A date that was changed stays also if the plan does not count on it any more.
  private boolean isByHand(PublishedTime there) {
    return there.changedByHand()
        || (!wanted.containsKey(there.date())
            && plan.changeOf(there.date()).filter(change -> !change.isSkipped()).isPresent());
  }

  /// What is wanted, if the rules allow it; else as much of it as is there already.
  private Optional<TimeRange> possible(PublishedTime there, TimeRange wish) {
    if (violations(wish).isEmpty()) {
      return Optional.of(wish);
    }
    TimeRange now = there.availability().during();
    return now.overlaps(wish)
        ? Optional.of(common(now, wish))
            .filter(
                rest -> rest.length().compareTo(situation.hospital().policy().shortestVisit()) >= 0)
        : Optional.empty();
  }

  private static TimeRange common(TimeRange a, TimeRange b) {
    return new TimeRange(
        a.start().isAfter(b.start()) ? a.start() : b.start(),
        a.end().isBefore(b.end()) ? a.end() : b.end());
  }

  private void open(LocalDate date, TimeRange during) {
    List<Violation> against = violations(during);
    if (against.isEmpty()) {
      steps.add(new Step.Open(date, during));
    } else {
      leaveOut(date, against);
    }
  }

  private void leaveOut(LocalDate date, List<Violation> against) {
    leftOut.add(new LeftOut(date, against.stream().map(Violation::code).distinct().toList()));
  }

  /// As when somebody opened that time by hand; and nobody opens time of a doctor who is away.
  private List<Violation> violations(TimeRange during) {
    var wish =
        new ProposedAvailability(
            situation.hospital(),
            situation.doctor(),
            StatedTime.of(during.start()),
            StatedTime.of(during.end()));
    return Stream.concat(
            AvailabilityRules.check(wish, inTheWay().toList(), situation.now()).stream(),
            PlanRules.onTimeOff(during.start(), during.end(), situation.away()))
        .toList();
  }

  /// Also what staff have changed of the plan's own: it may lie on another date by now.
  private Stream<Availability> inTheWay() {
    return Stream.concat(
        situation.others().stream(),
        situation.published().stream()
            .filter(each -> each.changedByHand() || each.hasBegun(situation.now()))
            .map(PublishedTime::availability));
  }
}
