package io.daysheet.wire;

import io.daysheet.identity.AccountId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `POST /clients`.
///
/// @param id 3 to 64 small letters, digits and `. _ -`; never changed later
/// @param accountId an account with the role INTEGRATION
/// @param jwks its public keys as a JWK set, by which it proves itself; without them it is given a
///   secret
public record CreateClient(
    String id,
    String name,
    AccountId accountId,
    Set<String> scopes,
    @Nullable Map<String, Object> jwks) {

  public CreateClient {
    MissingFields.refuse("id", id, "name", name, "accountId", accountId, "scopes", scopes);
    scopes = Set.copyOf(scopes);
  }
}
