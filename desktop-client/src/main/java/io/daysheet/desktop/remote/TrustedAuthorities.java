package io.daysheet.desktop.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Whose word about a server's certificate this desk takes: the authorities that the operating
/// system trusts, or those of one file and no others.
public final class TrustedAuthorities {

  /// Where Linux distributions keep what an administrator has them trust.
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"));

  /// Null: those that came with Java.
  private final @Nullable KeyStore store;

  private TrustedAuthorities(@Nullable KeyStore store) {
    this.store = store;
  }

  /// Reading them takes a moment.
  static TrustedAuthorities ofTheSystem() {
    try {
      return new TrustedAuthorities(systemsStore());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Those of a PEM file, such as a hospital's own.
  ///
  /// @throws UnreadableAuthorities if the file can't be read or holds none
  public static TrustedAuthorities in(Path file) {
    try {
      return new TrustedAuthorities(storeOf(file));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// These and those.
  TrustedAuthorities and(TrustedAuthorities others) {
    try {
      KeyStore both = KeyStore.getInstance(KeyStore.getDefaultType());
      both.load(null, null);
      int number = 0;
      for (KeyStore each : new @Nullable KeyStore[] {store, others.store}) {
        for (X509Certificate authority : manager(each).getAcceptedIssuers()) {
          both.setCertificateEntry("authority-" + number++, authority);
        }
      }
      return new TrustedAuthorities(both);
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void applyTo(OkHttpClient.Builder client) {
    try {
      X509TrustManager manager = manager(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      client.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable KeyStore systemsStore() throws GeneralSecurityException {
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Windows")) {
      return systems("Windows-ROOT");
    }
    if (system.startsWith("Mac")) {
      return systems("KeychainStore-ROOT");
    }
    for (Path bundle : BUNDLES) {
      if (Files.isReadable(bundle)) {
        return storeOf(bundle);
      }
    }
    return null;
  }

  private static @Nullable KeyStore systems(String kind) throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance(kind);
      store.load(null, null);
      return store;
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static KeyStore storeOf(Path pem) throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream stream = Files.newInputStream(pem)) {
      store.load(null, null);
      List<Certificate> authorities =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(stream));
      for (int each = 0; each < authorities.size(); each++) {
        store.setCertificateEntry("authority-" + each, authorities.get(each));
      }
      if (authorities.isEmpty()) {
        throw new UnreadableAuthorities(pem);
      }
      return store;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new UnreadableAuthorities(pem);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager each : factory.getTrustManagers()) {
      if (each instanceof X509TrustManager manager) {
        return manager;
      }
    }
    throw new IllegalStateException("Java checks no certificates");
  }

  /// The file of authorities can't be used.
  public static final class UnreadableAuthorities extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnreadableAuthorities(Path file) {
      super(file + " holds no certificates in PEM form that can be read");
    }
  }
}
