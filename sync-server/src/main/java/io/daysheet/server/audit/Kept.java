package io.daysheet.server.audit;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// How long a trail may be kept: with less than a day nothing would be left of what was done today,
/// and beyond a century it is a slip.
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Kept.DayToCentury.class)
@interface Kept {

  String message() default "must be from a day to a hundred years, such as 6y";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /// What it means.
  final class DayToCentury implements ConstraintValidator<Kept, Period> {

    private static final LocalDate ANY_DAY = LocalDate.EPOCH;
    private static final Period CENTURY = Period.ofYears(100);

    @Override
    public boolean isValid(@Nullable Period kept, ConstraintValidatorContext context) {
      return kept == null
          || (!kept.isZero()
              && !kept.isNegative()
              && kept.toTotalMonths() <= CENTURY.toTotalMonths()
              && !ANY_DAY.plus(kept).isAfter(ANY_DAY.plus(CENTURY)));
    }
  }
}
