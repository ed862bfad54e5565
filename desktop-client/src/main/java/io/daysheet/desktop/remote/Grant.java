package io.daysheet.desktop.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What the token endpoint gave: an access token, how long it is good, and what renews it, which is
/// wiped once it is spent.
final class Grant {

  private final String access;
  private final Duration left;
  private final char @Nullable [] refresh;

  /// @param refresh null if the server gives none; it is the grant's from now on
  Grant(String access, Duration left, char @Nullable [] refresh) {
    this.access = access;
    this.left = left;
    this.refresh = refresh;
  }

  String access() {
    return access;
  }

  Duration left() {
    return left;
  }

  char @Nullable [] refresh() {
    return refresh;
  }

  /// The same with another copy of what renews it.
  Grant withRefresh(char[] kept) {
    return new Grant(access, left, kept);
  }
}
