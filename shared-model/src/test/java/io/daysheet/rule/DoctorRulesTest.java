package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.TooLong;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorRulesTest {

  /// The first is the example of the rule's own text (45 CFR 162.406).
  @ParameterizedTest
  @ValueSource(strings = {"1234567893", "1245319599", "2000000002"})
  void anNpiWithItsCheckDigitIsOne(String npi) {
    assertThat(DoctorRules.npi(npi)).isEmpty();
  }

  @Test
  void noOtherLastDigitChecks() {
    for (int digit = 0; digit <= 9; digit++) {
      assertThat(DoctorRules.npi("123456789" + digit).count()).isEqualTo(digit == 3 ? 0 : 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "12345678930", "3234567899", "1234567٨93", "12345 6789"})
  void anythingElseIsNone(String npi) {
    assertThat(DoctorRules.npi(npi)).containsExactly(new InvalidValue("npi", Expected.NPI));
  }

  @Test
  void nobodyNeedsOne() {
    assertThat(DoctorRules.npi(null)).isEmpty();
  }

  @Test
  void languagesAreTwoSmallLettersThatMeanOne() {
    assertThat(DoctorRules.languages(List.of("de", "en", "pl", "he"))).isEmpty();
    assertThat(DoctorRules.languages(List.of("de", "EN", "ger", "xx", "")))
        .containsExactly(
            new InvalidValue("languages[1]", Expected.LANGUAGE),
            new InvalidValue("languages[2]", Expected.LANGUAGE),
            new InvalidValue("languages[3]", Expected.LANGUAGE),
            new InvalidValue("languages[4]", Expected.LANGUAGE));
  }

  @Test
  void wordsAreGivenAndFit() {
    assertThat(DoctorRules.specialties(List.of("Cardiology", "\u00a0 ", "x".repeat(101))))
        .containsExactly(
            new InvalidValue("specialties[1]", Expected.TEXT),
            new TooLong("specialties[2]", 101, 100));
    assertThat(DoctorRules.insurancePlans(List.of("AOK", " ")))
        .containsExactly(new InvalidValue("insurancePlans[1]", Expected.TEXT));
    assertThat(DoctorRules.name("N".repeat(201))).containsExactly(new TooLong("name", 201, 200));
  }
}
