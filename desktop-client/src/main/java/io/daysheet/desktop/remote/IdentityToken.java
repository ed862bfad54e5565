package io.daysheet.desktop.remote;

import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a provider says of whom it has signed in. The desk takes nothing from it but that the
/// answer is to its own question: who somebody is, its server says.
final class IdentityToken {

  private static final JsonMapper JSON = WireJson.lenientMapper();

  private IdentityToken() {}

  /// It came from the token endpoint itself, so its signature says nothing that is not known
  /// already (OpenID Connect Core, 3.1.3.7).
  ///
  /// @throws SignInFailed if it is of another issuer, for another client, or to another question
  static void check(String token, Discovery.Place place, String nonce) throws SignInFailed {
    JsonNode claims = claims(token);
    JsonNode audience = claims.path("aud");
    boolean isForUs =
        audience.isArray()
            ? audience.valueStream().anyMatch(each -> each.asString("").equals(place.client()))
            : audience.asString("").equals(place.client());
    if (!isForUs
        || !claims.path("iss").asString("").equals(place.issuer())
        || !claims.path("nonce").asString("").equals(nonce)) {
      throw new SignInFailed(Why.BROKEN);
    }
  }

  private static JsonNode claims(String token) throws SignInFailed {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new SignInFailed(Why.BROKEN);
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return JSON.readTree(claims);
    } catch (IllegalArgumentException | JacksonException unreadable) {
      throw new SignInFailed(Why.BROKEN);
    }
  }
}
