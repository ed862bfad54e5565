package io.daysheet.rule;

import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a patient's record has to keep to, whoever types it. Names are taken as they are, in any
/// script; a phone or an e-mail address only has to look like one.
public final class PatientRules {

  public static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  /// How a patient may be reached.
  public static final Set<String> CHANNELS = Set.of("EMAIL", "SMS", "PUSH", "PHONE");

  private static final Pattern PHONE =
      Pattern.compile(
          "(?=(?:\\D*\\d){3})\\+?[\\d\u00A0 ().\\-/]{5,40}(?:(?:x|ext\\.?) ?\\d{1,8})?");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]+");

  private PatientRules() {}

  public static Stream<Violation> names(@Nullable String mrn, String given, String family) {
    return Stream.of(
            TextRules.check("mrn", mrn, 50),
            TextRules.check("givenName", given, TextRules.NAME),
            TextRules.check("familyName", family, TextRules.NAME))
        .flatMap(violations -> violations);
  }

  /// Nobody is born tomorrow; today is the latest date that is today anywhere, so that a child of
  /// this morning can be registered everywhere.
  public static Stream<Violation> birthDate(LocalDate date, LocalDate today) {
    return date.isBefore(EARLIEST_BIRTH) || date.isAfter(today)
        ? Stream.of(new InvalidValue("birthDate", Expected.BIRTH_DATE))
        : Stream.empty();
  }

  public static Stream<Violation> phone(@Nullable String phone) {
    return phone == null || PHONE.matcher(phone).matches()
        ? Stream.empty()
        : Stream.of(new InvalidValue("phone", Expected.PHONE));
  }

  public static Stream<Violation> email(@Nullable String email) {
    if (email == null) {
      return Stream.empty();
    }
    return EMAIL.matcher(email).matches()
        ? TextRules.check("email", email, 254)
        : Stream.of(new InvalidValue("email", Expected.EMAIL));
  }

  public static Stream<Violation> insurance(@Nullable Insurance insurance) {
    return insurance == null
        ? Stream.empty()
        : Stream.concat(
            TextRules.check("insurance.plan", insurance.plan(), TextRules.SHORT),
            TextRules.check("insurance.memberId", insurance.memberId(), TextRules.SHORT));
  }

  public static Stream<Violation> preferences(@Nullable ContactPreferences preferences) {
    if (preferences == null) {
      return Stream.empty();
    }
    String channel = preferences.channel();
    return Stream.of(
            channel == null || CHANNELS.contains(channel)
                ? List.<Violation>of()
                : List.<Violation>of(new InvalidValue("preferences.channel", Expected.KNOWN_WORD)),
            CHANNELS.containsAll(preferences.optOuts())
                ? List.<Violation>of()
                : List.<Violation>of(new InvalidValue("preferences.optOuts", Expected.KNOWN_WORD)))
        .flatMap(List::stream);
  }
}
