package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Tells what a token says. One for the tokens that this server gives out, another for those of an
/// external provider.
interface TokenReader {

  /// What a token says, after its signature, issuer, audience and times were found good.
  ///
  /// @param account whose it is, as it was when the token was read
  /// @param session names the sign-in that it came from
  record Read(Account account, Set<String> scopes, String client, String session, Instant until) {}

  /// Verifies a token and reads it.
  ///
  /// @throws org.springframework.security.oauth2.jwt.JwtException if it is not good
  Read read(String token);

  /// The account as it is now; empty if the account or the client is out of service, or the session
  /// was ended. Asked at every request: from memory.
  Optional<Account> account(Read token);
}
