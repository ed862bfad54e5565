package io.daysheet.server.schedule;

import io.daysheet.rule.Violation.Expected;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where a list goes on that comes soonest first, of visits or of other times: start and id of the
/// last one.
public final class VisitCursor {

  private VisitCursor() {}

  public static List<String> of(Instant start, UUID id) {
    return List.of(start.toString(), id.toString());
  }

  /// Empty for the first page.
  public static List<String> read(Paging paging) {
    List<String> after = paging.after(2);
    try {
      return after.isEmpty()
          ? after
          : List.of(
              Instant.parse(after.get(0)).toString(), UUID.fromString(after.get(1)).toString());
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw RequestRefused.invalid("after", Expected.CURSOR);
    }
  }
}
