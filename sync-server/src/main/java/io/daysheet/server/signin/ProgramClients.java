package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import io.daysheet.server.reference.ReferenceCache;
import io.daysheet.server.signin.ClientRows.Client;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The programs that sign in for themselves: a clinical system, a script. Each does it as an
/// account.
@Component
public class ProgramClients {

  private final ClientRows rows;
  private final ReferenceCache<String, Client> cache;
  private final InstantSource clock;

  ProgramClients(ClientRows rows, InstantSource clock) {
    this.rows = rows;
    this.cache = new ReferenceCache<>(rows::find, clock);
    this.clock = clock;
  }

  /// A new one, that proves itself by a secret.
  ///
  /// @param scopes what its tokens may name; only an integration needs them
  /// @return the secret, which nobody is told again
  public String add(String id, AccountId account, String name, Set<String> scopes) {
    String secret = Secrets.make();
    insert(id, account, name, Secrets.hash(secret), null, scopes);
    return secret;
  }

  /// A new one, that proves itself by statements which it signs (`private_key_jwt`).
  ///
  /// @param keys its public keys as a JWK set
  public void addWithKeys(
      String id, AccountId account, String name, String keys, Set<String> scopes) {
    insert(id, account, name, null, keys, scopes);
  }

  private void insert(
      String id,
      AccountId account,
      String name,
      byte @Nullable [] secretHash,
      @Nullable String keys,
      Set<String> scopes) {
    if (!rows.insert(id, account, name, secretHash, keys, scopes, clock.instant())) {
      throw new IllegalStateException("There is a client " + id);
    }
  }

  /// Another secret for one that is there; the old one is worth nothing from now on.
  ///
  /// @return empty if there is no such client
  public Optional<String> newSecret(String id) {
    String secret = Secrets.make();
    boolean isThere = rows.updateSecret(id, Secrets.hash(secret));
    cache.refresh();
    return isThere ? Optional.of(secret) : Optional.empty();
  }

  /// To be called after a commit that changed a client.
  public void refresh() {
    cache.refresh();
  }

  /// One that is in service; at most ten seconds old.
  Optional<Client> find(String id) {
    // anything may be asked for, and nothing that can't be one is looked up
    return ClientRegister.isPossibleId(id)
        ? cache.find(id).filter(Client::active)
        : Optional.empty();
  }
}
