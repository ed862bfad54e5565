package io.daysheet.wire;

import java.util.List;

/// For the day the authenticator is lost: each signs in once. Answered once.
public record RecoveryCodes(List<String> codes) {

  public RecoveryCodes {
    codes = List.copyOf(codes);
  }

  /// Nothing of it: what is printed ends up in logs.
  @Override
  public String toString() {
    return "RecoveryCodes";
  }
}
