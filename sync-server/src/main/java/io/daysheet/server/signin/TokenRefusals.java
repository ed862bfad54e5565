package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.server.identity.Accounts;
import io.daysheet.wire.AuditAction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/// Refuses a token, with an entry in the audit. The answer has the code of RFC 6749 and nothing
/// else: why, is nobody's business who has no token.
@Component
class TokenRefusals implements AuthenticationFailureHandler {

  private final ProgramClients programs;
  private final Accounts accounts;
  private final SignInAudit audit;

  TokenRefusals(ProgramClients programs, Accounts accounts, SignInAudit audit) {
    this.programs = programs;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String error =
        failure instanceof OAuth2AuthenticationException refused
            ? refused.getError().getErrorCode()
            : OAuth2ErrorCodes.INVALID_REQUEST;
    String named = client(request);
    Account account =
        programs.find(named).flatMap(client -> accounts.find(client.account())).orElse(null);
    // what is no client's name is not repeated: it may be a secret
    String client = account == null && !named.equals(Clients.DESK) ? "unknown" : named;
    audit.refusedAgain(AuditAction.TOKEN_REFUSED, account, client, error, client + " " + error);
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      // RFC 6749, section 5.2
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"daysheet\"");
    }
    answer(response, error);
  }

  private static void answer(HttpServletResponse response, String error) throws IOException {
    boolean isStranger = error.equals(OAuth2ErrorCodes.INVALID_CLIENT);
    response.setStatus((isStranger ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST).value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getWriter().write("{\"error\":\"" + error + "\"}");
  }

  /// As which client they came; empty if they don't say.
  private static String client(HttpServletRequest request) {
    String given = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
    if (given != null) {
      return given;
    }
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith("Basic ")) {
      return "";
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      return pair.split(":", 2)[0];
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }
}
