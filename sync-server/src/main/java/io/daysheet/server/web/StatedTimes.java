package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import java.time.OffsetDateTime;

/// The times that requests state, kept within what RFC 3339 can write: Java reads years of nine
/// digits, which neither the rules nor the database are made for.
public final class StatedTimes {

  private StatedTimes() {}

  /// Refuses a year that has not four digits.
  public static OffsetDateTime check(String field, OffsetDateTime stated) {
    if (stated.getYear() < 1 || stated.getYear() > 9999) {
      throw RequestRefused.invalid(field, Expected.TIME_WITH_OFFSET);
    }
    return stated;
  }
}
