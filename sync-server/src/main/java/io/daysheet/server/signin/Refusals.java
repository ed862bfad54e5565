package io.daysheet.server.signin;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses a request before any endpoint has seen it, with the same problems as they do.
@Component
class Refusals {

  /// The token is expired, forged, revoked or none at all: RFC 6750, section 3.1.
  static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

  private final HandlerExceptionResolver errors;

  Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.errors = errors;
  }

  void unauthenticated(HttpServletRequest request, HttpServletResponse response, String challenge) {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    refuse(request, response, RequestRefused.of(ProblemKind.UNAUTHENTICATED));
  }

  void forbidden(HttpServletRequest request, HttpServletResponse response) {
    refuse(request, response, RequestRefused.of(ProblemKind.FORBIDDEN));
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException why) {
    errors.resolveException(request, response, null, why);
  }
}
