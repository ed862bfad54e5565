package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import org.jspecify.annotations.Nullable;

/// The header `Idempotency-Key` of a write, 1 to 200 characters: a request that is repeated with
/// the same key gets the first answer. A controller takes it as an argument.
///
/// @param value null if there is none: then a repeated request is a new one
public record IdempotencyKey(@Nullable String value) {

  public static final String HEADER = "Idempotency-Key";

  static IdempotencyKey parse(@Nullable String header) {
    if (header != null
        && (header.isBlank()
            || header.length() > 200
            || header.chars().anyMatch(c -> c < ' ' || c > '~'))) {
      throw RequestRefused.invalid(HEADER, Expected.TEXT);
    }
    return new IdempotencyKey(header);
  }
}
