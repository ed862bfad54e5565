package io.daysheet.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneDigitsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          +49 30 9988776,    030 9988776,      true
          +49 30 9988776,    (030) 99-88-776,  true
          0049309988776,     +49 30 9988776,   true
          +1 310 555 0123,   310.555.0123,     true
          +1 310 555 0123,   555 0123,         true
          +354 123 4567,     1234567,          true
          +49 30 9988776,    +49 30 9988775,   false
          ٠١٢٣٤٥٦٧٨,         012345678,        true
          """)
  void nationalAndInternationalFormsMeet(String stored, String typed, boolean meet) {
    assertThat(PhoneDigits.meet(stored, PhoneDigits.ending(typed).orElseThrow())).isEqualTo(meet);
  }

  @Test
  void aNumberIsFoundAmongWordsAndADateIsNone() {
    assertThat(PhoneDigits.in("kowalska 030 9988776")).contains("030 9988776");
    assertThat(PhoneDigits.in("kowalska 1987-05-14")).isEmpty();
    assertThat(PhoneDigits.in("kow 123456")).isEmpty();
  }
}
