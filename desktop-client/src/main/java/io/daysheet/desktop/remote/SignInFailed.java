package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.SignInOutcome.Why;
import java.io.IOException;

/// A sign-in, or its renewal, did not come to tokens.
final class SignInFailed extends IOException {

  private static final long serialVersionUID = 1;

  private final Why why;

  SignInFailed(Why why) {
    super("the sign-in failed: " + why);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
