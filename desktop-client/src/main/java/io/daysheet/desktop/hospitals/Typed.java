package io.daysheet.desktop.hospitals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers, lengths and dates as they are typed into a hospital's form.
final class Typed {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
  private static final Pattern DEGREES = Pattern.compile("[-−]?\\d{1,3}(?:[.,]\\d{1,15})?");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,5})(?::([0-5]\\d))?");

  private Typed() {}

  static Optional<Integer> number(String typed) {
    return NUMBER.matcher(typed.strip()).matches()
        ? Optional.of(Integer.valueOf(typed.strip()))
        : Optional.empty();
  }

  /// With a point or a comma.
  static Optional<Double> degrees(String typed) {
    String text = typed.strip();
    return DEGREES.matcher(text).matches()
        ? Optional.of(Double.valueOf(text.replace(',', '.').replace('−', '-')))
        : Optional.empty();
  }

  static String degrees(double place) {
    return BigDecimal.valueOf(place).toPlainString();
  }

  /// Hours, or hours and minutes: `24`, `1:30`.
  static Optional<Duration> hours(String typed) {
    Matcher matcher = HOURS.matcher(typed.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    @Nullable String minutes = matcher.group(2);
    return Optional.of(
        Duration.ofHours(Long.parseLong(matcher.group(1)))
            .plusMinutes(minutes == null ? 0 : Long.parseLong(minutes)));
  }

  static String hours(Duration length) {
    return length.toMinutesPart() == 0
        ? Long.toString(length.toHours())
        : String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart());
  }
}
