package io.daysheet.server.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server that is told to speak TLS 1.2 too, and whose certificate is out of date.
@ServerTest
class TlsOptInIT {

  private static final TestAuthority AUTHORITY = TestAuthority.create();

  @TempDir static Path folder;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void tls(DynamicPropertyRegistry properties) {
    Instant ended = Instant.parse("2026-01-31T00:00:00Z");
    AUTHORITY.issue("127.0.0.1", ended.minus(30, ChronoUnit.DAYS), ended).write(folder);
    properties.add("daysheet.tls.certificate", () -> folder.resolve("server.pem").toString());
    properties.add("daysheet.tls.private-key", () -> folder.resolve("server.key").toString());
    properties.add("daysheet.tls.allow-1-2", () -> "true");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TLSv1.3, TLS_AES_256_GCM_SHA384,                true
          TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, true
          TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, false
          TLSv1.2, TLS_RSA_WITH_AES_256_GCM_SHA384,       false
          """)
  void tls12NeedsAStrongCipherToo(String protocol, String cipher, boolean spoken)
      throws IOException {
    assertThat(speaks(protocol, cipher)).isEqualTo(spoken);
  }

  @Test
  void aCertificateThatEndedIsSaidByReadiness() throws IOException {
    try (SSLSocket socket = socket()) {
      socket.startHandshake();
      socket
          .getOutputStream()
          .write("GET /actuator/health/readiness HTTP/1.0\r\n\r\n".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 503")
          .contains("OUT_OF_SERVICE");
    }
  }

  private boolean speaks(String protocol, String cipher) throws IOException {
    try (SSLSocket socket = socket()) {
      if (!Arrays.asList(socket.getSupportedCipherSuites()).contains(cipher)) {
        return false;
      }
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setEnabledCipherSuites(new String[] {cipher});
      socket.startHandshake();
      return socket.getSession().getProtocol().equals(protocol);
    } catch (SSLException refused) {
      return false;
    }
  }

  private SSLSocket socket() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Credulous()}, null);
      return (SSLSocket)
          context.getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Trusts every certificate, out of date or not.
  private static final class Credulous implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
