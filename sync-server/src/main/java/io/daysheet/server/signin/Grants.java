package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.signin.SessionRow.AskedFor;
import io.daysheet.server.signin.SessionRow.Hashed;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/// A grant as the authorization server handles it, and as the table `session` holds it.
///
/// A code or token that comes from the table is known by its hash only. Its hash then stands where
/// the server expects its value, marked, so that it is not hashed again on the way back; only what
/// was shown stands there as it was.
@Component
class Grants {

  static final String ENDS_AT = "daysheet.ends-at";
  private static final String STARTED_AT = "daysheet.started-at";
  private static final String VERSION = "daysheet.version";

  /// No code or token begins with it.
  private static final String MARK = "#";

  private final Clients clients;
  private final ProgramClients programs;
  private final Accounts accounts;
  private final SignInSettings settings;
  private final InstantSource clock;

  Grants(
      Clients clients,
      ProgramClients programs,
      Accounts accounts,
      SignInSettings settings,
      InstantSource clock) {
    this.clients = clients;
    this.programs = programs;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /// A token of it was revoked.
  static boolean isInvalidated(OAuth2Authorization grant) {
    return isInvalidated(grant.getRefreshToken()) || isInvalidated(grant.getAccessToken());
  }

  private static boolean isInvalidated(OAuth2Authorization.@Nullable Token<?> token) {
    return token != null && token.isInvalidated();
  }

  SessionRow toRow(OAuth2Authorization grant) {
    Instant now = clock.instant();
    Integer version = grant.getAttribute(VERSION);
    Instant startedAt = grant.getAttribute(STARTED_AT);
    Instant endsAt = grant.getAttribute(ENDS_AT);
    var code = grant.getToken(OAuth2AuthorizationCode.class);
    return new SessionRow(
        UUID.fromString(id(grant)),
        grant.getRegisteredClientId(),
        account(grant),
        grant.getAuthorizationGrantType().getValue(),
        grant.getAuthorizedScopes(),
        Objects.requireNonNullElse(startedAt, now),
        endsAt == null ? endsAt(grant, now) : endsAt,
        askedFor(grant),
        hashed(code),
        isInvalidated(code),
        hashed(grant.getAccessToken()),
        hashed(grant.getRefreshToken()),
        version == null ? 0 : version);
  }

  /// A program's session is as long as its one token; its id is in the token already.
  private static String id(OAuth2Authorization grant) {
    var token = grant.getAccessToken();
    Map<String, Object> claims = token == null ? null : token.getClaims();
    Object session = claims == null ? null : claims.get(AccessTokenClaims.SESSION);
    return session == null ? grant.getId() : session.toString();
  }

  private AccountId account(OAuth2Authorization grant) {
    return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant.getAuthorizationGrantType())
        ? programs.find(grant.getRegisteredClientId()).orElseThrow().account()
        : AccountId.parse(grant.getPrincipalName());
  }

  private Instant endsAt(OAuth2Authorization grant, Instant now) {
    return now.plus(
        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant.getAuthorizationGrantType())
            ? settings.accessToken()
            : settings.day());
  }

  private static @Nullable AskedFor askedFor(OAuth2Authorization grant) {
    OAuth2AuthorizationRequest request =
        grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
    return request == null
        ? null
        : new AskedFor(
            Objects.requireNonNull(request.getRedirectUri()),
            request.getState(),
            Objects.requireNonNull(
                (String) request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE)));
  }

  private static @Nullable Hashed hashed(OAuth2Authorization.@Nullable Token<?> token) {
    if (token == null) {
      return null;
    }
    OAuth2Token given = token.getToken();
    String value = given.getTokenValue();
    return new Hashed(
        value.startsWith(MARK)
            ? value.substring(MARK.length())
            : HexFormat.of().formatHex(Secrets.hash(value)),
        Objects.requireNonNull(given.getExpiresAt()));
  }

  /// Empty if the client or the account is out of service.
  ///
  /// @param shown the code or token by which it was found; empty if it was found otherwise
  Optional<OAuth2Authorization> toAuthorization(SessionRow session, String shown) {
    RegisteredClient client = clients.findById(session.client());
    if (client == null || accounts.find(session.account()).filter(Account::active).isEmpty()) {
      return Optional.empty();
    }
    String name = session.request() == null ? session.client() : session.account().toString();
    var grant =
        OAuth2Authorization.withRegisteredClient(client)
            .id(session.id().toString())
            .principalName(name)
            .authorizationGrantType(new AuthorizationGrantType(session.grantType()))
            .authorizedScopes(session.scopes())
            .attribute(VERSION, session.version())
            .attribute(STARTED_AT, session.startedAt())
            .attribute(ENDS_AT, session.endsAt())
            .attribute(
                Principal.class.getName(),
                UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
    tokens(grant, session, shown);
    return Optional.of(grant.build());
  }

  private static void tokens(OAuth2Authorization.Builder grant, SessionRow session, String shown) {
    if (session.request() != null) {
      grant.attribute(OAuth2AuthorizationRequest.class.getName(), request(session));
    }
    if (session.code() != null) {
      grant.token(
          new OAuth2AuthorizationCode(
              value(session.code(), shown), session.startedAt(), session.code().expiresAt()),
          metadata ->
              metadata.put(
                  OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, session.codeUsed()));
    }
    if (session.access() != null) {
      grant.accessToken(
          new OAuth2AccessToken(
              OAuth2AccessToken.TokenType.BEARER,
              value(session.access(), shown),
              session.startedAt(),
              session.access().expiresAt(),
              session.scopes()));
    }
    if (session.refresh() != null) {
      grant.refreshToken(
          new OAuth2RefreshToken(
              value(session.refresh(), shown), session.startedAt(), session.refresh().expiresAt()));
    }
  }

  private static OAuth2AuthorizationRequest request(SessionRow session) {
    AskedFor asked = Objects.requireNonNull(session.request());
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(SignInChains.AUTHORIZE)
        .clientId(session.client())
        .redirectUri(asked.redirectUri())
        .scopes(Set.copyOf(session.scopes()))
        .state(asked.state())
        .additionalParameters(
            Map.of(
                PkceParameterNames.CODE_CHALLENGE,
                asked.challenge(),
                PkceParameterNames.CODE_CHALLENGE_METHOD,
                "S256"))
        .build();
  }

  private static String value(Hashed token, String shown) {
    return token.hash().equals(HexFormat.of().formatHex(Secrets.hash(shown)))
        ? shown
        : MARK + token.hash();
  }
}
