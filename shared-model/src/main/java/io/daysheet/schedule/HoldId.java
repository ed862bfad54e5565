package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one hold.
public record HoldId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HoldId {}

  public static HoldId parse(String text) {
    return new HoldId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
