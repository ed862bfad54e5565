package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.time.MinuteOfDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a field of a Java type takes, in the words of the contract.
final class ExpectedValue {

  private ExpectedValue() {}

  static Expected of(@Nullable Class<?> type) {
    if (type == null) {
      return Expected.OBJECT;
    }
    if (type == UUID.class || (type.isRecord() && type.getSimpleName().endsWith("Id"))) {
      return Expected.UUID;
    }
    if (type == MinuteOfDay.class) {
      return Expected.TIME_OF_DAY;
    }
    if (type == Duration.class) {
      return Expected.DURATION;
    }
    if (type == LocalDate.class) {
      return Expected.DATE;
    }
    if (TemporalAccessor.class.isAssignableFrom(type)) {
      return Expected.TIME_WITH_OFFSET;
    }
    if (type == String.class) {
      return Expected.TEXT;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Expected.BOOLEAN;
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return Expected.NUMBER;
    }
    if (type.isEnum()) {
      return Expected.KNOWN_WORD;
    }
    return Collection.class.isAssignableFrom(type) ? Expected.LIST : Expected.OBJECT;
  }
}
