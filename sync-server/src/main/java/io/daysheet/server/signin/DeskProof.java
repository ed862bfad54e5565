package io.daysheet.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// Lets a desk, which has no secret, exchange a refresh token and give a token back: the token
/// itself is the proof. To exchange a code it has to prove by PKCE that it began the sign-in; that
/// is the library's.
final class DeskProof implements AuthenticationConverter, AuthenticationProvider {

  private final RegisteredClient desk;

  DeskProof(RegisteredClient desk) {
    this.desk = desk;
  }

  /// A request of the desk's that comes without any other proof.
  static final class Unproven extends OAuth2ClientAuthenticationToken {
    @Serial private static final long serialVersionUID = 1;

    Unproven() {
      super(Clients.DESK, ClientAuthenticationMethod.NONE, null, Map.of());
    }
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    boolean isDesk =
        Clients.DESK.equals(request.getParameter(OAuth2ParameterNames.CLIENT_ID))
            && request.getHeader(HttpHeaders.AUTHORIZATION) == null
            && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null
            && request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) == null;
    return isDesk && (isRefresh(request) || isRevocation(request)) ? new Unproven() : null;
  }

  private static boolean isRefresh(HttpServletRequest request) {
    return request.getRequestURI().equals(SignInChains.TOKEN)
        && "refresh_token".equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
  }

  private static boolean isRevocation(HttpServletRequest request) {
    return request.getRequestURI().equals(SignInChains.REVOKE);
  }

  @Override
  public Authentication authenticate(Authentication unproven) {
    return new OAuth2ClientAuthenticationToken(desk, ClientAuthenticationMethod.NONE, null);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return Unproven.class.isAssignableFrom(authentication);
  }
}
