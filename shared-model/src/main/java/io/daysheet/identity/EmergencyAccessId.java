package io.daysheet.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one emergency access: one doctor's, to one patient, for a few hours.
public record EmergencyAccessId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EmergencyAccessId {}

  public static EmergencyAccessId parse(String text) {
    return new EmergencyAccessId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
