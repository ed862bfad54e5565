package io.daysheet.server.transport;

/// The certificate or its key can't be used; the message says why in words for an administrator. It
/// quotes nothing of the files.
final class UnusableCertificate extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableCertificate(String message) {
    super(message, null, false, false);
  }
}
