package io.daysheet.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.RawHttp;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(
    properties = {
      "daysheet.limits.body=10KB",
      "daysheet.limits.sign-in=1/s, 8 at once",
      "daysheet.limits.program-search=1/s, 4 at once",
      "daysheet.limits.emergency=1/s, 2 at once",
      "server.tomcat.connection-timeout=1s"
    })
class LimitsIT {

  @LocalServerPort int port;

  /// Before anything has used up how often one may.
  @BeforeEach
  void signIn() {
    Api api = Api.on(port);
    assertThat(api.get("/hospitals").status()).isEqualTo(200);
    assertThat(api.as(TestAccounts.OTHER).get("/hospitals").status()).isEqualTo(200);
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsNotRead() {
    Answer answer =
        Api.on(port).post("/patients", "{\"givenName\":\"" + "x".repeat(11_000) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("too-large");
  }

  @Test
  void aBodyInChunksIsReadUpToTheLimit() throws IOException {
    String chunk = "400\r\n" + "y".repeat(0x400) + "\r\n";
    String start = "11\r\n{\"givenName\":\"abc\r\n";
    String answer =
        new RawHttp(port)
            .send(head("POST", "/api/v1/patients") + start + chunk.repeat(11) + "0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
  }

  @Test
  void aBodyInChunksThatIsSmallEnoughIsRead() throws IOException {
    String answer =
        new RawHttp(port).send(head("POST", "/api/v1/patients") + "2\r\n{}\r\n0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/*+json"})
  void aBodyOfAnyKindIsOfNoKind(String type) {
    Answer answer = Api.on(port).post("/patients", "{}", "Content-Type", type);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported-media-type");
  }

  @Test
  void aHeaderThatIsTooLargeIsRefused() throws IOException {
    String answer =
        new RawHttp(port)
            .send(
                "GET /api/v1/hospitals HTTP/1.1\r\nHost: a\r\nX: "
                    + "x".repeat(20_000)
                    + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws IOException {
    String answer =
        new RawHttp(port)
            .send(
                "GET /api/v1/patients?query="
                    + "x".repeat(20_000)
                    + " HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  @Test
  void whoBeginsARequestAndDoesNotGoOnIsCutOff() throws IOException {
    try (Socket half = new RawHttp(port).open()) {
      half.getOutputStream()
          .write("GET /api/v1/hosp".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      half.getOutputStream().flush();
      assertThat(half.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void whoTriesToSignInTooOftenIsToldWhenToComeBack() {
    // who is signed in would ask for another token in between
    Api nobody = Api.on(port).anonymous();
    Answer last =
        IntStream.range(0, 20)
            .mapToObj(i -> nobody.send("POST", i < 3 ? "//oauth2/token" : "//%6fauth2/token", ""))
            .reduce((_, answer) -> answer)
            .orElseThrow();

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("too-many-requests");
    assertThat(last.header("Retry-After")).isEqualTo("1");
    assertThat(Api.on(port).get("/nothing").status()).isNotEqualTo(429);
  }

  /// Who guesses birth dates to numbers does not get far.
  @Test
  void whoNamesTooManyPatientsInAnEmergencyIsToldWhenToComeBackAndMayGoOnOtherwise() {
    Api api = Api.on(port);
    Answer last =
        IntStream.range(0, 20)
            .mapToObj(i -> api.post(i % 2 == 0 ? "/emergency-access" : "/%65mergency-access", "{}"))
            .reduce((_, answer) -> answer)
            .orElseThrow();

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("too-many-requests");
    assertThat(api.get("/emergency-access").status()).isEqualTo(403);
    assertThat(api.get("/hospitals").status()).isEqualTo(200);
  }

  @Test
  void anAccountThatSearchesTooMuchIsToldWhenToComeBackAndMayGoOnOtherwise() {
    Api api = Api.on(port);
    Answer last =
        IntStream.range(0, 6)
            // an encoded letter and another method are no way around
            .mapToObj(i ->
                api.send(
                    i % 2 == 0 ? "GET" : "HEAD",
                    i % 3 == 0 ? "/patients?query=ko" : "/p%61tients?query=ko",
                    null))
            .reduce((_, answer) -> answer)
            .orElseThrow();

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isEqualTo("1");
    assertThat(api.get("/hospitals").status()).isEqualTo(200);
    assertThat(api.as(TestAccounts.OTHER).get("/patients?query=ko").status()).isEqualTo(200);
    // names can be tried by this, too
    assertThat(api.post("/patients/duplicates", "{}").status()).isEqualTo(429);
  }

  private String head(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Authorization: "
        + TestTokens.of(URI.create("http://127.0.0.1:" + port)).bearer()
        + "\r\nTransfer-Encoding: chunked\r\n\r\n";
  }
}
