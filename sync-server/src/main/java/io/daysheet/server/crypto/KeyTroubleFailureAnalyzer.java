package io.daysheet.server.crypto;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows an administrator what is wrong with the keys and the way out instead of a stack trace.
final class KeyTroubleFailureAnalyzer extends AbstractFailureAnalyzer<KeyTrouble> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, KeyTrouble cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
