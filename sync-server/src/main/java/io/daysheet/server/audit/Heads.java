package io.daysheet.server.audit;

import io.daysheet.wire.AuditHead;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A chain's end as people hand it on: `number:hash`.
final class Heads {

  private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  private Heads() {}

  static String text(AuditHead head) {
    return head.number() + ":" + head.hash();
  }

  /// Reads one.
  ///
  /// @throws IllegalArgumentException if it is none
  static AuditHead parse(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.matches()) {
      throw new IllegalArgumentException("Not a head, which is NUMBER:HASH");
    }
    return new AuditHead(Long.parseLong(head.group(1)), head.group(2));
  }
}
