package io.daysheet.server.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows an administrator the reason and the way out instead of a stack trace.
final class EmbeddedPostgresFailureAnalyzer
    extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
