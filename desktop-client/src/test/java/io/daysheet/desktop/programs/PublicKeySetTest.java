package io.daysheet.desktop.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.programs.PublicKeySet.Keys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeySetTest {

  private static final Map<String, Object> KEY = Map.of("kty", "RSA", "n", "x", "e", "AQAB");
  private static final String TYPED = "{\"kty\":\"RSA\",\"n\":\"x\",\"e\":\"AQAB\"}";

  @Test
  void oneKeyAloneIsASetOfOne() {
    Keys keys = new Keys(Map.of("keys", List.of(KEY)));

    assertThat(PublicKeySet.of("  {\"keys\":[" + TYPED + "]}\n")).isEqualTo(keys);
    assertThat(PublicKeySet.of(TYPED)).isEqualTo(keys);
  }

  /// RFC 7518, section 6: what an RSA, an EC and a shared key must not show.
  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void nothingPrivateIsTaken(String secret) {
    String key = TYPED.replace("\"n\"", "\"" + secret + "\":\"s\",\"n\"");

    assertThat(PublicKeySet.of(key)).isInstanceOf(PublicKeySet.Private.class);
    assertThat(PublicKeySet.of("{\"keys\":[" + TYPED + "," + key + "]}"))
        .isInstanceOf(PublicKeySet.Private.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":{}}",
        "{\"keys\":[1]}",
        "{\"keys\":[{}]}",
        "-----BEGIN PUBLIC KEY-----"
      })
  void whatIsNoneIsToldSo(String pasted) {
    assertThat(PublicKeySet.of(pasted)).isInstanceOf(PublicKeySet.Unreadable.class);
  }
}
