package io.daysheet.server.crypto;

/// The keys are missing or wrong, so the server does not start: what is there stays as it is, until
/// the right key is found.
public final class KeyTrouble extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;
  private final String action;

  KeyTrouble(String code, String what, String action) {
    super(code + ": " + what);
    this.code = code;
    this.action = action;
  }

  /// Stable, such as `master-key-missing`.
  public String code() {
    return code;
  }

  /// What the administrator may do about it.
  public String action() {
    return action;
  }
}
