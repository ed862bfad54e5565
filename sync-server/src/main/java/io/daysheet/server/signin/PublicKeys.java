package io.daysheet.server.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The public keys by which a program proves who it is, as a JWK set (RFC 7517).
final class PublicKeys {

  private static final int MOST = 10;
  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_RSA = 8192;

  private PublicKeys() {}

  /// As they are kept. Empty if there are none, or too weak ones, or a private one among them: who
  /// sends that has given it away.
  static Optional<String> of(Map<String, Object> typed) {
    try {
      JWKSet keys = JWKSet.parse(typed);
      boolean isGood =
          !keys.isEmpty()
              && keys.size() <= MOST
              && keys.getKeys().stream().allMatch(PublicKeys::isGood);
      return isGood ? Optional.of(keys.toPublicJWKSet().toString()) : Optional.empty();
    } catch (ParseException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException noKeys) {
      return Optional.empty();
    }
  }

  private static boolean isGood(JWK key) {
    if (key.isPrivate()) {
      return false;
    }
    return switch (key) {
      case RSAKey rsa -> rsa.size() >= SHORTEST_RSA && rsa.size() <= LONGEST_RSA;
      case ECKey ec -> Curve.P_256.equals(ec.getCurve());
      default -> false;
    };
  }

  /// What those that are kept are called; by their thumbprint where they have no name.
  static List<String> ids(String kept) {
    try {
      return JWKSet.parse(kept).getKeys().stream().map(PublicKeys::id).toList();
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String id(JWK key) {
    try {
      String id = key.getKeyID();
      return id == null ? key.computeThumbprint().toString() : id;
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
