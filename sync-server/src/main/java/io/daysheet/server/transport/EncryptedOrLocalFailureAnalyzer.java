package io.daysheet.server.transport;

import io.daysheet.server.transport.EncryptedOrLocal.NeitherEncryptedNorLocal;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells an administrator in one paragraph why the server won't answer on a public address.
final class EncryptedOrLocalFailureAnalyzer
    extends AbstractFailureAnalyzer<NeitherEncryptedNorLocal> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NeitherEncryptedNorLocal cause) {
    String given = cause.address().isBlank() ? "every address" : "'" + cause.address() + "'";
    return new FailureAnalysis(
        "Without TLS Daysheet answers only on this machine, and %s asks for %s. Nothing was started."
            .formatted(cause.property(), given),
        action(cause.property()),
        cause);
  }

  private static String action(String property) {
    return property.startsWith("management")
        ? "Set %s to 127.0.0.1: the management port has no TLS.".formatted(property)
        : "Set daysheet.tls.certificate and daysheet.tls.private-key to PEM files, or %s to 127.0.0.1 or ::1."
            .formatted(property);
  }
}
