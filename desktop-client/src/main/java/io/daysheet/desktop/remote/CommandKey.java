package io.daysheet.desktop.remote;

import java.util.UUID;

/// Names one command, so that asking again never does it twice: the `Idempotency-Key`.
public record CommandKey(UUID value) {

  public static CommandKey fresh() {
    return new CommandKey(UUID.randomUUID());
  }
}
