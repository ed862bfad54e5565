package io.daysheet.server.transport;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;

/// A certificate with those that vouch for it, and its key; they fit together. It may be out of
/// date.
///
/// @param chain the server's own first, each followed by the one that signed it
record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {

  private static final int SHORTEST_RSA = 2048;

  static ServerCertificate of(List<X509Certificate> chain, PrivateKey key) {
    if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
      throw new UnusableCertificate(
          "the RSA key is shorter than " + SHORTEST_RSA + " bits, which is not secure");
    }
    if (!belongTogether(chain.getFirst(), key)) {
      throw new UnusableCertificate("the private key does not belong to the certificate");
    }
    for (int each = 1; each < chain.size(); each++) {
      if (!isSignedBy(chain.get(each - 1), chain.get(each))) {
        throw new UnusableCertificate(
            "the certificates are no chain: each has to be followed by the one that signed it");
      }
    }
    return new ServerCertificate(List.copyOf(chain), key);
  }

  Instant from() {
    return chain.stream().map(c -> c.getNotBefore().toInstant()).max(Instant::compareTo).get();
  }

  /// The earliest end in the chain: a client that checks accepts nothing after that.
  Instant until() {
    return chain.stream().map(c -> c.getNotAfter().toInstant()).min(Instant::compareTo).get();
  }

  boolean isValidAt(Instant now) {
    return !now.isBefore(from()) && now.isBefore(until());
  }

  /// Never the key.
  @Override
  public String toString() {
    return "certificate " + chain.getFirst().getSerialNumber().toString(16);
  }

  private static boolean isSignedBy(X509Certificate certificate, X509Certificate signer) {
    try {
      certificate.verify(signer.getPublicKey());
      return true;
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
    byte[] anything = certificate.getSerialNumber().toByteArray();
    try {
      Signature sign = Signature.getInstance(algorithm(key));
      sign.initSign(key);
      sign.update(anything);
      byte[] signature = sign.sign();
      sign.initVerify(certificate.getPublicKey());
      sign.update(anything);
      return sign.verify(signature);
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
      default ->
          throw new UnusableCertificate(
              "keys of the kind %s are not supported".formatted(key.getAlgorithm()));
    };
  }
}
