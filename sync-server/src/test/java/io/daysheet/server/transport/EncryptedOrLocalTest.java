package io.daysheet.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.transport.EncryptedOrLocal.NeitherEncryptedNorLocal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class EncryptedOrLocalTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost", " 127.0.0.1 "})
  void aLoopbackAddressIsServed(String address) {
    assertThatCode(() -> EncryptedOrLocal.check(address(address))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "", "192.168.1.5", "10.0.0.1", "no.such.host.invalid"})
  void anyOtherAddressIsRefused(String address) {
    assertThatThrownBy(() -> EncryptedOrLocal.check(address(address)))
        .isInstanceOf(NeitherEncryptedNorLocal.class);
  }

  @Test
  void noAddressMeansEveryAddressAndIsRefused() {
    assertThatThrownBy(() -> EncryptedOrLocal.check(new MockEnvironment()))
        .isInstanceOf(NeitherEncryptedNorLocal.class);
  }

  @Test
  void theManagementPortIsNoWayAround() {
    MockEnvironment environment = address("127.0.0.1");
    environment.setProperty("management.server.address", "0.0.0.0");
    assertThatThrownBy(() -> EncryptedOrLocal.check(environment))
        .isInstanceOf(NeitherEncryptedNorLocal.class)
        .hasMessageContaining("management.server.address");
  }

  @Test
  void aManagementPortWithoutAnAddressWouldBeEverywhere() {
    MockEnvironment environment = address("127.0.0.1");
    environment.setProperty("management.server.port", "9000");
    assertThatThrownBy(() -> EncryptedOrLocal.check(environment))
        .isInstanceOf(NeitherEncryptedNorLocal.class);
    environment.setProperty("management.server.address", "127.0.0.1");
    assertThatCode(() -> EncryptedOrLocal.check(environment)).doesNotThrowAnyException();
  }

  @Test
  void withACertificateAnyAddressIsServed() {
    MockEnvironment environment = encrypted("0.0.0.0");
    assertThatCode(() -> EncryptedOrLocal.check(environment)).doesNotThrowAnyException();
    environment.setProperty("management.server.address", "0.0.0.0");
    assertThatThrownBy(() -> EncryptedOrLocal.check(environment))
        .isInstanceOf(NeitherEncryptedNorLocal.class);
  }

  @Test
  void halfOfTlsIsNoTls() {
    assertThatThrownBy(() ->
            EncryptedOrLocal.check(
                address("127.0.0.1").withProperty("daysheet.tls.certificate", "server.pem")))
        .isInstanceOf(UnusableCertificate.class)
        .hasMessageContaining("private-key");
    assertThatThrownBy(() ->
            EncryptedOrLocal.check(
                address("127.0.0.1").withProperty("daysheet.tls.private-key", "server.key")))
        .isInstanceOf(UnusableCertificate.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void theMessageSaysWhatToDo() {
    NeitherEncryptedNorLocal refused = new NeitherEncryptedNorLocal("server.address", "0.0.0.0");
    FailureAnalysis analysis = new EncryptedOrLocalFailureAnalyzer().analyze(refused, refused);
    assertThat(analysis.getDescription())
        .contains("server.address", "0.0.0.0")
        .doesNotContain("\n");
    assertThat(analysis.getAction()).contains("127.0.0.1");
  }

  private MockEnvironment encrypted(String address) {
    TestCertificate certificate = TestAuthority.create().issue("127.0.0.1");
    return address(address)
        .withProperty("daysheet.tls.certificate", certificate.write(folder).toString())
        .withProperty("daysheet.tls.private-key", folder.resolve("server.key").toString());
  }

  private static MockEnvironment address(String address) {
    return new MockEnvironment().withProperty("server.address", address);
  }
}
