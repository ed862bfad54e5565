package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.Draft;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepWeeklyPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A weekly plan, or one date of it, as it is typed.
///
/// @param at what it is about, which is not typed
/// @param skip whether the doctor does not work that date; of one date only
/// @param until empty: until further notice
/// @param against whether a rule is against it
record PlanDraft(
    PlanPlace at,
    PlanScope scope,
    DayOfWeek day,
    String start,
    String end,
    String from,
    String until,
    boolean skip,
    boolean against)
    implements Draft<PlanDraft.Flaw> {

  private static final WeeklyPlanId NOT_THERE_YET = new WeeklyPlanId(new UUID(0, 0));

  /// What may be wrong with it; each has a text.
  enum Flaw {
    START,
    END,
    /// It ends before it starts.
    ORDER,
    FROM,
    UNTIL,
    /// It stops counting before it begins to.
    DATES,
    /// A rule is against it; which, is told by itself.
    RULES
  }

  /// Nothing typed: as it is, or as a new one is proposed.
  static PlanDraft of(PlanPlace at, PlanScope scope) {
    WeeklyPlan plan = at.before();
    if (plan == null) {
      return new PlanDraft(
          at,
          PlanScope.ALL,
          at.date().getDayOfWeek(),
          at.start().toString(),
          at.end().toString(),
          at.date().toString(),
          "",
          false,
          false);
    }
    Optional<ChangedDate> own =
        scope == PlanScope.THIS_DATE ? plan.changeOf(at.date()) : Optional.empty();
    boolean skipped = own.filter(ChangedDate::isSkipped).isPresent();
    return new PlanDraft(
        at,
        scope,
        plan.day(),
        own.map(ChangedDate::start).orElse(plan.start()).toString(),
        own.map(ChangedDate::end).orElse(plan.end()).toString(),
        (scope == PlanScope.FOLLOWING ? at.date() : plan.validFrom()).toString(),
        plan.validUntil() == null ? "" : plan.validUntil().toString(),
        skipped,
        false);
  }

  /// Whether to take it away from its date on is to take all of it.
  boolean removesAll() {
    WeeklyPlan before = at.before();
    return scope == PlanScope.ALL
        || (scope == PlanScope.FOLLOWING
            && before != null
            && !at.date().isAfter(before.validFrom()));
  }

  @Override
  public boolean isNew() {
    return at.before() == null;
  }

  @Override
  public boolean isChanged() {
    return isNew() || isTyped();
  }

  /// Whether anything in it is somebody's typing: a new one as it is proposed is lost without harm.
  boolean isTyped() {
    return !withAgainst(false).equals(of(at, scope));
  }

  @Override
  public Set<Flaw> flaws() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    if (skip) {
      return against ? EnumSet.of(Flaw.RULES) : flaws;
    }
    Optional<MinuteOfDay> begins = WallTimes.parse(start);
    Optional<MinuteOfDay> ends = WallTimes.parse(end);
    add(flaws, Flaw.START, begins.isEmpty());
    add(flaws, Flaw.END, ends.isEmpty());
    add(
        flaws,
        Flaw.ORDER,
        begins.isPresent() && ends.isPresent() && begins.get().compareTo(ends.get()) >= 0);
    if (scope != PlanScope.THIS_DATE) {
      Optional<LocalDate> first = WallTimes.parseDate(from);
      Optional<LocalDate> last = WallTimes.parseDate(until);
      add(flaws, Flaw.FROM, first.isEmpty());
      add(flaws, Flaw.UNTIL, !until.isBlank() && last.isEmpty());
      add(
          flaws,
          Flaw.DATES,
          first.isPresent() && last.isPresent() && last.get().isBefore(first.get()));
    }
    add(flaws, Flaw.RULES, flaws.isEmpty() && against);
    return flaws;
  }

  private static void add(Set<Flaw> flaws, Flaw flaw, boolean found) {
    if (found) {
      flaws.add(flaw);
    }
  }

  /// Whether all of it can be read, whatever the rules say of it.
  boolean isReadable() {
    return withAgainst(false).flaws().isEmpty();
  }

  /// As it would be; only of one that can be read.
  WeeklyPlan wish() {
    WeeklyPlan before = at.before();
    return new WeeklyPlan(
        before == null ? NOT_THERE_YET : before.id(),
        at.hospital().id(),
        at.doctor().id(),
        day,
        WallTimes.parse(start).orElseThrow(),
        WallTimes.parse(end).orElseThrow(),
        WallTimes.parseDate(from).orElseThrow(),
        WallTimes.parseDate(until).orElse(null),
        before == null ? List.of() : before.changedDates(),
        before == null ? 0 : before.version());
  }

  /// The plan as a whole; only of one that can be read.
  KeepWeeklyPlan command() {
    WeeklyPlan wish = wish();
    return new KeepWeeklyPlan(
        null,
        wish.hospitalId(),
        wish.doctorId(),
        wish.day(),
        wish.start(),
        wish.end(),
        wish.validFrom(),
        wish.validUntil(),
        null,
        null);
  }

  /// As the server is asked what it would come to; only of one that can be read.
  KeepWeeklyPlan previewed() {
    WeeklyPlan before = at.before();
    if (before == null) {
      return command();
    }
    WeeklyPlan plan = scope == PlanScope.THIS_DATE ? before : wish();
    return new KeepWeeklyPlan(
        before.id(),
        plan.hospitalId(),
        plan.doctorId(),
        plan.day(),
        plan.start(),
        plan.end(),
        plan.validFrom(),
        plan.validUntil(),
        scope == PlanScope.THIS_DATE ? withDate(before.changedDates()) : null,
        null);
  }

  private List<ChangedDate> withDate(List<ChangedDate> dates) {
    return Stream.concat(
            dates.stream().filter(each -> !each.date().equals(at.date())), Stream.of(date()))
        .toList();
  }

  /// From which date on it is otherwise; null: on all, or on one alone.
  @Nullable LocalDate following() {
    return at.before() != null && scope == PlanScope.FOLLOWING ? at.date() : null;
  }

  /// The one date as it would be; only of one that can be read.
  ChangedDate date() {
    return skip
        ? new ChangedDate(at.date(), null, null)
        : new ChangedDate(
            at.date(), WallTimes.parse(start).orElseThrow(), WallTimes.parse(end).orElseThrow());
  }

  ChangePlanDate dateCommand() {
    ChangedDate date = date();
    return new ChangePlanDate(date.start(), date.end(), skip ? Boolean.TRUE : null);
  }

  /// What was typed stays, as far as there is something else to say in the other scope.
  PlanDraft withScope(PlanScope now) {
    PlanDraft other = of(at, now);
    PlanDraft was = of(at, scope);
    return other
        .withStart(start.equals(was.start()) ? other.start() : start)
        .withEnd(end.equals(was.end()) ? other.end() : end);
  }

  PlanDraft withDay(DayOfWeek now) {
    return new PlanDraft(at, scope, now, start, end, from, until, skip, against);
  }

  PlanDraft withStart(String typed) {
    return new PlanDraft(at, scope, day, typed, end, from, until, skip, against);
  }

  PlanDraft withEnd(String typed) {
    return new PlanDraft(at, scope, day, start, typed, from, until, skip, against);
  }

  PlanDraft withFrom(String typed) {
    return new PlanDraft(at, scope, day, start, end, typed, until, skip, against);
  }

  PlanDraft withUntil(String typed) {
    return new PlanDraft(at, scope, day, start, end, from, typed, skip, against);
  }

  PlanDraft withSkip(boolean now) {
    return new PlanDraft(at, scope, day, start, end, from, until, now, against);
  }

  PlanDraft withAgainst(boolean now) {
    return new PlanDraft(at, scope, day, start, end, from, until, skip, now);
  }
}
