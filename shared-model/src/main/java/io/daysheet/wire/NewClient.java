package io.daysheet.wire;

import org.jspecify.annotations.Nullable;

/// A client that was just made.
///
/// @param clientSecret answered this once; null if it proves itself by its keys
public record NewClient(ProgramClient client, @Nullable String clientSecret) {

  /// Never the secret: what is printed ends up in logs.
  @Override
  public String toString() {
    return "NewClient[" + client.id() + "]";
  }
}
