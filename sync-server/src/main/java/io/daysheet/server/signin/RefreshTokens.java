package io.daysheet.server.signin;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/// Makes refresh tokens for desks. A desk keeps no secret by which the server could know it again,
/// so each of its refresh tokens is good for one exchange, soon, and never beyond the session's
/// end.
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

  private final SignInSettings settings;
  private final InstantSource clock;

  RefreshTokens(SignInSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext token) {
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(token.getTokenType())) {
      return null;
    }
    Instant now = clock.instant();
    Instant idle = now.plus(settings.idle());
    OAuth2Authorization session = token.getAuthorization();
    Instant end = session == null ? null : session.getAttribute(Grants.ENDS_AT);
    return new OAuth2RefreshToken(
        Secrets.make(), now, end != null && end.isBefore(idle) ? end : idle);
  }
}
