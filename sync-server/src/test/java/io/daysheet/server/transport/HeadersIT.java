package io.daysheet.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.RawHttp;
import io.daysheet.server.ServerTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class HeadersIT {

  private static final List<String> NEVER =
      List.of("server", "x-powered-by", "strict-transport-security", "set-cookie");

  @LocalServerPort int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,    /hospitals
          GET,    /patients?query=an
          GET,    /patients/0c0e6b0e-0000-4000-8000-000000000000
          GET,    /nothing/here
          POST,   /patients
          DELETE, /hospitals
          GET,    //actuator/health/readiness
          GET,    //v3/api-docs
          GET,    //docs
          GET,    //error
          GET,    //
          """)
  void everyAnswerTellsABrowserToBeCareful(String method, String path) {
    Answer answer = api.send(method, path, null);

    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("script-src");
    assertThat(answer.headers().map().keySet()).doesNotContainAnyElementsOf(NEVER);
  }

  @Test
  void theDocumentsPageRunsItsOwnScriptsOnly() {
    Answer page = api.get("//swagger-ui/index.html");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self';", "frame-ancestors 'none'");
    // nothing that the policy would stop
    assertThat(page.text()).doesNotContainPattern("<script(?![^>]*src=)[^>]*>\\s*\\S");
    assertThat(page.text()).doesNotContain(" onload=", " onclick=", "https://");
  }

  @Test
  void noOtherSiteIsAllowedAnything() {
    for (String method : List.of("GET", "POST", "OPTIONS")) {
      Answer answer =
          api.send(
              method,
              "/hospitals",
              null,
              "Origin",
              "https://elsewhere.example",
              "Access-Control-Request-Method",
              "POST");
      assertThat(answer.headers().map().keySet())
          .as(method)
          .noneMatch(name -> name.startsWith("access-control"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /../../etc/passwd HTTP/1.1
          GET /api/v1/%2e%2e/%2e%2e/x HTTP/1.1
          GET /api/v1/..;/actuator HTTP/1.1
          GET /api/v1/%zz HTTP/1.1
          GET /api/v1/a%00b HTTP/1.1
          GET /api/v1/a%2fb HTTP/1.1
          GET /api/v1/a\\b HTTP/1.1
          GET /api/v1/<x> HTTP/1.1
          TRACE /api/v1/hospitals HTTP/1.1
          GE(T /api/v1/hospitals HTTP/1.1
          """)
  void whatReachesNoEndpointIsRefusedBriefly(String line) throws IOException {
    String answer = new RawHttp(port).send(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 ");
    assertThat(answer.substring(9, 10)).isEqualTo("4").as(answer);
    assertThat(answer).doesNotContainIgnoringCase("<html", "tomcat", "exception", "Server:");
  }
}
