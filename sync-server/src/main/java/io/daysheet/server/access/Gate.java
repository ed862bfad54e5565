package io.daysheet.server.access;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets nobody come to an endpoint of the API without the right that it needs, before anything of
/// the request is looked at; and to one that says no right, nobody at all.
@Configuration(proxyBeanMethods = false)
class Gate implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint) {
      if (!(request.getUserPrincipal() instanceof SignedIn signedIn)) {
        throw RequestRefused.of(ProblemKind.UNAUTHENTICATED);
      }
      Needs needs = endpoint.getMethodAnnotation(Needs.class);
      if (needs == null || !signedIn.caller().may(needs.value())) {
        throw RequestRefused.of(ProblemKind.FORBIDDEN);
      }
    }
    return true;
  }
}
