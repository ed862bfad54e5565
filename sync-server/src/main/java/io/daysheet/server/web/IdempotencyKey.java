package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/// The header `Idempotency-Key` of a write, 1 to 200 characters: a request that is repeated with
/// the same key gets the first answer. A controller takes it as an argument.
///
/// A key is its account's own: two accounts that make up the same one have two keys, and neither
/// gets the other's answer.
///
/// @param value with the account's id before it; null if there is none: then a repeated request is
///   a new one
public record IdempotencyKey(@Nullable String value) {

  public static final String HEADER = "Idempotency-Key";

  static IdempotencyKey parse(@Nullable String header, @Nullable Principal account) {
    if (header == null) {
      return new IdempotencyKey(null);
    }
    if (account == null) {
      throw RequestRefused.of(ProblemKind.UNAUTHENTICATED);
    }
    if (header.isBlank()
        || header.length() > 200
        || header.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw RequestRefused.invalid(HEADER, Expected.TEXT);
    }
    return new IdempotencyKey(account.getName() + ":" + header);
  }
}
