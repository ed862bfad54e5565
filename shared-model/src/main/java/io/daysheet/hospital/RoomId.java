package io.daysheet.hospital;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one room.
public record RoomId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RoomId {}

  public static RoomId parse(String text) {
    return new RoomId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
