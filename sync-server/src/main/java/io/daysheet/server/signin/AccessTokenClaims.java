package io.daysheet.server.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/// What an access token says: which account, through which client, of which session. Nothing of
/// what the account may do: that is asked of the accounts at each request.
@Component
class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  static final String CLIENT = "client_id";
  static final String SESSION = "sid";

  private final SigningKeys keys;
  private final ProgramClients programs;
  private final SignInSettings settings;

  AccessTokenClaims(SigningKeys keys, ProgramClients programs, SignInSettings settings) {
    this.keys = keys;
    this.programs = programs;
    this.settings = settings;
  }

  @Override
  public void customize(JwtEncodingContext token) {
    String client = token.getRegisteredClient().getClientId();
    token.getJwsHeader().keyId(keys.signing());
    token
        .getClaims()
        .issuer(keys.issuer())
        .subject(account(token, client))
        .audience(List.of(settings.audience()))
        .claim(CLIENT, client)
        .claim(SESSION, session(token))
        .claims(claims -> notLongerThanTheSession(claims, token.getAuthorization()));
  }

  private String account(JwtEncodingContext token, String client) {
    return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())
        ? programs
            .find(client)
            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT))
            .account()
            .toString()
        : Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
  }

  private static String session(JwtEncodingContext token) {
    OAuth2Authorization grant = token.getAuthorization();
    return grant == null ? UUID.randomUUID().toString() : grant.getId();
  }

  private static void notLongerThanTheSession(
      Map<String, Object> claims, @Nullable OAuth2Authorization grant) {
    Instant end = grant == null ? null : grant.getAttribute(Grants.ENDS_AT);
    if (end != null && claims.get("exp") instanceof Instant expires && end.isBefore(expires)) {
      claims.put("exp", end);
    }
  }
}
