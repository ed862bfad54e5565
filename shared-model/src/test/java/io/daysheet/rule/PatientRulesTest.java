package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.ContactPreferences;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.TooLong;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 19);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+49 30 1234567",
        "030/1234-567",
        "(310) 555-0177",
        "310.555.0177 x12",
        "310-555-0177 ext. 4",
        "+1 310 555 0177 ext4"
      })
  void aPhoneNumberIsTakenAsPeopleWriteIt(String phone) {
    assertThat(PatientRules.phone(phone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "       ",
        "()()()--",
        "+ - . 1 2",
        "030\n1234567",
        "call me",
        "1234567 x",
        "12"
      })
  void whatCannotBeDialledIsNoPhoneNumber(String phone) {
    assertThat(PatientRules.phone(phone))
        .containsExactly(new InvalidValue("phone", Expected.PHONE));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ann.li+desk@example.org, true
          Zoë@klinik.example,      true
          ann@example,             false
          ann example@example.org, false
          @example.org,            false
          ann@,                    false
          ann@example.,            false
          """)
  void anAddressOnlyHasToLookLikeOne(String email, boolean taken) {
    assertThat(PatientRules.email(email).findAny().isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1899-12-31, false
          1900-01-01, true
          2026-03-19, true
          2026-03-20, false
          """)
  void nobodyIsBornTomorrow(LocalDate date, boolean taken) {
    assertThat(PatientRules.birthDate(date, TODAY).findAny().isEmpty()).isEqualTo(taken);
  }

  @Test
  void onlyKnownChannelsAreChosenOrDeclined() {
    assertThat(PatientRules.preferences(new ContactPreferences("SMS", List.of("EMAIL")))).isEmpty();
    assertThat(PatientRules.preferences(new ContactPreferences("PIGEON", List.of("FAX"))))
        .containsExactly(
            new InvalidValue("preferences.channel", Expected.KNOWN_WORD),
            new InvalidValue("preferences.optOuts", Expected.KNOWN_WORD));
  }

  @Test
  void lengthIsCountedInCharactersOfEveryScript() {
    assertThat(TextRules.check("reason", "𝄞".repeat(500), 500)).isEmpty();
    assertThat(TextRules.check("reason", "𝄞".repeat(501), 500))
        .containsExactly(new TooLong("reason", 501, 500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\uD834", "\uDD1E\uD834"})
  void whatNoStoreCanKeepIsRefused(String text) {
    assertThat(TextRules.check("notes", text, TextRules.NOTES))
        .containsExactly(new InvalidValue("notes", Expected.STORABLE_TEXT));
  }
}
