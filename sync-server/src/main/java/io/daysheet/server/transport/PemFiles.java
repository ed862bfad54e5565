package io.daysheet.server.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/// The two files as they were at one moment. What is checked is what is used, also if somebody
/// writes them meanwhile.
final class PemFiles {

  private final Path certificateFile;
  private final Path keyFile;
  private final @Nullable String password;
  private final byte[] certificate;
  private final byte[] key;

  private PemFiles(Path certificateFile, Path keyFile, @Nullable String password) {
    this.certificateFile = certificateFile;
    this.keyFile = keyFile;
    this.password = password;
    this.certificate = bytes(certificateFile);
    this.key = bytes(keyFile);
  }

  static PemFiles read(TlsSettings settings) {
    return new PemFiles(
        named(settings.certificate(), "certificate"),
        named(settings.privateKey(), "private-key"),
        settings.privateKeyPassword());
  }

  private static Path named(@Nullable Path file, String property) {
    if (file == null) {
      throw new UnusableCertificate(
          "TLS needs both a certificate and its key, and daysheet.tls." + property + " is not set");
    }
    return file;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UnusableCertificate(
          file + (Files.exists(file) ? " can't be read" : " does not exist"));
    }
  }

  /// The same for the same contents, and nobody gets a key out of it.
  String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(certificate);
      return HexFormat.of().formatHex(sha256.digest(key));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  ServerCertificate certificate() {
    List<X509Certificate> chain =
        parsed(certificate, PemContent::getCertificates)
            .filter(certificates -> !certificates.isEmpty())
            .orElseThrow(() ->
                new UnusableCertificate(certificateFile + " holds no certificate in PEM form"));
    PrivateKey privateKey =
        parsed(key, pem -> pem.getPrivateKey(password))
            .orElseThrow(() ->
                new UnusableCertificate(
                    keyFile
                        + " holds no private key in PEM form"
                        + (password == null ? "" : ", or its password is another")));
    return ServerCertificate.of(chain, privateKey);
  }

  /// The parser's own messages may quote the file: none is kept.
  private static <T> Optional<T> parsed(byte[] file, Function<PemContent, @Nullable T> part) {
    try {
      PemContent pem = PemContent.of(new String(file, StandardCharsets.UTF_8));
      return Optional.ofNullable(part.apply(Objects.requireNonNull(pem)));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
