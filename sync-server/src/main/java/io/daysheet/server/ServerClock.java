package io.daysheet.server;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock of the server. Tests replace it; nothing else asks what time it is.
@Configuration(proxyBeanMethods = false)
class ServerClock {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
