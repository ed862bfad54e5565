package io.daysheet.server.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells an administrator which login the server needs.
final class RoleCheckFailureAnalyzer extends AbstractFailureAnalyzer<RoleCheck.TooMuchPower> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RoleCheck.TooMuchPower cause) {
    return new FailureAnalysis(
        "The server would work in the database as '%s', which may %s. Nothing is served."
            .formatted(cause.role(), String.join(", ", cause.excess())),
        "Give the owner of the tables as spring.flyway.user and spring.flyway.password, and a login"
            + " that is a member of '%s' and of nothing else as spring.datasource.username and"
                .formatted(EmbeddedPostgres.APPLICATION)
            + " spring.datasource.password.",
        cause);
  }
}
