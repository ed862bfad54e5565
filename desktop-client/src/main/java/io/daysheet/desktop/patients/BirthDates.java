package io.daysheet.desktop.patients;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a date of birth as people type it: `1987-05-14` everywhere, and day, month and year in the
/// order of the user's locale with whatever between them.
///
/// Two digits of a year mean the last such year that is not in the future.
public final class BirthDates {

  private static final Pattern NUMBERS =
      Pattern.compile("\\s*(\\d{1,4})[-./ ]+(\\d{1,2})[-./ ]+(\\d{1,4})\\s*");

  private BirthDates() {}

  /// The date; empty if it is none, lies after `today` or before 1900.
  public static Optional<LocalDate> parse(String typed, Locale locale, LocalDate today) {
    Matcher matcher = NUMBERS.matcher(typed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> parts = List.of(matcher.group(1), matcher.group(2), matcher.group(3));
    String order = parts.getFirst().length() == 4 ? "yMd" : order(locale);
    try {
      LocalDate date =
          LocalDate.of(
              year(parts.get(order.indexOf('y')), today),
              Integer.parseInt(parts.get(order.indexOf('M'))),
              Integer.parseInt(parts.get(order.indexOf('d'))));
      return date.isAfter(today) || date.getYear() < 1900 ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException noSuchDate) {
      return Optional.empty();
    }
  }

  private static int year(String typed, LocalDate today) {
    int year = Integer.parseInt(typed);
    if (typed.length() > 2) {
      return year;
    }
    int century = today.getYear() / 100 * 100;
    return century + year <= today.getYear() ? century + year : century - 100 + year;
  }

  /// The locale's own order, as `dMy`.
  static String order(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    String order = pattern.replace('u', 'y').replaceAll("[^dMy]+", "").replaceAll("(.)\\1+", "$1");
    return order.length() == 3 ? order : "dMy";
  }
}
