package io.daysheet.server.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;

/// A server's certificate with its key, and the authority that signed it.
record TestCertificate(HeldCertificate held, HeldCertificate signer) {

  String chain() {
    return held.certificatePem() + signer.certificatePem();
  }

  String key() {
    return held.privateKeyPkcs8Pem();
  }

  /// Writes `server.pem` and `server.key`; answers the former.
  Path write(Path folder) {
    try {
      Files.writeString(folder.resolve("server.key"), key());
      return Files.writeString(folder.resolve("server.pem"), chain());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
