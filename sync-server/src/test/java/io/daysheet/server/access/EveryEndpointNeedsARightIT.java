package io.daysheet.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServerTest
class EveryEndpointNeedsARightIT {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping endpoints;

  @Autowired ServletContext server;
  @Autowired ApplicationContext context;

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

  /// The gate stands before Spring MVC's endpoints. Another servlet, or a route without a method,
  /// would be open to everybody who is signed in: it needs a gate of its own first.
  @Test
  void nothingIsServedPastTheGate() {
    assertThat(server.getServletRegistrations().keySet()).containsExactly("dispatcherServlet");
    assertThat(context.getBeansOfType(RouterFunction.class)).isEmpty();
  }
}
