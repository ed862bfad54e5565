package io.daysheet.server.transport;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses a body that says that it is too large before it is read, and stops reading one that does
/// not say how large it is when it has become too large.
final class BodyLimit extends OncePerRequestFilter {

  private final long most;
  private final HandlerExceptionResolver errors;

  BodyLimit(long most, HandlerExceptionResolver errors) {
    this.most = most;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > most) {
      errors.resolveException(request, response, null, RequestRefused.of(ProblemKind.TOO_LARGE));
    } else if (request.getContentLengthLong() < 0) {
      chain.doFilter(new Counted(request, most), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final long most;
    private @Nullable ServletInputStream body;

    Counted(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new LimitedBody(super.getInputStream(), most);
      }
      return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
