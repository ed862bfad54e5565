package io.daysheet.server.openapi;

import io.daysheet.identity.Right;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/// Says how one gets the token that every endpoint needs.
final class ApiSignIn {

  private static final String NAME = "oauth2";
  private static final String TOKENS = "/oauth2/token";

  private ApiSignIn() {}

  static void describe(OpenAPI api) {
    var scopes = new Scopes();
    Right.scopes().forEach(scope -> scopes.addString(scope, "for an integration: " + scope));
    var programs = new OAuthFlow().tokenUrl(TOKENS).scopes(scopes);
    var people =
        new OAuthFlow()
            .authorizationUrl("/oauth2/authorize")
            .tokenUrl(TOKENS)
            .refreshUrl(TOKENS)
            .scopes(new Scopes());
    api.getComponents()
        .addSecuritySchemes(
            NAME,
            new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                    "OAuth 2.0: people by authorization code with PKCE (S256), programs by client"
                        + " credentials with a secret or private_key_jwt. An access token lives for"
                        + " five minutes.")
                .flows(new OAuthFlows().clientCredentials(programs).authorizationCode(people)));
    api.addSecurityItem(new SecurityRequirement().addList(NAME));
  }
}
