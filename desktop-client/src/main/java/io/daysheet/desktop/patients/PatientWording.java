package io.daysheet.desktop.patients;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a patient is told apart from others of the name.
public final class PatientWording {

  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private PatientWording() {}

  /// Such as "14 May 1987".
  public static String born(LocalDate date) {
    return BIRTH.format(date);
  }

  /// Whole years on `today`; 0 for one who is not born yet by some clock.
  public static int age(LocalDate born, LocalDate today) {
    return Math.max(0, Period.between(born, today).getYears());
  }
}
