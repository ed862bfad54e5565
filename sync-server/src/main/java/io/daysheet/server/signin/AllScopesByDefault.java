package io.daysheet.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// A program that asks for no scope gets all that it was given: RFC 6749, section 3.3.
final class AllScopesByDefault implements AuthenticationConverter {

  private final AuthenticationConverter programs =
      new OAuth2ClientCredentialsAuthenticationConverter();

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    Authentication asked = programs.convert(request);
    if (asked instanceof OAuth2ClientCredentialsAuthenticationToken wish
        && wish.getScopes().isEmpty()
        && wish.getPrincipal() instanceof OAuth2ClientAuthenticationToken proven) {
      RegisteredClient client = proven.getRegisteredClient();
      return client == null
          ? asked
          : new OAuth2ClientCredentialsAuthenticationToken(
              proven, client.getScopes(), wish.getAdditionalParameters());
    }
    return asked;
  }
}
