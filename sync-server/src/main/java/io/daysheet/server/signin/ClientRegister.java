package io.daysheet.server.signin;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.server.database.AfterCommit;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.signin.ClientRows.Client;
import io.daysheet.wire.ChangeClient;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.CreateClient;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.ProgramClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registers programs, and puts them out of service. Whoever asks decides whether they may.
@Component
public class ClientRegister {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

  private final ClientRows rows;
  private final Accounts accounts;
  private final ProgramClients programs;
  private final SessionRows sessions;
  private final RevokedSessions revoked;
  private final InstantSource clock;

  ClientRegister(
      ClientRows rows,
      Accounts accounts,
      ProgramClients programs,
      SessionRows sessions,
      RevokedSessions revoked,
      InstantSource clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.programs = programs;
    this.sessions = sessions;
    this.revoked = revoked;
    this.clock = clock;
  }

  public static boolean isPossibleId(String id) {
    return ID.matcher(id).matches();
  }

  public static boolean arePublicKeys(Map<String, Object> jwks) {
    return PublicKeys.of(jwks).isPresent();
  }

  /// By id.
  ///
  /// @param after the last one that was seen; null to begin
  public List<ProgramClient> list(@Nullable String after, int limit) {
    return rows.list(after, limit).stream().map(this::shown).toList();
  }

  /// As it is now, not from memory.
  public Optional<ProgramClient> find(String id) {
    return isPossibleId(id) ? rows.find(id).map(this::shown) : Optional.empty();
  }

  /// Adds one, with a secret of its own if it brings no keys.
  ///
  /// @return empty if there is one of that id, the desk's too
  @Transactional
  public Optional<NewClient> add(CreateClient wanted) {
    Map<String, Object> jwks = wanted.jwks();
    String keys = jwks == null ? null : PublicKeys.of(jwks).orElseThrow();
    String secret = keys == null ? Secrets.make() : null;
    boolean isNew =
        !wanted.id().equals(Clients.DESK)
            && rows.insert(
                wanted.id(),
                wanted.accountId(),
                wanted.name(),
                secret == null ? null : Secrets.hash(secret),
                keys,
                wanted.scopes(),
                clock.instant());
    return isNew
        ? Optional.of(new NewClient(find(wanted.id()).orElseThrow(), secret))
        : Optional.empty();
  }

  /// Whose client that is.
  public Optional<AccountId> accountOf(String id) {
    return rows.find(id).map(Client::account);
  }

  /// Changes one. The tokens that it has by now are over: they may name what it may not any more.
  ///
  /// @return false if it is not that version any more
  @Transactional
  public boolean change(String id, int version, ChangeClient wanted) {
    Map<String, Object> jwks = wanted.jwks();
    String keys = jwks == null ? null : PublicKeys.of(jwks).orElseThrow();
    boolean isDone =
        rows.update(id, version, wanted.name(), wanted.scopes(), keys, wanted.active());
    if (isDone) {
      endSessions(id);
    }
    return isDone;
  }

  /// Gives it another secret, or its first. The old one, and what was got by it, is worth nothing
  /// from now on.
  ///
  /// @return empty if there is no such client
  @Transactional
  public Optional<ClientSecret> rotateSecret(String id) {
    String secret = Secrets.make();
    if (!isPossibleId(id) || !rows.updateSecret(id, Secrets.hash(secret))) {
      return Optional.empty();
    }
    endSessions(id);
    return Optional.of(new ClientSecret(id, secret));
  }

  private void endSessions(String id) {
    sessions.revokeAllOfClient(id, clock.instant());
    AfterCommit.run(programs::refresh);
    AfterCommit.run(revoked::refresh);
  }

  private ProgramClient shown(Client client) {
    String keys = client.keys();
    return new ProgramClient(
        client.id(),
        client.name(),
        client.account(),
        accounts.find(client.account()).map(Account::name).orElse(""),
        client.scopes().stream().sorted().toList(),
        client.secretHash() != null,
        keys == null ? List.of() : PublicKeys.ids(keys),
        client.active(),
        client.createdAt(),
        client.lastUsedAt(),
        client.version());
  }
}
