package io.daysheet.server.transport;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses a body that says it is of any kind, as `application/*` does. The framework takes that
/// for a mistake of the program's own, and would answer that the server failed.
final class ConcreteBody extends OncePerRequestFilter {

  private final HandlerExceptionResolver errors;

  ConcreteBody(HandlerExceptionResolver errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type != null && type.indexOf('*') >= 0) {
      errors.resolveException(
          request, response, null, RequestRefused.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE));
    } else {
      chain.doFilter(request, response);
    }
  }
}
