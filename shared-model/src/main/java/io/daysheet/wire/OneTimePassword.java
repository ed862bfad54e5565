package io.daysheet.wire;

import java.time.Instant;

/// A password that works until its first sign-in, which asks for another. Answered once.
///
/// @param expires when it is worth nothing any more
public record OneTimePassword(String password, Instant expires) {

  /// Never the password: what is printed ends up in logs.
  @Override
  public String toString() {
    return "OneTimePassword[expires=" + expires + "]";
  }
}
