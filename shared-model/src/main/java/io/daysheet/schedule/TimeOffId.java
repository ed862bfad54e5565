package io.daysheet.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one absence of a doctor.
public record TimeOffId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TimeOffId {}

  public static TimeOffId parse(String text) {
    return new TimeOffId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
