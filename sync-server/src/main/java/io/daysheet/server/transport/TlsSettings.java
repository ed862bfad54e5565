package io.daysheet.server.transport;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the server encrypts what it sends. Without a certificate and a key it doesn't, and then it
/// answers on this machine only.
///
/// @param certificate PEM: the server's certificate, then each one that signed the one before
/// @param privateKey PEM, PKCS#8 or the older forms
/// @param privateKeyPassword of an encrypted PKCS#8 key
/// @param allow12 whether programs that know no TLS 1.3 may use 1.2
/// @param check how often the files are looked at; what is new is used once it has stayed the same
///   for as long
@ConfigurationProperties("daysheet.tls")
record TlsSettings(
    @Nullable Path certificate,
    @Nullable Path privateKey,
    @Nullable String privateKeyPassword,
    @DefaultValue("false") boolean allow12,
    @DefaultValue("10s") Duration check) {

  static final String PREFIX = "daysheet.tls";
  static final TlsSettings NONE = new TlsSettings(null, null, null, false, Duration.ofSeconds(10));

  boolean isOn() {
    return certificate != null || privateKey != null;
  }

  /// Without the password.
  @Override
  public String toString() {
    return "TlsSettings[" + certificate + ", " + privateKey + "]";
  }
}
