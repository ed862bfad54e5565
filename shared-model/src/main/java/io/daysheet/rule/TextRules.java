package io.daysheet.rule;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.TooLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a typed text has to keep to. Any character is welcome, in any script: only what no store
/// can keep, and what is longer than its field, is refused. Nothing is trimmed or changed in
/// silence.
public final class TextRules {

  /// The limits of the fields, in Unicode characters.
  public static final int NAME = 200;

  public static final int REASON = 500;
  public static final int NOTES = 10_000;
  public static final int SHORT = 100;

  private TextRules() {}

  /// Both refusals at once; a null was not typed and is not refused.
  public static Stream<Violation> check(String field, @Nullable String text, int limit) {
    if (text == null) {
      return Stream.empty();
    }
    int length = text.codePointCount(0, text.length());
    return Stream.concat(
        length > limit ? Stream.of(new TooLong(field, length, limit)) : Stream.empty(),
        isStorable(text)
            ? Stream.empty()
            : Stream.of(new InvalidValue(field, Expected.STORABLE_TEXT)));
  }

  /// Nothing to be seen: spaces of any script, also those that do not break or have no width.
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(c ->
            Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT);
  }

  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
