package io.daysheet.server.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has each read answered as a whole. "Not modified" would leave without an entry in the audit, and
/// nobody needs it: no answer may be kept.
@Component
final class WholeAnswers extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isConditional =
        request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
            || request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) != null;
    chain.doFilter(isConditional ? new Unconditional(request) : request, response);
  }

  private static final class Unconditional extends HttpServletRequestWrapper {

    Unconditional(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return isCondition(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
      return isCondition(name) ? -1 : super.getDateHeader(name);
    }

    private static boolean isCondition(String name) {
      return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)
          || name.equalsIgnoreCase(HttpHeaders.IF_MODIFIED_SINCE);
    }
  }
}
