package io.daysheet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.LoopbackOnly.NotLoopback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class LoopbackOnlyTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost", " 127.0.0.1 "})
  void aLoopbackAddressIsServed(String address) {
    assertThatCode(() -> LoopbackOnly.check(address(address))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "", "192.168.1.5", "10.0.0.1", "no.such.host.invalid"})
  void anyOtherAddressIsRefused(String address) {
    assertThatThrownBy(() -> LoopbackOnly.check(address(address))).isInstanceOf(NotLoopback.class);
  }

  @Test
  void noAddressMeansEveryAddressAndIsRefused() {
    assertThatThrownBy(() -> LoopbackOnly.check(new MockEnvironment()))
        .isInstanceOf(NotLoopback.class);
  }

  @Test
  void theManagementPortIsNoWayAround() {
    MockEnvironment environment = address("127.0.0.1");
    environment.setProperty("management.server.address", "0.0.0.0");
    assertThatThrownBy(() -> LoopbackOnly.check(environment))
        .isInstanceOf(NotLoopback.class)
        .hasMessageContaining("management.server.address");
  }

  @Test
  void theMessageSaysWhatToDo() {
    NotLoopback refused = new NotLoopback("server.address", "0.0.0.0");
    FailureAnalysis analysis = new LoopbackOnlyFailureAnalyzer().analyze(refused, refused);
    assertThat(analysis.getDescription())
        .contains("server.address", "0.0.0.0")
        .doesNotContain("\n");
    assertThat(analysis.getAction()).contains("127.0.0.1");
  }

  private static MockEnvironment address(String address) {
    return new MockEnvironment().withProperty("server.address", address);
  }
}
