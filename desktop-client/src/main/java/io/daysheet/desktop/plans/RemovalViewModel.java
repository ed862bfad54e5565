package io.daysheet.desktop.plans;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.PlanPreview;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether a plan shall really go, with what that would come to.
final class RemovalViewModel implements AutoCloseable {

  private final WeekServer server;
  private final ReadOnlyObjectWrapper<Asked> asked =
      new ReadOnlyObjectWrapper<>(new Asked.Nothing());
  private @Nullable Request asking;

  /// How far the question is.
  sealed interface Asked {

    /// Nobody wants it to go.
    record Nothing() implements Asked {}

    /// What it would come to is not known yet.
    record Counting() implements Asked {}

    /// What it would come to is told.
    ///
    /// @param preview null: the server did not say
    record Put(@Nullable PlanPreview preview) implements Asked {}
  }

  RemovalViewModel(WeekServer server) {
    this.server = server;
  }

  ReadOnlyObjectProperty<Asked> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  boolean isPut() {
    return asked.get() instanceof Asked.Put;
  }

  /// Asks what it would come to if the plan went, all of it or from its date on.
  void ask(PlanDraft draft) {
    WeeklyPlan plan = draft.at().before();
    if (plan == null) {
      return;
    }
    stop();
    asked.set(new Asked.Counting());
    Consumer<Outcome<PlanPreview>> then = this::answered;
    asking =
        draft.removesAll()
            ? server.removal(plan, then)
            : server.preview(Again.asking(plan, draft.at().date().minusDays(1)), null, then);
  }

  private void answered(Outcome<PlanPreview> outcome) {
    asking = null;
    asked.set(
        new Asked.Put(
            outcome instanceof Outcome.Done<PlanPreview>(PlanPreview preview) ? preview : null));
  }

  /// It stays.
  void takeBack() {
    stop();
    asked.set(new Asked.Nothing());
  }

  private void stop() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
