package io.daysheet.server.stream;

import io.daysheet.server.access.Caller;
import io.daysheet.server.access.SignedIn;
import io.daysheet.server.access.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Who listens on a socket, and for how long: until the token expires that it was opened with, or
/// the last one that was sent since. Thread-safe.
final class SocketSignIn {

  private final Tokens tokens;
  private final InstantSource clock;
  private SignedIn signedIn;

  SocketSignIn(SignedIn signedIn, Tokens tokens, InstantSource clock) {
    this.signedIn = signedIn;
    this.tokens = tokens;
    this.clock = clock;
  }

  synchronized Caller caller() {
    return signedIn.caller();
  }

  /// Whether they may still listen; the caller is then as the accounts have it now.
  synchronized boolean isGood() {
    Optional<SignedIn> now = tokens.checkAgain(signedIn);
    now.ifPresent(fresh -> signedIn = fresh);
    return now.isPresent();
  }

  /// Goes on with another token of the same account. Another person opens another socket.
  synchronized boolean renew(String token) {
    Caller before = signedIn.caller();
    Optional<SignedIn> renewed =
        tokens
            .check(token, before.address(), before.desk())
            .filter(fresh -> fresh.getName().equals(signedIn.getName()));
    renewed.ifPresent(fresh -> signedIn = fresh);
    return renewed.isPresent();
  }

  /// How long the present token lasts, but no longer than a long can say.
  synchronized long nanosLeft() {
    Duration left = Duration.between(clock.instant(), signedIn.until());
    return left.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : left.toNanos();
  }
}
