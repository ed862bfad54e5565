package io.daysheet.desktop.plans;

import io.daysheet.desktop.fx.Screens;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The form that is open beside the week, which is told when the server is busy with it.
final class BesideWeek {

  private final WeeksViewModel weeks;
  private Runnable busy = () -> {};

  BesideWeek(WeeksViewModel weeks) {
    this.weeks = weeks;
    weeks.deeds().underWayProperty().subscribe(_ -> busy.run());
  }

  /// Null if nothing is open.
  @Nullable Node show(@Nullable Open open) {
    return switch (open) {
      case Open.OfPlan(PlanFormViewModel form) -> {
        Screens.Screen<Parent, PlanForm> screen =
            new Screens()
                .wire(PlanForm.class, () -> new PlanForm(weeks, form))
                .load(PlanForm.class);
        busy = screen.controller()::showProgress;
        yield screen.root();
      }
      case Open.OfTimeOff(TimeOffFormViewModel form) -> {
        Screens.Screen<Parent, TimeOffForm> screen =
            new Screens()
                .wire(TimeOffForm.class, () -> new TimeOffForm(weeks, form))
                .load(TimeOffForm.class);
        busy = screen.controller()::showProgress;
        yield screen.root();
      }
      case null -> {
        busy = () -> {};
        yield null;
      }
    };
  }
}
