package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.wire.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: `limit` (1 to 200, else 50) and `after`, the opaque cursor
/// that the page before gave as `next`. A controller takes it as an argument.
///
/// @param after the sort key of the last item that was seen, null for the first page
public record Paging(int limit, @Nullable List<String> after) {

  static final int USUAL = 50;
  static final int MOST = 200;
  private static final String BETWEEN = "\u001f";

  static Paging parse(@Nullable String limit, @Nullable String after) {
    return new Paging(
        limit == null ? USUAL : parseLimit(limit), after == null ? null : decode(after));
  }

  /// A page of a list that was read one item further than `limit`: so it is known whether more
  /// come.
  ///
  /// @param sortKey what the next page starts after; the same parts in the same order every time
  public <T> Page<T> page(List<T> readOneMore, Function<T, List<String>> sortKey) {
    return readOneMore.size() <= limit
        ? new Page<>(readOneMore, null)
        : new Page<>(
            readOneMore.subList(0, limit), encode(sortKey.apply(readOneMore.get(limit - 1))));
  }

  /// The parts of the cursor; refuses one that was made for another list.
  public List<String> after(int parts) {
    List<String> key = after == null ? List.of() : after;
    if (!key.isEmpty() && key.size() != parts) {
      throw RequestRefused.invalid("after", Expected.CURSOR);
    }
    return key;
  }

  private static int parseLimit(String text) {
    if (text.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw RequestRefused.invalid("limit", Expected.NUMBER);
  }

  private static String encode(List<String> key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(BETWEEN, key).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> decode(String cursor) {
    try {
      return List.of(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
              .split(BETWEEN, -1));
    } catch (IllegalArgumentException notOurs) {
      throw RequestRefused.invalid("after", Expected.CURSOR);
    }
  }
}
