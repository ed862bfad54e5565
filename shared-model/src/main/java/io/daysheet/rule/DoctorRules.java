package io.daysheet.rule;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a doctor's record has to be, whoever types it. Each method is one rule.
public final class DoctorRules {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Pattern TEN_DIGITS = Pattern.compile("[12]\\d{9}");

  /// What ISO 7812 puts before the number of a provider of health care in the United States.
  private static final String ISSUER = "80840";

  private DoctorRules() {}

  public static Stream<Violation> name(String name) {
    return TextRules.check("name", name, TextRules.NAME);
  }

  public static Stream<Violation> specialties(List<String> specialties) {
    return words("specialties", specialties);
  }

  /// Codes of two letters, as ISO 639-1 has them.
  public static Stream<Violation> languages(List<String> languages) {
    return IntStream.range(0, languages.size())
        .filter(i -> !LANGUAGES.contains(languages.get(i)))
        .mapToObj(i -> new InvalidValue("languages[" + i + "]", Expected.LANGUAGE));
  }

  public static Stream<Violation> insurancePlans(List<String> plans) {
    return words("insurancePlans", plans);
  }

  /// Ten digits, the last of which checks the others (45 CFR 162.406).
  public static Stream<Violation> npi(@Nullable String npi) {
    return npi == null || (TEN_DIGITS.matcher(npi).matches() && isChecked(ISSUER + npi))
        ? Stream.empty()
        : Stream.of(new InvalidValue("npi", Expected.NPI));
  }

  /// By Luhn's formula: every second digit from the right counts twice.
  private static boolean isChecked(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  private static Stream<Violation> words(String field, List<String> words) {
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(i ->
            TextRules.isBlank(words.get(i))
                ? Stream.of(new InvalidValue(field + "[" + i + "]", Expected.TEXT))
                : TextRules.check(field + "[" + i + "]", words.get(i), TextRules.SHORT));
  }
}
