package io.daysheet.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServerTest
class EveryEndpointNeedsARightIT {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping endpoints;

  @Test
  void everyEndpointOfTheApiSaysWhichRightItNeeds() {
    List<String> open =
        endpoints.getHandlerMethods().entrySet().stream()
            .filter(each ->
                each.getKey().getPatternValues().stream().anyMatch(p -> p.startsWith("/api/")))
            .filter(each -> each.getValue().getMethodAnnotation(Needs.class) == null)
            .map(each -> each.getKey().toString())
            .toList();

    assertThat(open).as("endpoints without @Needs, which nobody can use").isEmpty();
  }
}
