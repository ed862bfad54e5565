package io.daysheet.server.identity;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.PinTooSimple;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a PIN has to be: six to twelve digits, and none that somebody at the desk tries first. Five
/// tries are all there are.
final class PinRules {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{6,12}");

  /// The same one, two, three or four digits again and again.
  private static final Pattern REPEATED = Pattern.compile("(\\d{1,4}?)\\1+\\d{0,3}");

  private static final String YEAR = "(19\\d\\d|20[0-4]\\d)";
  private static final String SHORT_YEAR = "\\d\\d";
  private static final String MONTH = "(0[1-9]|1[0-2])";
  private static final String DAY = "(0[1-9]|[12]\\d|3[01])";

  /// A birthday in any order, with or without its century, or a year with a month.
  private static final Pattern DATE =
      Pattern.compile(
          String.join(
              "|",
              DAY + MONTH + YEAR,
              MONTH + DAY + YEAR,
              YEAR + MONTH + DAY,
              DAY + MONTH + SHORT_YEAR,
              MONTH + DAY + SHORT_YEAR,
              SHORT_YEAR + MONTH + DAY,
              YEAR + MONTH,
              MONTH + YEAR));

  private PinRules() {}

  static List<Violation> check(String field, String pin) {
    if (!DIGITS.matcher(pin).matches()) {
      return List.of(new InvalidValue(field, Expected.PIN));
    }
    return isSimple(pin) ? List.of(new PinTooSimple(field)) : List.of();
  }

  private static boolean isSimple(String pin) {
    return pin.chars().distinct().count() < 3
        || isRow(pin)
        || REPEATED.matcher(pin).matches()
        || DATE.matcher(pin).matches();
  }

  /// Each digit as far from the one before as the next: 123456, 987654, 135791, 890123.
  private static boolean isRow(String pin) {
    return IntStream.range(1, pin.length()).map(i -> step(pin, i)).distinct().count() == 1;
  }

  private static int step(String pin, int at) {
    return Math.floorMod(pin.charAt(at) - pin.charAt(at - 1), 10);
  }
}
