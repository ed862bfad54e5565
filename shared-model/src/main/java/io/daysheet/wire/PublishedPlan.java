package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.rule.Publishing.Outcome;
import io.daysheet.schedule.WeeklyPlan;
import java.time.LocalDate;
import java.util.List;

/// A weekly plan as it was made or changed, and what came of publishing it.
///
/// @param plan its fields stand beside the others
/// @param opened for how many dates an availability was made now
/// @param changed how many got other times
/// @param closed how many were taken back
/// @param until the last date up to which is published
/// @param kept availabilities that are not as the plan says, and stay: somebody should look at them
/// @param leftOut dates for which nothing was opened
public record PublishedPlan(
    @JsonUnwrapped WeeklyPlan plan,
    int opened,
    int changed,
    int closed,
    LocalDate until,
    List<Kept> kept,
    List<LeftOut> leftOut) {

  public PublishedPlan {
    kept = List.copyOf(kept);
    leftOut = List.copyOf(leftOut);
  }

  public static PublishedPlan of(WeeklyPlan plan, Outcome outcome) {
    return new PublishedPlan(
        plan,
        outcome.opened(),
        outcome.changed(),
        outcome.closed(),
        outcome.last(),
        outcome.kept(),
        outcome.leftOut());
  }
}
