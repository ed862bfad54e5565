package io.daysheet.server.identity;

/// So many passwords are checked at this moment that one more has waited too long for its turn.
/// Nothing is counted or changed.
public final class PasswordsBusy extends RuntimeException {

  private static final long serialVersionUID = 1;

  PasswordsBusy() {
    super("too many passwords at once", null, false, false);
  }
}
