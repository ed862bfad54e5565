package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The desk that sent a request, as it calls itself in the header `Daysheet-Desk`: percent-encoded
/// UTF-8, up to 60 characters. A controller takes it as an argument; what it writes says `by` whom.
///
/// @param name null if the desk did not say
public record Desk(@Nullable String name) {

  public static final String HEADER = "Daysheet-Desk";
  static final int LONGEST = 60;

  /// Refuses a name that is too long, is badly encoded, or holds control characters.
  public static Desk parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return new Desk(null);
    }
    String name = decode(header.strip()).strip();
    if (name.isEmpty()
        || name.codePointCount(0, name.length()) > LONGEST
        || name.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0xFFFD)) {
      throw RequestRefused.invalid(HEADER, Expected.TEXT);
    }
    return new Desk(name);
  }

  private static String decode(String header) {
    try {
      // a plus sign is a plus sign: this is no form
      return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badlyEncoded) {
      throw RequestRefused.invalid(HEADER, Expected.TEXT);
    }
  }
}
