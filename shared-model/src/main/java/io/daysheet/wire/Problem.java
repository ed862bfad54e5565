package io.daysheet.wire;

import io.daysheet.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was refused or failed: RFC 9457 with the contract's additions.
///
/// @param code the code that decided the status: the first conflict's, else the first violation's,
///   or one of the request as such (`malformed`, `not-found`, `stale`, `key-reused`, `unavailable`
///   …)
/// @param violations every violation of a rule; empty when it is no rule that refused
/// @param current the present state, when the request was made from an older one
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String code,
    List<Violation> violations,
    @Nullable Object current) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    violations = violations == null ? List.of() : List.copyOf(violations);
  }
}
