package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.TrustedAuthorities.UnreadableAuthorities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real handshakes: which servers a desk talks to, and what it says of the others.
class TrustTest {

  private static final int TLS_HANDSHAKE = 22;

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().commonName("The hospital's").certificateAuthority(0).build();

  @TempDir Path folder;

  private final MockWebServer server = new MockWebServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aServerOfTheHospitalsOwnAuthorityIsTrusted() throws IOException {
    serve(certificate("localhost").build());

    assertThat(ask(trusting(AUTHORITY), server.getPort())).isEqualTo(200);
  }

  @Test
  void theSystemTrustsNoHospitalsOwnAuthority() throws IOException {
    serve(certificate("localhost").build());

    assertThat(failure(TrustedAuthorities.ofTheSystem())).isEqualTo(Cause.UNKNOWN_AUTHORITY);
  }

  @Test
  void anotherAuthoritysServerIsNotTrusted() throws IOException {
    serve(certificate("localhost").build());
    HeldCertificate other = new HeldCertificate.Builder().certificateAuthority(0).build();

    assertThat(failure(trusting(other))).isEqualTo(Cause.UNKNOWN_AUTHORITY);
  }

  @Test
  void aCertificateForAnotherNameIsAnotherServers() throws IOException {
    serve(certificate("elsewhere.example").build());

    assertThat(failure(trusting(AUTHORITY))).isEqualTo(Cause.ANOTHER_SERVER);
  }

  @Test
  void aCertificateThatHasEndedIsOutOfDate() throws IOException {
    serve(
        certificate("localhost")
            .validityInterval(
                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2020-02-01T00:00:00Z").toEpochMilli())
            .build());

    assertThat(failure(trusting(AUTHORITY))).isEqualTo(Cause.CERTIFICATE_OUT_OF_DATE);
  }

  @Test
  void aServerInPlainTextIsNotEncrypted() throws IOException {
    try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerInPlainText(plain));

      assertThat(failure(trusting(AUTHORITY), plain.getLocalPort())).isEqualTo(Cause.NOT_ENCRYPTED);
    }
  }

  /// As servers do that can't read the first line, however often they are asked.
  private static void answerInPlainText(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket desk = plain.accept()) {
        assertThat(desk.getInputStream().read()).isEqualTo(TLS_HANDSHAKE);
        desk.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(desk.getInputStream().readAllBytes()).isNotEmpty();
      } catch (IOException hungUp) {
        assertThat(hungUp).isNotNull();
      }
    }
  }

  @Test
  void aServerThatIsNotThereGivesNoAnswer() throws IOException {
    server.start();
    server.close();

    assertThat(failure(trusting(AUTHORITY))).isEqualTo(Cause.NO_ANSWER);
  }

  @Test
  void aFileWithoutAuthoritiesIsNamed() throws IOException {
    Path nonsense = Files.writeString(folder.resolve("ca.pem"), "nonsense");
    for (Path file : new Path[] {nonsense, folder.resolve("missing.pem")}) {
      assertThatThrownBy(() -> TrustedAuthorities.in(file))
          .isInstanceOf(UnreadableAuthorities.class)
          .hasMessageContaining(file.getFileName().toString());
    }
  }

  private static HeldCertificate.Builder certificate(String name) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(name).signedBy(AUTHORITY);
  }

  private void serve(HeldCertificate certificate) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.enqueue(new MockResponse.Builder().build());
    server.start();
  }

  private TrustedAuthorities trusting(HeldCertificate authority) throws IOException {
    return TrustedAuthorities.in(
        Files.writeString(folder.resolve("ca.pem"), authority.certificatePem()));
  }

  private Cause failure(TrustedAuthorities trusted) {
    return failure(trusted, server.getPort());
  }

  private static Cause failure(TrustedAuthorities trusted, int port) {
    try {
      throw new AssertionError("answered " + ask(trusted, port));
    } catch (IOException failed) {
      return BrokenLine.cause(failed);
    }
  }

  private static int ask(TrustedAuthorities trusted, int port) throws IOException {
    var client = new OkHttpClient.Builder();
    trusted.applyTo(client);
    String address = "https://localhost:" + port + "/";
    try (Response response =
        client.build().newCall(new Request.Builder().url(address).build()).execute()) {
      return response.code();
    }
  }
}
