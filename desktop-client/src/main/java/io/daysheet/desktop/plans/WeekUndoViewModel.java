package io.daysheet.desktop.plans;

import io.daysheet.desktop.remote.Attempt.Sender;
import io.daysheet.desktop.remote.Attempt.Way;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.wire.PublishedPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// How what was done to a doctor's weeks is undone: by doing the opposite, which the server checks
/// like everything else. What has begun meanwhile stays.
final class WeekUndoViewModel {

  private final WeekServer server;
  private final InstantSource clock;
  private final Sender sender;
  private final BiConsumer<PublishedPlan, Hospital> undone;

  /// @param undone told when a plan is as it was, or as nearly as could be
  WeekUndoViewModel(
      WeekServer server,
      InstantSource clock,
      Sender sender,
      BiConsumer<PublishedPlan, Hospital> undone) {
    this.server = server;
    this.clock = clock;
    this.sender = sender;
    this.undone = undone;
  }

  /// Of what was typed and is written.
  Runnable ofWriting(PlanDraft sent, WeeklyPlan now) {
    Hospital hospital = sent.at().hospital();
    WeeklyPlan before = sent.at().before();
    if (before == null) {
      return () -> send("plan", now, hospital, (key, then) -> server.remove(now, key, then));
    }
    return switch (sent.scope()) {
      case THIS_DATE -> ofDate(sent, before, now);
      case ALL -> ofChange(before, now, hospital);
      case FOLLOWING ->
          now.id().equals(before.id())
              ? ofChange(before, now, hospital)
              : () ->
                  send(
                      "following",
                      now,
                      hospital,
                      (key, then) -> server.change(now, null, Again.times(before, now), key, then));
    };
  }

  /// A plan goes back to what it was on all dates that have not begun.
  Runnable ofChange(WeeklyPlan before, WeeklyPlan now, Hospital hospital) {
    return () ->
        send(
            "change",
            now,
            hospital,
            (key, then) -> server.change(now, null, Again.plan(before), key, then));
  }

  /// One date goes back to the times of its own that it had, or to the plan's.
  Runnable ofDate(PlanDraft sent, WeeklyPlan before, WeeklyPlan now) {
    var date = sent.at().date();
    Optional<ChangedDate> was = before.changeOf(date);
    Way<PublishedPlan> way =
        was.<Way<PublishedPlan>>map(
                own -> (key, then) -> server.changeDate(now, date, Again.date(own), key, then))
            .orElse((key, then) -> server.resetDate(now, date, key, then));
    return () -> send("date", now, sent.at().hospital(), way);
  }

  /// A plan that was removed is made again, and so are its dates that lie ahead.
  Runnable ofRemoval(WeeklyPlan was, Hospital hospital) {
    return () ->
        sender.<PublishedPlan>send(
            "again " + was.id(),
            (key, then) -> server.make(Again.plan(was), key, then),
            made -> dates(made, ahead(was, hospital), hospital));
  }

  private List<ChangedDate> ahead(WeeklyPlan was, Hospital hospital) {
    Instant now = clock.instant();
    return was.changedDates().stream()
        .filter(each ->
            Optional.ofNullable(each.start())
                .orElse(was.start())
                .startOn(each.date(), hospital.timeZone())
                .toInstant()
                .isAfter(now))
        .toList();
  }

  private void dates(PublishedPlan now, List<ChangedDate> left, Hospital hospital) {
    if (left.isEmpty()) {
      undone.accept(now, hospital);
      return;
    }
    ChangedDate next = left.getFirst();
    sender.<PublishedPlan>send(
        "again " + now.plan().id() + next.date(),
        (key, then) -> server.changeDate(now.plan(), next.date(), Again.date(next), key, then),
        then -> dates(then, left.subList(1, left.size()), hospital));
  }

  /// @param told told when it is as it was
  Runnable ofTimeOff(@Nullable TimeOff before, TimeOff now, Runnable told) {
    Way<TimeOff> way =
        before == null
            ? (key, then) -> server.remove(now, key, then)
            : (key, then) -> server.change(now, Again.timeOff(before), key, then);
    return () -> sender.<TimeOff>send("undo " + now.id() + now.version(), way, _ -> told.run());
  }

  /// @param told told when it is there again
  Runnable ofTimeOffRemoval(TimeOff was, Runnable told) {
    return () ->
        sender.<TimeOff>send(
            "again " + was.id(),
            (key, then) -> server.take(Again.timeOff(was), key, then),
            _ -> told.run());
  }

  private void send(String what, WeeklyPlan now, Hospital hospital, Way<PublishedPlan> way) {
    sender.<PublishedPlan>send(
        "undo " + what + now.id() + now.version(), way, plan -> undone.accept(plan, hospital));
  }
}
