package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.Outcome.Cause;
import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Tells why a request got no answer at all.
final class BrokenLine {

  private BrokenLine() {}

  static Cause cause(IOException failure) {
    if (!(failure instanceof SSLException)) {
      return Cause.NO_ANSWER;
    }
    if (failure instanceof SSLPeerUnverifiedException) {
      return Cause.ANOTHER_SERVER;
    }
    if (isIn(failure, CertificateExpiredException.class)
        || isIn(failure, CertificateNotYetValidException.class)) {
      return Cause.CERTIFICATE_OUT_OF_DATE;
    }
    if (isIn(failure, java.security.cert.CertificateException.class)) {
      return Cause.UNKNOWN_AUTHORITY;
    }
    return Cause.NOT_ENCRYPTED;
  }

  private static boolean isIn(Throwable failure, Class<? extends Throwable> kind) {
    @Nullable Throwable each = failure;
    while (each != null) {
      if (kind.isInstance(each)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }
}
