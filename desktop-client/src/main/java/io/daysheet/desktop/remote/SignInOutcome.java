package io.daysheet.desktop.remote;

import java.time.Duration;

/// How a sign-in through the browser ended.
public sealed interface SignInOutcome {

  /// Somebody is signed in.
  ///
  /// @param ahead how far this computer's clock is ahead of the server's, to the second; negative
  ///   if it is behind
  record SignedIn(UserTokens tokens, Duration ahead) implements SignInOutcome {}

  record NotSignedIn(Why why) implements SignInOutcome {}

  /// Why nobody is signed in.
  enum Why {
    /// The browser said so: somebody went no further there.
    CANCELLED,
    /// The browser did not come back in time.
    TIMED_OUT,
    /// The server does not answer.
    NO_ANSWER,
    /// Nobody whom this desk trusts vouches for the server, or the line is not encrypted.
    NOT_TRUSTED,
    /// The server answers, and does not give tokens.
    REFUSED,
    /// The server's answer makes no sense.
    BROKEN,
    /// No port is free at which the browser could come back.
    NO_PORT
  }
}
