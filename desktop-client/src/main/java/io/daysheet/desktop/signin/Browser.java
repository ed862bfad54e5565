package io.daysheet.desktop.signin;

import java.net.URI;

/// What shows the sign-in page. A desk without a browser, and a test, have another one.
@FunctionalInterface
public interface Browser {

  /// Shows a page and returns at once.
  ///
  /// @param failed told, on any thread, if no browser could be opened
  void open(URI page, Runnable failed);
}
