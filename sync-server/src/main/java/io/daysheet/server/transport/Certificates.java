package io.daysheet.server.transport;

import io.daysheet.server.web.FailureTrace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.scheduling.annotation.Scheduled;

/// The certificate that is served. A new one in the files is served to whoever connects from then
/// on; connections that are open stay as they are. One that can't be used changes nothing but the
/// log.
final class Certificates implements SslBundleRegistrar {

  static final String BUNDLE = "daysheet";
  static final Duration SOON = Duration.ofDays(30);

  private static final Logger log = LoggerFactory.getLogger(Certificates.class);

  private static final Set<String> CIPHERS =
      Set.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");

  /// With forward secrecy and authenticated encryption, as those of 1.3 all have.
  private static final Set<String> CIPHERS_OF_12 =
      Set.of(
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

  private final TlsSettings settings;
  private final Clock clock;
  private volatile ServerCertificate served;
  private String servedDigest;
  private String seenDigest;
  private @Nullable String refused;
  private @Nullable SslBundleRegistry registry;

  Certificates(TlsSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    PemFiles files = PemFiles.read(settings);
    served = files.certificate();
    servedDigest = files.digest();
    seenDigest = servedDigest;
    tell();
  }

  ServerCertificate served() {
    return served;
  }

  @Override
  public void registerBundles(SslBundleRegistry bundles) {
    registry = bundles;
    bundles.registerBundle(BUNDLE, bundle(served));
  }

  /// Two files are never written at once: what is new is looked at when it has stopped changing.
  @Scheduled(
      fixedDelayString = "${daysheet.tls.check:10s}",
      initialDelayString = "${daysheet.tls.check:10s}")
  synchronized void lookForNew() {
    PemFiles files;
    try {
      files = PemFiles.read(settings);
    } catch (UnusableCertificate unreadable) {
      refuse("unreadable", unreadable.getMessage());
      return;
    }
    String digest = files.digest();
    if (digest.equals(servedDigest)) {
      seenDigest = digest;
    } else if (digest.equals(seenDigest)) {
      replaceBy(files, digest);
    } else {
      seenDigest = digest;
    }
  }

  private void replaceBy(PemFiles files, String digest) {
    if (digest.equals(refused)) {
      return;
    }
    try {
      ServerCertificate certificate = files.certificate();
      if (registry != null) {
        registry.updateBundle(BUNDLE, bundle(certificate));
      }
      served = certificate;
      servedDigest = digest;
      refused = null;
      tell();
    } catch (UnusableCertificate unusable) {
      refuse(digest, unusable.getMessage());
    } catch (RuntimeException failure) {
      refuse(digest, FailureTrace.of(failure));
    }
  }

  /// Once for the same files.
  private void refuse(String digest, @Nullable String why) {
    if (!digest.equals(refused)) {
      refused = digest;
      log.error(
          "The new certificate can't be used: {}. The one until {} stays.", why, served.until());
    }
  }

  /// At the start, for each new one, and once a day while it matters.
  @Scheduled(fixedRate = 24, initialDelay = 24, timeUnit = TimeUnit.HOURS)
  void tellWhenItEnds() {
    if (clock.instant().isAfter(served.until().minus(SOON))) {
      tell();
    }
  }

  private void tell() {
    Instant now = clock.instant();
    if (!served.isValidAt(now)) {
      log.error(
          "The server's certificate is good from {} until {}, which is not now: no desk will"
              + " connect. Put a new one into its place.",
          served.from(),
          served.until());
    } else if (now.isAfter(served.until().minus(SOON))) {
      log.warn(
          "The server's certificate ends soon, {}: put a new one into its place.", served.until());
    } else {
      log.info("The server's certificate is good until {}", served.until());
    }
  }

  private SslBundle bundle(ServerCertificate certificate) {
    PemSslStore store = PemSslStore.of(certificate.chain(), certificate.key());
    return SslBundle.of(
        new PemSslStoreBundle(store, null),
        SslBundleKey.NONE,
        settings.allow12()
            ? SslOptions.of(both(), Set.of("TLSv1.3", "TLSv1.2"))
            : SslOptions.of(CIPHERS, Set.of("TLSv1.3")));
  }

  private static Set<String> both() {
    var all = new LinkedHashSet<>(CIPHERS);
    all.addAll(CIPHERS_OF_12);
    return all;
  }
}
