package io.daysheet.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {

  private static final TestAuthority AUTHORITY = TestAuthority.create();

  @TempDir Path folder;

  @Test
  void aChainAndItsKeyAreRead() throws IOException {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = from.plus(Duration.ofDays(1));
    AUTHORITY.issue("localhost", from, until).write(folder);

    ServerCertificate read = read();

    assertThat(read.chain()).hasSize(2);
    assertThat(read.until()).isEqualTo(until);
    assertThat(read.isValidAt(until.minusSeconds(1))).isTrue();
    assertThat(read.isValidAt(until)).isFalse();
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    assertRefused("server.pem does not exist");
    AUTHORITY.issue("localhost").write(folder);
    Files.delete(folder.resolve("server.key"));
    assertRefused("server.key does not exist");
    Files.createDirectory(folder.resolve("server.key"));
    assertRefused("server.key can't be read");
  }

  @Test
  void whatIsNoPemIsNamedAndNotQuoted() throws IOException {
    AUTHORITY.issue("localhost").write(folder);
    Files.writeString(folder.resolve("server.key"), "secret words");
    assertRefused("server.key holds no private key");
    Files.writeString(
        folder.resolve("server.key"),
        "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
    assertRefused("server.key holds no private key");
    Files.writeString(folder.resolve("server.pem"), "");
    assertRefused("server.pem holds no certificate");
    Files.writeString(
        folder.resolve("server.pem"),
        "-----BEGIN CERTIFICATE-----\nc2VjcmV0\n-----END CERTIFICATE-----\n");
    assertRefused("server.pem holds no certificate");
  }

  @Test
  void theKeyOfAnotherCertificateIsRefused() throws IOException {
    AUTHORITY.issue("localhost").write(folder);
    Files.writeString(folder.resolve("server.key"), AUTHORITY.issue("localhost").key());
    assertRefused("does not belong to the certificate");
  }

  @Test
  void certificatesInTheWrongOrderAreRefused() throws IOException {
    TestCertificate certificate = AUTHORITY.issue("localhost");
    certificate.write(folder);
    Files.writeString(
        folder.resolve("server.pem"),
        certificate.held().certificatePem() + TestAuthority.create().root().certificatePem());
    assertRefused("no chain");
  }

  @Test
  void aShortKeyIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair pair = generator.generateKeyPair();
    new TestCertificate(
            new HeldCertificate.Builder().keyPair(pair).rsa2048().keyPair(pair).build(),
            AUTHORITY.root())
        .write(folder);
    assertRefused("shorter than 2048");
  }

  @Test
  void aPasswordIsShownNowhere() {
    assertThat(
            new TlsSettings(Path.of("a"), Path.of("b"), "geheim", false, Duration.ofSeconds(1))
                .toString())
        .doesNotContain("geheim");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(this::read)
        .isInstanceOf(UnusableCertificate.class)
        .hasNoCause()
        .hasMessageContaining(why)
        .message()
        .doesNotContain("secret", "c2Vj");
  }

  private ServerCertificate read() {
    return PemFiles.read(
            new TlsSettings(
                folder.resolve("server.pem"),
                folder.resolve("server.key"),
                null,
                false,
                Duration.ofSeconds(1)))
        .certificate();
  }
}
