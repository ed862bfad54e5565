package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one weekly plan.
public record WeeklyPlanId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WeeklyPlanId {}

  public static WeeklyPlanId parse(String text) {
    return new WeeklyPlanId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
