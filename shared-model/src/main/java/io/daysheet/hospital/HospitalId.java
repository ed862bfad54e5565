package io.daysheet.hospital;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one hospital.
public record HospitalId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HospitalId {}

  public static HospitalId parse(String text) {
    return new HospitalId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
