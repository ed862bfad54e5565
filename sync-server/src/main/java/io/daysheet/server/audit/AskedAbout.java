package io.daysheet.server.audit;

import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.KeepWeeklyPlan;
import io.daysheet.wire.MergePatient;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Remembers whom a request is about until its answer is written: a refusal tells something of them
/// too, and does not name them itself.
@RestControllerAdvice
class AskedAbout extends RequestBodyAdviceAdapter {

  private static final String ATTRIBUTE = AskedAbout.class.getName();

  @Override
  public boolean supports(
      MethodParameter parameter,
      Type targetType,
      Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type targetType,
      Class<? extends HttpMessageConverter<?>> converter) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(ATTRIBUTE, body, RequestAttributes.SCOPE_REQUEST);
    }
    return body;
  }

  /// Of nobody, if the request has no body or names nobody.
  static WhoseData in(HttpServletRequest request) {
    return switch (request.getAttribute(ATTRIBUTE)) {
      case BookAppointment wish -> WhoseData.of(wish.hospitalId(), wish.patientId());
      case CreateAvailability wish -> WhoseData.of(wish.hospitalId());
      case KeepWeeklyPlan wish -> WhoseData.of(wish.hospitalId());
      case MergePatient wish -> WhoseData.of(null, wish.into());
      case null, default -> WhoseData.of(null);
    };
  }
}
