package io.daysheet.desktop.remote;

import java.net.URI;
import java.util.function.Consumer;

/// Where somebody signs in: the desk never sees a password.
public interface SignInServer {

  /// Begins one sign-in and returns at once; everything is told on the desk's executor.
  ///
  /// @param open told the address that the browser has to open, when it is known
  /// @param then told the end, unless it was cancelled
  Request signIn(Consumer<URI> open, Consumer<SignInOutcome> then);
}
