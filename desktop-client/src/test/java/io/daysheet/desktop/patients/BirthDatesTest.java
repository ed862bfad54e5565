package io.daysheet.desktop.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDatesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1987-05-14, en-US, 1987-05-14
          5/14/1987, en-US, 1987-05-14
          14/05/1987, en-GB, 1987-05-14
          14.5.1987, de-DE, 1987-05-14
          14.5.87, de-DE, 1987-05-14
          14.5.24, de-DE, 2024-05-14
          14.5.27, de-DE, 1927-05-14
          31.2.1987, de-DE,
          1.1.2030, de-DE,
          1899-12-31, de-DE,
          yesterday, de-DE,
          """)
  void datesAreReadInTheLocalesOrderAndTheIsoWay(
      String typed, String locale, @Nullable LocalDate date) {
    assertThat(
            BirthDates.parse(typed, Locale.forLanguageTag(locale), LocalDate.of(2026, 3, 19))
                .orElse(null))
        .isEqualTo(date);
  }
}
