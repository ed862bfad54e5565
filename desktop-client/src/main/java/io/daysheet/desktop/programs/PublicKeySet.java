package io.daysheet.desktop.programs;

import io.daysheet.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The public keys of a program, as somebody pastes them: a JWK set, or one key alone.
sealed interface PublicKeySet {

  /// As it is sent. Whether they are of a kind that is taken, the server says.
  record Keys(Map<String, Object> jwks) implements PublicKeySet {}

  /// Something private is among them. It is kept nowhere and sent to nobody, but it was shown: the
  /// program needs another.
  record Private() implements PublicKeySet {}

  /// It is none.
  record Unreadable() implements PublicKeySet {}

  JsonMapper JSON = WireJson.lenientMapper();

  /// What only a private or a shared key has (RFC 7518, section 6).
  List<String> SECRETS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  static PublicKeySet of(String pasted) {
    try {
      Map<String, Object> json =
          JSON.readValue(pasted, new TypeReference<LinkedHashMap<String, Object>>() {});
      return json == null ? new Unreadable() : of(json);
    } catch (JacksonException noJson) {
      return new Unreadable();
    }
  }

  private static PublicKeySet of(Map<String, Object> json) {
    Object keys = json.containsKey("kty") ? List.of(json) : json.get("keys");
    if (!(keys instanceof List<?> list) || list.isEmpty()) {
      return new Unreadable();
    }
    for (Object each : list) {
      if (!(each instanceof Map<?, ?> key) || !key.containsKey("kty")) {
        return new Unreadable();
      }
      if (SECRETS.stream().anyMatch(key::containsKey)) {
        return new Private();
      }
    }
    return new Keys(Map.of("keys", list));
  }
}
