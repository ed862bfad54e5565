package io.daysheet.desktop.plans;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.PlanPreview;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What writing a plan would come to, asked a moment after the last letter was typed: the schedule
/// around it only the server knows.
final class PreviewsViewModel implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final WeekServer server;
  private final Timers timers;
  private final Runnable changed;
  private @Nullable Question last;
  private Seen seen = new Seen.Nothing();
  private @Nullable Request waiting;

  private record Question(KeepWeeklyPlan plan, @Nullable LocalDate from) {}

  /// What is known.
  sealed interface Seen {

    /// There is nothing to ask about.
    record Nothing() implements Seen {}

    record Asking() implements Seen {}

    record Told(PlanPreview preview) implements Seen {}

    /// The server did not say.
    record Unsaid() implements Seen {}
  }

  /// @param changed told whenever more is known
  PreviewsViewModel(WeekServer server, Timers timers, Runnable changed) {
    this.server = server;
    this.timers = timers;
    this.changed = changed;
  }

  Seen seen() {
    return seen;
  }

  /// Asks about a plan, unless that is what was asked last.
  ///
  /// @param from only this date and those that follow
  void ask(KeepWeeklyPlan plan, @Nullable LocalDate from) {
    var question = new Question(plan, from);
    if (!Objects.equals(question, last)) {
      forget();
      last = question;
      seen = new Seen.Asking();
      waiting = timers.after(PAUSE, () -> send(question));
    }
  }

  private void send(Question question) {
    if (question.equals(last)) {
      waiting = server.preview(question.plan(), question.from(), this::answered);
    }
  }

  private void answered(Outcome<PlanPreview> outcome) {
    waiting = null;
    seen =
        outcome instanceof Outcome.Done<PlanPreview>(PlanPreview preview)
            ? new Seen.Told(preview)
            : new Seen.Unsaid();
    changed.run();
  }

  /// There is nothing to ask about.
  void forget() {
    if (waiting != null) {
      waiting.cancel();
      waiting = null;
    }
    last = null;
    seen = new Seen.Nothing();
  }

  @Override
  public void close() {
    forget();
  }
}
