package io.daysheet.server.signin;

import io.daysheet.server.access.SignedIn;
import io.daysheet.server.access.Tokens;
import io.daysheet.server.web.Desk;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out from the header `Authorization` who asks. Without one the request goes on as nobody's,
/// for what is open to all; with one that is not good it ends here.
final class TokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final Refusals refusals;

  TokenFilter(Tokens tokens, Refusals refusals) {
    this.tokens = tokens;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<SignedIn> signedIn =
        token(header).flatMap(token -> tokens.check(token, request.getRemoteAddr(), desk(request)));
    if (signedIn.isEmpty()) {
      refusals.unauthenticated(request, response, Refusals.INVALID_TOKEN);
      return;
    }
    SecurityContextHolder.setContext(new SecurityContextImpl(signedIn.get()));
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /// What stands after the scheme, which may be written in capitals and small letters. What is no
  /// token can't be verified as one.
  private static Optional<String> token(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static @Nullable String desk(HttpServletRequest request) {
    return Desk.parse(request.getHeader(Desk.HEADER)).name();
  }
}
