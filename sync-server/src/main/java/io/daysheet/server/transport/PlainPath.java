package io.daysheet.server.transport;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses a path with parameters (`;a=b`). No endpoint has any, and the firewall refuses them too;
/// but before it the framework reads them, and fails with a part of the path in its message if it
/// can't decode them.
final class PlainPath extends OncePerRequestFilter {

  private final HandlerExceptionResolver errors;

  PlainPath(HandlerExceptionResolver errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().indexOf(';') < 0) {
      chain.doFilter(request, response);
      return;
    }
    // or the framework would decode the path to look for the name of a file in it
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
    errors.resolveException(request, response, null, RequestRefused.of(ProblemKind.MALFORMED));
  }
}
