package io.daysheet.hospital;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one doctor.
public record DoctorId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DoctorId {}

  public static DoctorId parse(String text) {
    return new DoctorId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
