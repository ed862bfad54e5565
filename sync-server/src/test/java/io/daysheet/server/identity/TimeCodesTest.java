package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final TimeCodes codes = new TimeCodes();

  /// RFC 6238, appendix B; the last six of the eight digits there.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          59,          287082
          1111111109,  081804
          1111111111,  050471
          1234567890,  005924
          2000000000,  279037
          20000000000, 353130
          """)
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(codes.step(KEY, code, Instant.ofEpochSecond(second))).contains(second / 30);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          -60, false
          -31, false
          -30, true
          0,   true
          59,  true
          60,  false
          """)
  void theOneBeforeAndTheOneAfterAreTaken(long secondsLater, boolean taken) {
    Instant begin = Instant.ofEpochSecond(1_234_567_890);
    String code = codes.code(KEY, begin.getEpochSecond() / 30);
    assertThat(codes.step(KEY, code, begin.plusSeconds(secondsLater)).isPresent()).isEqualTo(taken);
  }

  @Test
  void aCodeOfAnotherKeyOrLengthIsWrong() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    assertThat(codes.step(codes.newKey(), "005924", now)).isEmpty();
    assertThat(codes.step(KEY, "5924", now)).isEmpty();
    assertThat(codes.step(KEY, "", now)).isEmpty();
    assertThat(codes.newKey()).hasSize(20).isNotEqualTo(codes.newKey());
  }
}
