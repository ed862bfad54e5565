package io.daysheet.wire;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `PUT /clients/{id}`: all that may change, as it shall be.
///
/// @param jwks its public keys as a JWK set; null: those that it has stay
/// @param active false: its tokens are worth nothing at once, and it gets no more
public record ChangeClient(
    String name, Set<String> scopes, @Nullable Map<String, Object> jwks, Boolean active) {

  public ChangeClient {
    MissingFields.refuse("name", name, "scopes", scopes, "active", active);
    scopes = Set.copyOf(scopes);
  }
}
