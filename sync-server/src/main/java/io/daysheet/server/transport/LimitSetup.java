package io.daysheet.server.transport;

import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// In which order a request is measured: by address first, then by its size and kind, and by
/// account as soon as the account is known.
@Configuration(proxyBeanMethods = false)
class LimitSetup {

  private static final int AFTER_HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
  private static final int AFTER_SIGN_IN = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

  @Bean
  FilterRegistrationBean<AddressLimit> addressLimit(
      LimitSettings settings,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var filter =
        new FilterRegistrationBean<>(
            new AddressLimit(settings, TimeMeter.SYSTEM_MILLISECONDS, errors));
    filter.setOrder(AFTER_HEADERS);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(
      LimitSettings settings,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var filter = new FilterRegistrationBean<>(new BodyLimit(settings.body().toBytes(), errors));
    filter.setOrder(AFTER_HEADERS + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<ConcreteBody> concreteBody(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var filter = new FilterRegistrationBean<>(new ConcreteBody(errors));
    filter.setOrder(AFTER_HEADERS + 2);
    return filter;
  }

  @Bean
  FilterRegistrationBean<PlainPath> plainPath(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var filter = new FilterRegistrationBean<>(new PlainPath(errors));
    filter.setOrder(AFTER_HEADERS + 3);
    return filter;
  }

  @Bean
  FilterRegistrationBean<AccountLimit> accountLimit(
      LimitSettings settings,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var filter =
        new FilterRegistrationBean<>(
            new AccountLimit(settings, TimeMeter.SYSTEM_MILLISECONDS, errors));
    filter.setOrder(AFTER_SIGN_IN);
    return filter;
  }
}
