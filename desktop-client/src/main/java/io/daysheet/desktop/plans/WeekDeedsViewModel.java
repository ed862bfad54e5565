package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.RefusalWording;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Attempt;
import io.daysheet.desktop.remote.Attempt.Way;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.PublishedPlan;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is done to a doctor's weeks apart from typing: taking away, taking back, and undoing the
/// last thing; with what came of it in words.
final class WeekDeedsViewModel implements AutoCloseable {

  private final WeekServer server;
  private final Messages messages;
  private final PlanWording wording;
  private final Runnable refresh;
  private final Supplier<RefusalWording> refusals;
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final Attempt attempt = new Attempt(this::moved);
  private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);
  private final WeekUndoViewModel undoing;
  private @Nullable Runnable undo;

  /// What is said above the week.
  ///
  /// @param undoable whether the last thing can be undone
  record Told(List<String> lines, boolean undoable) {

    static final Told NOTHING = new Told(List.of(), false);

    Told {
      lines = List.copyOf(lines);
    }
  }

  /// @param refresh asks for the week anew
  WeekDeedsViewModel(
      WeekServer server,
      InstantSource clock,
      Messages messages,
      Runnable refresh,
      Supplier<RefusalWording> refusals) {
    this.server = server;
    this.messages = messages;
    this.wording = new PlanWording(messages);
    this.refresh = refresh;
    this.refusals = refusals;
    this.undoing =
        new WeekUndoViewModel(
            server,
            clock,
            this::send,
            (plan, hospital) -> say("undone", wording.unpublished(plan, hospital)));
  }

  ReadOnlyObjectProperty<Told> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /// Whether the server is asked for something right now.
  ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  private void moved() {
    underWay.set(attempt.isUnderWay());
  }

  void forget() {
    undo = null;
    told.set(Told.NOTHING);
  }

  /// A plan was written in its form, which says what came of it.
  void planWritten(PlanFormViewModel.Written written) {
    PlanDraft sent = written.sent();
    undo = sent == null ? null : undoing.ofWriting(sent, written.plan().plan());
    told.set(new Told(List.of(), undo != null));
    refresh.run();
  }

  /// An absence was written in its form.
  void timeOffWritten(TimeOffFormViewModel.Written written) {
    undo =
        written.isOurs()
            ? undoing.ofTimeOff(written.before(), written.now(), this::sayUndone)
            : null;
    told.set(new Told(List.of(), undo != null));
    refresh.run();
  }

  private void sayUndone() {
    say("undone", List.of());
  }

  /// Takes away a plan, from the date that is open on, or that date alone.
  void remove(PlanDraft draft, Runnable leave) {
    WeeklyPlan plan = draft.at().before();
    if (plan == null) {
      leave.run();
    } else if (draft.scope() == PlanScope.THIS_DATE) {
      skip(draft, plan, leave);
    } else if (draft.removesAll()) {
      removeAll(draft, plan, leave);
    } else {
      end(draft, plan, leave);
    }
  }

  private void skip(PlanDraft draft, WeeklyPlan plan, Runnable leave) {
    LocalDate date = draft.at().date();
    send(
        "skip " + plan.id() + plan.version() + date,
        (key, then) -> server.changeDate(plan, date, Again.SKIP, key, then),
        (PublishedPlan answer) -> {
          undo = undoing.ofDate(draft, plan, answer.plan());
          say("skipped", wording.published(answer, draft.at().hospital()));
          leave.run();
        });
  }

  private void end(PlanDraft draft, WeeklyPlan plan, Runnable leave) {
    LocalDate date = draft.at().date();
    send(
        "end " + plan.id() + plan.version() + date,
        (key, then) -> server.change(plan, null, Again.until(plan, date.minusDays(1)), key, then),
        (PublishedPlan answer) -> {
          undo = undoing.ofChange(plan, answer.plan(), draft.at().hospital());
          say("ended", wording.published(answer, draft.at().hospital()));
          leave.run();
        });
  }

  private void removeAll(PlanDraft draft, WeeklyPlan plan, Runnable leave) {
    send(
        "remove " + plan.id() + plan.version(),
        (key, then) -> server.remove(plan, key, then),
        (PublishedPlan answer) -> {
          undo = undoing.ofRemoval(plan, draft.at().hospital());
          say("removed", wording.unpublished(answer, draft.at().hospital()));
          leave.run();
        });
  }

  /// Makes the date that is open again as the others are.
  void reset(PlanDraft draft, Runnable leave) {
    WeeklyPlan plan = draft.at().before();
    LocalDate date = draft.at().date();
    if (plan != null) {
      send(
          "reset " + plan.id() + plan.version() + date,
          (key, then) -> server.resetDate(plan, date, key, then),
          (PublishedPlan answer) -> {
            undo = undoing.ofDate(draft, plan, answer.plan());
            say("reset", wording.published(answer, draft.at().hospital()));
            leave.run();
          });
    }
  }

  void remove(TimeOffDraft draft, Runnable leave) {
    TimeOff off = draft.before();
    if (off == null) {
      leave.run();
      return;
    }
    send(
        "remove " + off.id() + off.version(),
        (key, then) -> server.remove(off, key, then),
        (TimeOff _) -> {
          undo = undoing.ofTimeOffRemoval(off, this::sayUndone);
          String range = new WallTimes(draft.zone()).dates(off.during());
          say("off.removed", List.of(range));
          leave.run();
        });
  }

  /// Undoes the last thing that was done here, once.
  void undo() {
    Runnable last = undo;
    if (last != null) {
      last.run();
    }
  }

  private <T> void send(String what, Way<T> way, Consumer<T> done) {
    attempt.send(what, way, outcome -> answered(outcome, done));
  }

  private <T> void answered(Outcome<T> outcome, Consumer<T> done) {
    switch (outcome) {
      case Outcome.Done<T>(T value) -> {
        undo = null;
        done.accept(value);
        refresh.run();
      }
      case Outcome.Refused<T>(int _, String code, var violations) ->
          told.set(
              new Told(
                  violations.isEmpty()
                      ? List.of(messages.get("refused", code))
                      : violations.stream().map(refusals.get()::text).toList(),
                  undo != null));
      case Outcome.Stale<T> _ -> {
        undo = null;
        told.set(new Told(List.of(messages.get("stale")), false));
        refresh.run();
      }
      case Outcome.Unknown<T> _ ->
          told.set(new Told(List.of(messages.get("no-answer")), undo != null));
    }
  }

  private void say(String key, List<String> lines) {
    told.set(
        new Told(
            Stream.concat(Stream.of(messages.get(key)), lines.stream())
                .collect(Collectors.toList()),
            undo != null));
  }

  @Override
  public void close() {
    attempt.close();
  }
}
