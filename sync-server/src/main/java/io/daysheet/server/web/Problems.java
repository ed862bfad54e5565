package io.daysheet.server.web;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Conflict;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.Stale;
import io.daysheet.wire.Problem;
import java.util.List;
import java.util.Optional;
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

  /// A field of the body or the query names something that does not exist: 404.
  public static Problem unknown(String field) {
    return refused(List.of(new InvalidValue(field, Expected.EXISTING_ID)));
  }

  /// Rules refuse: 404 if the request names something that does not exist, whatever else is wrong
  /// with it; 409 if anything of somebody else's is in the way, since that may go away without the
  /// request changing; else 422. The code goes with the status: the first conflict's, or the first.
  public static Problem refused(List<Violation> violations) {
    if (violations.stream().anyMatch(Problems::namesNothing)) {
      return problem(ProblemKind.NOT_FOUND, violations, null);
    }
    Optional<Violation> conflict =
        violations.stream().filter(Conflict.class::isInstance).findFirst();
    String code = conflict.orElse(violations.getFirst()).code();
    return new Problem(
        TYPE + code,
        "A rule of the schedule refuses this",
        conflict.isPresent() ? 409 : 422,
        text(violations),
        code,
        violations,
        null);
  }

  private static boolean namesNothing(Violation violation) {
    return violation instanceof InvalidValue invalid && invalid.expected() == Expected.EXISTING_ID;
  }

  private static String text(List<? extends Violation> violations) {
    return violations.stream().map(ViolationText::of).distinct().collect(Collectors.joining(" "));
  }

  private static Problem problem(
      ProblemKind kind, List<? extends Violation> violations, @Nullable Object current) {
    return new Problem(
        TYPE + kind.code(),
        kind.title(),
        kind.status(),
        violations.isEmpty() || kind == ProblemKind.STALE ? kind.detail() : text(violations),
        kind.code(),
        List.copyOf(violations),
        current);
  }
}
