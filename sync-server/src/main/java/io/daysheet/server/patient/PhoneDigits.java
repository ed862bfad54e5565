package io.daysheet.server.patient;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A phone number by its last digits, where the national and the international way to write it
/// meet: eight, or seven where numbers are that short.
final class PhoneDigits {

  private static final int LONG = 8;
  private static final int SHORT = 7;

  /// Digits in groups, as numbers are typed.
  private static final Pattern TYPED = Pattern.compile("\\+?[(0-9][0-9()\\s./-]{5,}[0-9]");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private PhoneDigits() {}

  /// What a number is stored under: none if it has fewer than seven digits.
  static List<String> endings(@Nullable String phone) {
    String digits = digits(phone == null ? "" : phone);
    return Stream.of(LONG, SHORT)
        .filter(length -> digits.length() >= length)
        .map(length -> last(digits, length))
        .toList();
  }

  /// What a typed number is looked for under.
  static Optional<String> ending(String typed) {
    return endings(typed).stream().findFirst();
  }

  /// Whether both are one number, as far as their last digits tell.
  static boolean meet(@Nullable String stored, String ending) {
    return stored != null && endings(stored).contains(ending);
  }

  /// The first phone number in what was typed, which is no date.
  static Optional<String> in(String query) {
    Matcher found = TYPED.matcher(query);
    while (found.find()) {
      if (!DATE.matcher(found.group()).find() && ending(found.group()).isPresent()) {
        return Optional.of(found.group());
      }
    }
    return Optional.empty();
  }

  private static String digits(String phone) {
    var digits = new StringBuilder();
    phone
        .codePoints()
        .filter(Character::isDigit)
        .forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  private static String last(String digits, int count) {
    return digits.substring(digits.length() - count);
  }
}
