package io.daysheet.desktop.remote;

import io.daysheet.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a request.
public sealed interface Outcome<T> {

  /// It was done.
  record Done<T>(T value) implements Outcome<T> {}

  /// It was not done, and asking again would not change that.
  ///
  /// @param code the first violation's, or one of the request as such, such as `not-found`
  record Refused<T>(int status, String code, List<Violation> violations) implements Outcome<T> {
    public Refused {
      violations = List.copyOf(violations);
    }
  }

  /// It was not done, since it named an older version than the present one.
  ///
  /// @param current the present state, when the server told it
  record Stale<T>(@Nullable T current) implements Outcome<T> {}

  /// Nobody knows whether it was done: ask again with the same key.
  record Unknown<T>(Cause cause) implements Outcome<T> {}

  /// Why there is no answer that can be used.
  enum Cause {
    /// No connection, a connection that was cut, or no answer in time.
    NO_ANSWER,
    /// The server says that it can't serve right now, or that it is asked too much.
    UNAVAILABLE,
    /// Nobody whom this desk trusts vouches for the server's certificate.
    UNKNOWN_AUTHORITY,
    /// The server's certificate has ended or has not begun, or this machine's clock is wrong.
    CERTIFICATE_OUT_OF_DATE,
    /// The certificate is good, but for a server of another name.
    ANOTHER_SERVER,
    /// The other end speaks no TLS that this desk takes.
    NOT_ENCRYPTED,
    /// The server failed, or its answer can't be read.
    BROKEN
  }
}
