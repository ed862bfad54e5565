package io.daysheet.server.web;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Conflict;
import io.daysheet.rule.Violation.Stale;
import io.daysheet.wire.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the problems of the error contract. Which status a refusal has is decided here only.
public final class Problems {

  private static final String TYPE = "urn:daysheet:problem:";

  private Problems() {}

  public static Problem of(ProblemKind kind) {
    return problem(kind, List.of(), null);
  }

  /// The request's form is wrong: 400, with what is wrong about which field.
  public static Problem malformed(List<? extends Violation> violations) {
    return problem(ProblemKind.MALFORMED, violations, null);
  }

  public static Problem malformed(Violation violation) {
    return malformed(List.of(violation));
  }

  /// The write was made from an older version: 412, with the present state.
  public static Problem stale(int version, int currentVersion, Object current) {
    return problem(ProblemKind.STALE, List.of(new Stale(version, currentVersion)), current);
  }

  /// Rules refuse: 409 if anything of somebody else's is in the way, since that may go away without
  /// the request changing; else 422.
  public static Problem refused(List<Violation> violations) {
    String code = violations.getFirst().code();
    return new Problem(
        TYPE + code,
        "A rule of the schedule refuses this",
        violations.stream().anyMatch(Conflict.class::isInstance) ? 409 : 422,
        violations.stream().map(ViolationText::of).distinct().collect(Collectors.joining(" ")),
        code,
        violations,
        null);
  }

  private static Problem problem(
      ProblemKind kind, List<? extends Violation> violations, @Nullable Object current) {
    return new Problem(
        TYPE + kind.code(),
        kind.title(),
        kind.status(),
        violations.isEmpty() || kind != ProblemKind.MALFORMED
            ? kind.detail()
            : violations.stream().map(ViolationText::of).collect(Collectors.joining(" ")),
        kind.code(),
        List.copyOf(violations),
        current);
  }
}
