package io.daysheet.server.idempotency;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer as it went out, and as it goes out again.
///
/// @param body JSON; null if there is none
public record StoredAnswer(
    int status, @Nullable String body, @Nullable String eTag, @Nullable String location) {

  public ResponseEntity<Object> toResponse() {
    return ResponseEntity.status(status)
        .headers(headers -> {
          if (eTag != null) {
            headers.setETag(eTag);
          }
          if (location != null) {
            headers.set("Location", location);
          }
          if (body != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
          }
        })
        .body(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }
}
