package io.daysheet.wire;

/// `POST /clients/{id}/rotate-secret`. Answered once; the one before is worth nothing any more.
public record ClientSecret(String clientId, String clientSecret) {

  /// Never the secret: what is printed ends up in logs.
  @Override
  public String toString() {
    return "ClientSecret[" + clientId + "]";
  }
}
