package io.daysheet.server.transport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.ServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Real handshakes with the real server.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class TlsIT {

  private static final TestAuthority AUTHORITY = TestAuthority.create();

  @TempDir static Path folder;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void tls(DynamicPropertyRegistry properties) {
    AUTHORITY.issue("127.0.0.1").write(folder);
    properties.add("daysheet.tls.certificate", () -> folder.resolve("server.pem").toString());
    properties.add("daysheet.tls.private-key", () -> folder.resolve("server.key").toString());
    properties.add("daysheet.tls.check", () -> "100ms");
  }

  @BeforeEach
  void aGoodCertificate() {
    TestCertificate good = AUTHORITY.issue("127.0.0.1");
    good.write(folder);
    awaitServed(good);
  }

  @Test
  void tls13IsSpokenWithAStrongCipher() throws IOException {
    try (Response response = ask(client(ConnectionSpec.RESTRICTED_TLS))) {
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.handshake().tlsVersion()).isEqualTo(TlsVersion.TLS_1_3);
      assertThat(response.handshake().cipherSuite())
          .isIn(
              CipherSuite.TLS_AES_128_GCM_SHA256,
              CipherSuite.TLS_AES_256_GCM_SHA384,
              CipherSuite.TLS_CHACHA20_POLY1305_SHA256);
      assertThat(response.handshake().peerCertificates()).hasSize(2);
      assertThat(response.header("Strict-Transport-Security")).startsWith("max-age=31536000");
    }
  }

  @Test
  void tls12IsRefused() {
    assertThatThrownBy(() -> ask(client(only(TlsVersion.TLS_1_2))))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void aClientThatTrustsAnotherAuthorityDoesNotConnect() {
    OkHttpClient stranger = client(TestAuthority.create().trust(), ConnectionSpec.RESTRICTED_TLS);
    assertThatThrownBy(() -> ask(stranger)).isInstanceOf(SSLException.class);
  }

  @Test
  void plainHttpIsAnsweredWithNothingOfTheServers() throws IOException {
    String answer = plain("GET /actuator/health/readiness HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("UP").doesNotContain("Exception");
  }

  @Test
  void aNewCertificateIsServedWhileRequestsRun() throws Exception {
    var stop = new AtomicBoolean();
    var running = CompletableFuture.supplyAsync(() -> askUntil(stop));
    try (SSLSocket open = connect()) {
      String before = request(open);
      for (int round = 0; round < 5; round++) {
        TestCertificate next = AUTHORITY.issue("127.0.0.1");
        next.write(folder);
        awaitServed(next);
      }
      String after = request(open);
      assertThat(List.of(before, after)).allMatch(line -> line.equals("HTTP/1.1 200 "));
    } finally {
      stop.set(true);
    }
    assertThat(running.get(30, SECONDS)).isGreaterThan(20);
  }

  @Test
  void aBrokenNewCertificateChangesNothingButTheLog(CapturedOutput output) throws Exception {
    X509Certificate before = presented();
    Files.writeString(folder.resolve("server.pem"), "nonsense");
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(output.getOut())
                .contains("The new certificate can't be used", "holds no certificate"));
    assertThat(presented()).isEqualTo(before);

    Files.delete(folder.resolve("server.key"));
    Awaitility.await()
        .untilAsserted(() -> assertThat(output.getOut()).contains("server.key does not exist"));
    assertThat(presented()).isEqualTo(before);
  }

  private void awaitServed(TestCertificate certificate) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> presented().equals(certificate.held().certificate()));
  }

  private X509Certificate presented() throws IOException {
    try (SSLSocket socket = connect()) {
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  private SSLSocket connect() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            AUTHORITY
                .trust()
                .sslSocketFactory()
                .createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
    socket.startHandshake();
    return socket;
  }

  /// The status line of an answer on a connection that stays open.
  private static String request(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET /actuator/health/liveness HTTP/1.1\r\nHost: a\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    String answer = "";
    while (!answer.endsWith("\r\n0\r\n\r\n")) {
      byte[] part = new byte[4096];
      int read = socket.getInputStream().read(part);
      answer += new String(part, 0, Math.max(0, read), StandardCharsets.UTF_8);
    }
    return answer.lines().findFirst().orElseThrow();
  }

  private String plain(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Each on a connection of its own; how many were answered.
  private int askUntil(AtomicBoolean stop) {
    int answered = 0;
    while (!stop.get()) {
      OkHttpClient client = client(ConnectionSpec.RESTRICTED_TLS);
      try (Response response = ask(client)) {
        assertThat(response.code()).isEqualTo(200);
        answered++;
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      } finally {
        client.connectionPool().evictAll();
      }
    }
    return answered;
  }

  private Response ask(OkHttpClient client) throws IOException {
    return client
        .newCall(
            new Request.Builder()
                .url("https://127.0.0.1:" + port + "/actuator/health/readiness")
                .build())
        .execute();
  }

  private static ConnectionSpec only(TlsVersion version) {
    return new ConnectionSpec.Builder(ConnectionSpec.COMPATIBLE_TLS).tlsVersions(version).build();
  }

  private static OkHttpClient client(ConnectionSpec spec) {
    return client(AUTHORITY.trust(), spec);
  }

  private static OkHttpClient client(HandshakeCertificates trust, ConnectionSpec spec) {
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .connectionSpecs(List.of(spec))
        .build();
  }
}
