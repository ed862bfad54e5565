package io.daysheet.desktop.remote;

import java.io.IOException;
import java.time.Duration;

/// Where the desk's access tokens come from. Asked on the connection's own threads, where it may
/// ask the server and wait. Thread-safe.
public interface AccessTokens {

  /// A token, and for how long it is good still when it is handed out.
  record AccessToken(String value, Duration left) {

    /// Never the token: it would end up in logs.
    @Override
    public String toString() {
      return "AccessToken[left=" + left + "]";
    }
  }

  /// The present token, or a new one when that is about to expire.
  ///
  /// @throws IOException if there is none to be had: nobody is signed in, or the server can't be
  ///   reached
  AccessToken current() throws IOException;

  /// Another one, since the server did not take this one.
  AccessToken insteadOf(String refused) throws IOException;
}
