package io.daysheet.wire;

import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.rule.Publishing.Outcome;
import java.time.LocalDate;
import java.util.List;

/// What publishing a weekly plan would come to right now; nothing of it is done.
///
/// @param opened for how many dates an availability would be made
/// @param changed how many would get other times
/// @param closed how many would be taken back
/// @param until the last date up to which would be published
/// @param kept availabilities that would not be as the plan says, and stay
/// @param leftOut dates for which nothing would be opened
public record PlanPreview(
    int opened, int changed, int closed, LocalDate until, List<Kept> kept, List<LeftOut> leftOut) {

  public PlanPreview {
    kept = List.copyOf(kept);
    leftOut = List.copyOf(leftOut);
  }

  public static PlanPreview of(Outcome outcome) {
    return new PlanPreview(
        outcome.opened(),
        outcome.changed(),
        outcome.closed(),
        outcome.last(),
        outcome.kept(),
        outcome.leftOut());
  }
}
