package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
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
/// @param resolutions of a request that names several visits: against which of them what stands
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String code,
    List<Violation> violations,
    @Nullable Object current,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedResolution> resolutions) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    violations = violations == null ? List.of() : List.copyOf(violations);
    resolutions = resolutions == null ? List.of() : List.copyOf(resolutions);
  }

  public Problem(
      String type,
      String title,
      int status,
      @Nullable String detail,
      String code,
      List<Violation> violations,
      @Nullable Object current) {
    this(type, title, status, detail, code, violations, current, List.of());
  }

  /// With what stands against which visit.
  public Problem with(List<RefusedResolution> resolved) {
    return new Problem(type, title, status, detail, code, violations, current, resolved);
  }
}
