package io.daysheet.desktop.board;

import io.daysheet.rule.Violation;
import java.util.List;

/// Why the server did not do something.
///
/// @param code the first violation's, or one of the request as such: `not-found`, `stale`, …
/// @param violations all of them; empty when it is no rule that refused
public record Refusal(String code, List<Violation> violations) {

  public Refusal {
    violations = List.copyOf(violations);
  }
}
