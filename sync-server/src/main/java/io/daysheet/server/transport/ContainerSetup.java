package io.daysheet.server.transport;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// What the servlet container itself answers.
@Configuration(proxyBeanMethods = false)
class ContainerSetup {

  /// After everybody else's customizers, so that the last valve, which reports first, is ours.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> briefReports() {
    return server ->
        server.addContextCustomizers(context -> {
          StandardHost host = (StandardHost) context.getParent();
          host.setErrorReportValveClass(BriefReports.class.getName());
        });
  }
}
