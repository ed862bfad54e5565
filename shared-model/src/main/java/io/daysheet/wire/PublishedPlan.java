package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.daysheet.rule.Publishing.Kept;
import io.daysheet.rule.Publishing.LeftOut;
import io.daysheet.schedule.WeeklyPlan;
import java.util.List;

/// A weekly plan as it was made or changed, and what publishing it could not do.
///
/// @param plan its fields stand beside the others
/// @param kept availabilities that are not as the plan says, and stay: somebody should look at them
/// @param leftOut dates for which nothing was opened
public record PublishedPlan(
    @JsonUnwrapped WeeklyPlan plan, List<Kept> kept, List<LeftOut> leftOut) {

  public PublishedPlan {
    kept = List.copyOf(kept);
    leftOut = List.copyOf(leftOut);
  }
}
