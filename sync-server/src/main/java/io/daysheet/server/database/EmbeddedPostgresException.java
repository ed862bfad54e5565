package io.daysheet.server.database;

/// The embedded PostgreSQL can't be started: what happened, and what the administrator may do.
public final class EmbeddedPostgresException extends RuntimeException {

  private final String action;

  EmbeddedPostgresException(String what, String action) {
    super(what);
    this.action = action;
  }

  EmbeddedPostgresException(String what, String action, Throwable cause) {
    super(what, cause);
    this.action = action;
  }

  /// What the administrator may do about it, in a sentence.
  public String action() {
    return action;
  }
}
