package io.daysheet.server.web;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.wire.Problem;

/// A request that can't be carried out as it was made; the error contract answers its problem.
///
/// Without a stack trace, since it is no failure of the server.
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public RequestRefused(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  public static RequestRefused of(ProblemKind kind) {
    return new RequestRefused(Problems.of(kind));
  }

  public static RequestRefused notFound() {
    return of(ProblemKind.NOT_FOUND);
  }

  public static RequestRefused malformed(Violation violation) {
    return new RequestRefused(Problems.malformed(violation));
  }

  /// A field, query parameter or header that has a value which it can't take.
  public static RequestRefused invalid(String field, Expected expected) {
    return malformed(new InvalidValue(field, expected));
  }

  public Problem problem() {
    return problem;
  }
}
