package io.daysheet.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// What is allowed is what the framework's own firewall allows.
class HeaderCharactersTest {

  private static final String HEADER = "Authorization";

  @Test
  void eachCharacterIsAllowedInAValueAndInANameAsTheFrameworkAllowsIt() {
    HttpFirewall theirs = new StrictHttpFirewall();
    HttpFirewall ours = new HeaderCharacters().firewall();

    assertThat(characters().filter(c -> allowsValue(ours, c) != allowsValue(theirs, c))).isEmpty();
    assertThat(characters().filter(c -> allowsName(ours, c) != allowsName(theirs, c))).isEmpty();
    assertThat(characters().filter(c -> !allowsValue(ours, c)).limit(3)).containsExactly(0, 1, 2);
    assertThat(allowsValue(ours, '\t')).isTrue();
    assertThat(allowsValue(ours, 0x7f)).isFalse();
  }

  @Test
  void oneOddCharacterAnywhereIsSeen() {
    HttpFirewall ours = new HeaderCharacters().firewall();

    assertThatCode(() -> ask(ours, "Bearer " + "x".repeat(700))).doesNotThrowAnyException();
    assertThatThrownBy(() -> ask(ours, "Bearer " + "x".repeat(700) + "\u0007"))
        .isInstanceOf(RequestRejectedException.class);
  }

  private static Stream<Integer> characters() {
    return IntStream.rangeClosed(0, 0x30000).boxed();
  }

  private static boolean allowsValue(HttpFirewall firewall, int c) {
    try {
      ask(firewall, "a" + Character.toString(c) + "b");
      return true;
    } catch (RequestRejectedException refused) {
      return false;
    }
  }

  private static void ask(HttpFirewall firewall, String value) {
    var request = new MockHttpServletRequest("GET", "/");
    request.addHeader(HEADER, value);
    firewall.getFirewalledRequest(request).getHeader(HEADER);
  }

  private static boolean allowsName(HttpFirewall firewall, int c) {
    try {
      firewall
          .getFirewalledRequest(new MockHttpServletRequest("GET", "/"))
          .getHeader("a" + Character.toString(c));
      return true;
    } catch (RequestRejectedException refused) {
      return false;
    }
  }
}
