package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one availability.
public record AvailabilityId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AvailabilityId {}

  public static AvailabilityId parse(String text) {
    return new AvailabilityId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
