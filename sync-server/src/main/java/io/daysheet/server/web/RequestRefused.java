package io.daysheet.server.web;

import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.wire.Problem;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A request that can't be carried out as it was made; the error contract answers its problem.
///
/// Without a stack trace, since it is no failure of the server.
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final @Nullable ZoneId zone;

  public RequestRefused(Problem problem) {
    this(problem, null);
  }

  /// With the violations' instants in a hospital's offset.
  public RequestRefused(Problem problem, @Nullable ZoneId zone) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.zone = zone;
  }

  public static RequestRefused of(ProblemKind kind) {
    return new RequestRefused(Problems.of(kind));
  }

  public static RequestRefused notFound() {
    return of(ProblemKind.NOT_FOUND);
  }

  /// A field or query parameter that names something which does not exist.
  public static RequestRefused unknown(String field) {
    return new RequestRefused(Problems.unknown(field));
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

  /// Null if no hospital is concerned.
  public @Nullable ZoneId zone() {
    return zone;
  }
}
