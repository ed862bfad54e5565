package io.daysheet.server.transport;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Keeps one network address from asking for more than its share, before anything is looked at.
/// Signing in has a smaller share: each try costs the server a slow hash.
final class AddressLimit extends OncePerRequestFilter {

  private final Allowance everything;
  private final Allowance signIn;
  private final HandlerExceptionResolver errors;

  AddressLimit(LimitSettings settings, TimeMeter time, HandlerExceptionResolver errors) {
    this.everything = new Allowance(settings.address(), time);
    this.signIn = new Allowance(settings.signIn(), time);
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = NetworkAddress.of(request.getRemoteAddr());
    long wait = everything.take(address);
    if (wait == 0 && isSignIn(request)) {
      wait = signIn.take(address);
    }
    if (wait > 0) {
      refuse(request, response, wait, errors);
    } else {
      chain.doFilter(request, response);
    }
  }

  static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      long seconds,
      HandlerExceptionResolver errors) {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    errors.resolveException(
        request, response, null, RequestRefused.of(ProblemKind.TOO_MANY_REQUESTS));
  }

  private static boolean isSignIn(HttpServletRequest request) {
    // decoded, as the endpoints are found: an encoded letter is no way around
    String path = request.getServletPath();
    return "POST".equals(request.getMethod())
        && (path.startsWith("/oauth2/") || path.startsWith("/login"));
  }
}
