package io.daysheet.server.transport;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the web server the certificate of `daysheet.tls`; what `server.ssl` says doesn't count
/// then.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("daysheet.tls.certificate")
class TlsSetup {

  @Bean
  Certificates certificates(TlsSettings settings, Clock clock) {
    return new Certificates(settings, clock);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableWebServerFactory> encrypted() {
    return server -> server.setSsl(Ssl.forBundle(Certificates.BUNDLE));
  }
}
