package io.daysheet.desktop.signin;

import java.net.URI;

/// How far a sign-in has come.
public sealed interface SignInStep {

  /// Nobody has begun.
  record Ready() implements SignInStep {}

  /// The server is asked where its sign-in is.
  record Opening() implements SignInStep {}

  /// The browser shows the sign-in page, or should.
  ///
  /// @param opened false if no browser could be opened: the address is there to be copied
  record InBrowser(URI page, boolean opened) implements SignInStep {}

  /// Somebody has signed in; the server is asked what they may do.
  record Finishing() implements SignInStep {}

  /// It did not come to an end.
  ///
  /// @param title what happened
  /// @param text what to do
  /// @param code for a call to support
  record Failed(String title, String text, String code) implements SignInStep {}
}
