package io.daysheet.server.idempotency;

import io.daysheet.server.crypto.BlindIndex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What tells a repeated request from another one with the same key. It is taken of the request as
/// it was understood: spaces and the order of fields don't matter.
@Component
public class RequestHash {

  private final JsonMapper json;
  private final BlindIndex index;

  RequestHash(JsonMapper json, BlindIndex index) {
    this.json = json;
    this.index = index;
  }

  /// A keyed hash of `operation` (method and path, so that a key is not mistaken across endpoints)
  /// and the request. Without the key, whoever guesses a name could try it against a plain hash.
  public byte[] of(String operation, Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return index.requestHash(digest.digest(json.writeValueAsBytes(request)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
