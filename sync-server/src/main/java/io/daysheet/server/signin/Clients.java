package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.signin.ClientRows.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/// Who may ask for tokens, and how: the desk, which is the same for everybody, and the programs
/// that are in service as their accounts are.
@Component
class Clients implements RegisteredClientRepository {

  /// The desk keeps no secret, since everybody can read its code: it proves with each sign-in that
  /// it is the one that began it (PKCE).
  static final String DESK = "daysheet-desk";

  private final ProgramClients programs;
  private final Accounts accounts;
  private final TokenSettings tokens;
  private final RegisteredClient desk;

  Clients(ProgramClients programs, Accounts accounts, SignInSettings settings) {
    this.programs = programs;
    this.accounts = accounts;
    this.tokens =
        TokenSettings.builder()
            .accessTokenTimeToLive(settings.accessToken())
            .authorizationCodeTimeToLive(settings.code())
            .refreshTokenTimeToLive(settings.idle())
            .reuseRefreshTokens(false)
            .build();
    this.desk = desk(tokens);
  }

  private static RegisteredClient desk(TokenSettings tokens) {
    return RegisteredClient.withId(DESK)
        .clientId(DESK)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        // any port: RFC 8252, section 7.3
        .redirectUri("http://127.0.0.1/signed-in")
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(tokens)
        .build();
  }

  RegisteredClient desk() {
    return desk;
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    if (clientId.equals(DESK)) {
      return desk;
    }
    return programs
        .find(clientId)
        .filter(client -> accounts.find(client.account()).filter(Account::active).isPresent())
        .map(this::program)
        .orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  /// Clients are added by an administrator, never by the protocol.
  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException();
  }

  private RegisteredClient program(Client client) {
    var program =
        RegisteredClient.withId(client.id()).clientId(client.id()).clientName(client.name());
    String secret = client.secretHash();
    if (secret != null) {
      program
          .clientSecret(secret)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }
    if (client.keys() != null) {
      program
          .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
          .clientSettings(
              ClientSettings.builder()
                  .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                  .build());
    }
    return program
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(client.scopes()))
        .tokenSettings(tokens)
        .build();
  }
}
