package io.daysheet.server.web;

/// How a request can fail other than by a rule: the stable code, the status, and what to do.
public enum ProblemKind {
  MALFORMED(
      400,
      "malformed",
      "The request can't be read",
      "Correct the fields that are named in violations, and send it again."),
  UNAUTHENTICATED(
      401,
      "unauthenticated",
      "Nobody is signed in",
      "Send a valid access token in the header Authorization, as Bearer; get one at"
          + " /oauth2/token."),
  FORBIDDEN(
      403,
      "forbidden",
      "This account may not do that",
      "Ask an administrator for the role, or sign in with another account."),
  NOT_FOUND(
      404, "not-found", "There is no such thing", "Check the address and the id, or search anew."),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "This address does not take that method",
      "Use one of the methods that the Allow header names."),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      "The answer can't be given in that form",
      "Accept application/json and application/problem+json."),
  STALE(
      412,
      "stale",
      "Somebody changed it in the meantime",
      "Look at current, which is the present state, and decide anew."),
  TOO_LARGE(413, "too-large", "The request is too large", "Send less at once."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "unsupported-media-type",
      "The body is not JSON",
      "Send the body as application/json, in UTF-8."),
  KEY_REUSED(
      422,
      "key-reused",
      "The Idempotency-Key was used for another request",
      "Make a new key for each new request; use the old one only to repeat the same."),
  VERSION_REQUIRED(
      428,
      "version-required",
      "The version that you saw is missing",
      "Send If-Match with the ETag of the state that you decided on."),
  TOO_MANY_REQUESTS(
      429,
      "too-many-requests",
      "Too many requests",
      "Wait as many seconds as Retry-After says, then send it again."),
  LOCKED(
      429,
      "too-many-tries",
      "It was wrong too often",
      "Wait as long as Retry-After says; what is sent before is not looked at."),
  INTERNAL(
      500,
      "internal",
      "The server failed",
      "Nothing is wrong with the request. Try again; if it stays, tell the administrator the"
          + " time."),
  UNREADABLE_RECORD(
      500,
      "unreadable-record",
      "The record can't be read",
      "It was changed or moved behind the server's back. Tell the administrator: it has to come"
          + " from a backup."),
  UNAVAILABLE(
      503,
      "unavailable",
      "The database can't be reached",
      "Try again in a moment with the same Idempotency-Key: what was written is not written"
          + " twice."),
  PROVIDER_UNAVAILABLE(
      503,
      "unavailable",
      "The OpenID provider can't be reached",
      "Try again in a moment; if it stays, tell the administrator the time.");

  private final int status;
  private final String code;
  private final String title;
  private final String detail;

  ProblemKind(int status, String code, String title, String detail) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  String title() {
    return title;
  }

  String detail() {
    return detail;
  }

  /// The kind for a status that something else decided on, such as the servlet container.
  public static ProblemKind ofStatus(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status >= 500 ? INTERNAL : MALFORMED;
  }
}
