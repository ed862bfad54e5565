package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.rule.Violation;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "48152", "4815162342100", "48151a", " 481516", "４８１５１６"})
  void aPinIsSixToTwelveDigits(String pin) {
    assertThat(PinRules.check("pin", pin))
        .extracting(Violation::code)
        .containsExactly("invalid-value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000",
        "111111",
        "123456",
        "654321",
        "456789",
        "890123",
        "135791",
        "121212",
        "123123",
        "12341234",
        "1231231",
        "112211",
        "198504",
        "041985",
        "240385",
        "032485",
        "850324",
        "24031985",
        "03241985",
        "19850324",
        "201203"
      })
  void whatIsTriedFirstIsRefused(String pin) {
    assertThat(PinRules.check("pin", pin))
        .extracting(Violation::code)
        .containsExactly("pin-too-simple");
  }

  @ParameterizedTest
  @ValueSource(strings = {"481516", "907356", "4815162342", "739105"})
  void othersAreTaken(String pin) {
    assertThat(PinRules.check("pin", pin)).isEmpty();
  }

  @Test
  void mostOfAMillionPinsAreLeft() {
    long taken =
        IntStream.range(0, 1_000_000)
            .mapToObj("%06d"::formatted)
            .filter(pin -> PinRules.check("pin", pin).isEmpty())
            .count();
    assertThat(taken).isGreaterThan(850_000);
  }
}
