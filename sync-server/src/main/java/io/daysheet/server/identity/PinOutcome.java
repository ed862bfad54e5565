package io.daysheet.server.identity;

/// How an attempt to unlock a desk ended.
public sealed interface PinOutcome {

  record Unlocked() implements PinOutcome {}

  record Wrong(int triesLeft) implements PinOutcome {}

  /// The tries are spent, or there is no PIN: this sign-in is over, and another has to begin.
  record FullSignInNeeded() implements PinOutcome {}
}
