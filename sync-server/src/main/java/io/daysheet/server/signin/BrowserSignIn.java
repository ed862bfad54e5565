package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The browser's side of a sign-in: it begins when a desk sends the browser, and is over as soon as
/// the desk has its code. So the next person at the same browser is always asked.
@Component
class BrowserSignIn {

  private final HttpSessionRequestCache wishes =
      new HttpSessionRequestCache() {
        // Who begins at a desk is asked from the beginning, and not for the code of whoever got
        // half way before.
        @Override
        public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
          if (request.getRequestURI().equals(SignInChains.AUTHORIZE)) {
            LoginState.forget(request);
          }
          super.saveRequest(request, response);
        }
      };
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  BrowserSignIn() {
    // whoever else comes without a sign-in is not remembered
    wishes.setRequestMatcher(request -> request.getRequestURI().equals(SignInChains.AUTHORIZE));
  }

  HttpSessionRequestCache wishes() {
    return wishes;
  }

  /// Whether a desk waits for whoever signs in with this browser.
  boolean isAwaited(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute("SPRING_SECURITY_SAVED_REQUEST") != null;
  }

  /// All proofs are right. Answers where to go on.
  String signedIn(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    SavedRequest wish = wishes.getRequest(request, response);
    if (wish == null) {
      return SignInChains.LOGIN;
    }
    request.changeSessionId();
    contexts.saveContext(
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of())),
        request,
        response);
    return wish.getRedirectUrl();
  }

  /// Sends the code to the desk.
  void sendCode(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
    end(request);
    var address =
        UriComponentsBuilder.fromUriString(Objects.requireNonNull(granted.getRedirectUri()))
            .queryParam(
                "code", Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue());
    addStateAndIssuer(address, granted.getState());
    response.sendRedirect(address.build(true).toUriString());
  }

  /// Tells the desk why there is no code; or the browser, where it is not sure that a desk waits.
  void sendError(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    end(request);
    var refused = (OAuth2AuthorizationCodeRequestAuthenticationException) failure;
    var asked = refused.getAuthorizationCodeRequestAuthentication();
    String desk = asked == null ? null : asked.getRedirectUri();
    if (desk == null || desk.isEmpty()) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
      return;
    }
    OAuth2Error error = refused.getError();
    var address =
        UriComponentsBuilder.fromUriString(desk).queryParam("error", error.getErrorCode());
    addStateAndIssuer(address, Objects.requireNonNull(asked).getState());
    response.sendRedirect(address.build(true).toUriString());
  }

  /// The state of the desk's question, and by whom it is answered (RFC 9207).
  private static void addStateAndIssuer(UriComponentsBuilder address, @Nullable String state) {
    if (state != null && !state.isEmpty()) {
      address.queryParam("state", encoded(state));
    }
    String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
    address.queryParam("iss", encoded(issuer));
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
