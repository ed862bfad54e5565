package io.daysheet.server.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often somebody may ask: so many times at once, and so many times a second in the long run.
/// It is written as `20/s, 100 at once`.
record Rate(int perSecond, int atOnce) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/s, ?(\\d{1,7}) at once");

  Rate {
    if (perSecond < 1 || atOnce < 1) {
      throw new IllegalArgumentException("a rate allows at least one a second and one at once");
    }
  }

  /// Reads what is written so.
  static Rate of(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("a rate is written as: 20/s, 100 at once");
    }
    return new Rate(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }
}
