package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was granted to a desk or a program. Codes and tokens are known by their hashes only.
///
/// @param request what a desk asked for when it sent the browser; null for a program
/// @param version how often it was written: of two that exchange one token, only one gets through
record SessionRow(
    UUID id,
    String client,
    AccountId account,
    String grantType,
    Set<String> scopes,
    Instant startedAt,
    Instant endsAt,
    @Nullable AskedFor request,
    @Nullable Hashed code,
    boolean codeUsed,
    @Nullable Hashed access,
    @Nullable Hashed refresh,
    int version) {

  /// A code or a token.
  ///
  /// @param hash in hex
  record Hashed(String hash, Instant expiresAt) {}

  /// @param challenge of the desk that began: who exchanges the code has to know what it was made
  ///   of
  record AskedFor(String redirectUri, @Nullable String state, String challenge) {}
}
