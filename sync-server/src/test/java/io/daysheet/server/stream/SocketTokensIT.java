package io.daysheet.server.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Api;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestTokens;
import io.daysheet.server.identity.Accounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A socket is somebody's only as long as their token is good.
@ServerTest
@TestPropertySource(properties = "daysheet.signin.access-token=3s")
class SocketTokensIT {

  private static final int UNAUTHENTICATED = ChangeSocket.UNAUTHENTICATED.getCode();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired ChangeTable table;
  private Clinic clinic;
  private HospitalId hospital;
  private TestTokens tokens;

  @BeforeEach
  void aHospital() {
    clinic = new Clinic(jdbc);
    hospital = clinic.hospital("Tokens", "Europe/Berlin");
    tokens = TestTokens.of(server());
  }

  @Test
  void nobodyOpensOneWithoutAGoodToken() {
    assertThat(handshake()).isEqualTo(401);
    assertThat(handshake("Authorization", "Bearer nonsense")).isEqualTo(401);
  }

  @Test
  void itIsClosedWhenTheTokenEnds() {
    renewed();
    try (var desk = DeskSocket.open(port)) {
      assertThat(desk.awaitClose()).isEqualTo(UNAUTHENTICATED);
    }
  }

  @Test
  void anotherTokenOfTheSamePersonKeepsItOpen() {
    String first = renewed();
    try (var desk = DeskSocket.open(port)) {
      desk.subscribe(hospital, table.position(hospital));
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> {
            desk.send(frame(renewed()));
            return !isGood(first);
          });
      desk.awaitNumber(news());
    }
  }

  @Test
  void anotherPersonsTokenEndsIt() {
    renewed();
    try (var desk = DeskSocket.open(port)) {
      desk.send(frame(TestTokens.of(TestAccounts.OTHER, server()).bearer()));
      assertThat(desk.awaitClose()).isEqualTo(UNAUTHENTICATED);
    }
    renewed();
    try (var desk = DeskSocket.open(port)) {
      desk.send(frame("Bearer nonsense"));
      assertThat(desk.awaitClose()).isEqualTo(UNAUTHENTICATED);
    }
  }

  /// Nothing more is heard, though the token would still be good.
  @Test
  void anAccountOutOfServiceHearsNothingMore() {
    String login = "leaver-" + UUID.randomUUID();
    UUID account = TestAccounts.account(jdbc, login, "Leaver", "SCHEDULER");
    try (var desk = DeskSocket.open(port, login)) {
      StreamPosition before = table.position(hospital);
      desk.subscribe(hospital, before);
      desk.awaitNumber(news());
      jdbc.sql("update account set active = false where id = ?").param(account).update();
      accounts.refresh();
      long missed = news();
      assertThat(desk.hears(missed)).isFalse();
      assertThat(desk.awaitClose()).isEqualTo(UNAUTHENTICATED);
      assertThat(desk.numbers()).doesNotContain(missed);
    }
  }

  private long news() {
    DoctorId doctor = clinic.doctor("Dr. News", hospital);
    var range = clinic.availability(hospital, doctor, "2030-03-12T08:00Z", "2030-03-12T09:00Z");
    return clinic.change("availability-created", hospital, range.value());
  }

  private String renewed() {
    return tokens.insteadOf(tokens.bearer());
  }

  private static String frame(String bearer) {
    return "{\"type\":\"authenticate\",\"token\":\"%s\"}"
        .formatted(bearer.substring("Bearer ".length()));
  }

  private boolean isGood(String bearer) {
    return Api.on(port)
            .anonymous()
            .send("GET", "/hospitals", null, "Authorization", bearer)
            .status()
        == 200;
  }

  /// The status of the handshake.
  private int handshake(String... headers) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (headers.length > 0) {
      builder.header(headers[0], headers[1]);
    }
    URI changes = URI.create("ws://127.0.0.1:" + port + "/api/v1/changes");
    var failure =
        catchThrowableOfType(
            CompletionException.class,
            () -> builder.buildAsync(changes, new WebSocket.Listener() {}).join());
    return ((WebSocketHandshakeException) requireNonNull(failure.getCause()))
        .getResponse()
        .statusCode();
  }

  private URI server() {
    return URI.create("http://127.0.0.1:" + port);
  }
}
