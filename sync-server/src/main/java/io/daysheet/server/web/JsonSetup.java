package io.daysheet.server.web;

import io.daysheet.wire.WireJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The server reads and writes JSON exactly as the desk does.
@Configuration(proxyBeanMethods = false)
class JsonSetup {

  @Bean
  JsonMapper wireJson() {
    return WireJson.mapper();
  }
}
