package io.daysheet.server.transport;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells an administrator what is wrong with the files of `daysheet.tls`.
final class UnusableCertificateFailureAnalyzer
    extends AbstractFailureAnalyzer<UnusableCertificate> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableCertificate cause) {
    return new FailureAnalysis(
        "The server's certificate can't be used: %s. Nothing was started."
            .formatted(cause.getMessage()),
        "Set daysheet.tls.certificate to a PEM file with the server's certificate and those that"
            + " signed it, and daysheet.tls.private-key to the one with its key.",
        cause);
  }
}
