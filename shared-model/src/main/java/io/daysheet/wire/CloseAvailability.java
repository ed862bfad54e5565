package io.daysheet.wire;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `DELETE /availabilities/{id}`: what becomes of the visits inside.
public record CloseAvailability(@Nullable List<Resolution> resolutions) {

  public CloseAvailability {
    resolutions = List.copyOf(Objects.requireNonNullElse(resolutions, List.of()));
  }
}
