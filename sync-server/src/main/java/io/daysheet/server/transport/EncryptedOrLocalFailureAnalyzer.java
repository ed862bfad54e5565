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
        "Daysheet has no sign-in yet, so it answers only on this machine, and %s asks for %s. Nothing was started."
            .formatted(cause.property(), given),
        "Leave %s out, or set it to 127.0.0.1 or ::1.".formatted(cause.property()),
        cause);
  }
}
