package io.daysheet.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers what fails before any endpoint is reached, such as a database that is gone, by the error
/// contract. The servlet container would write the exception's message to the log.
final class FailureFilter extends OncePerRequestFilter {

  private final Refusals refusals;

  FailureFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException failed) {
      if (response.isCommitted()) {
        throw failed;
      }
      refusals.refuse(request, response, failed);
    }
  }
}
