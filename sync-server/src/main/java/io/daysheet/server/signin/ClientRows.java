package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `client`.
@Repository
class ClientRows {

  /// A program that signs in for itself, as an account.
  ///
  /// @param secretHash in hex; null if it proves itself by a key only
  /// @param keys the public keys that its assertions are verified with, as a JWK set; null if it
  ///   has a secret only
  /// @param lastUsedAt when it last got a token, to the minute; null if it never did
  record Client(
      String id,
      AccountId account,
      String name,
      @Nullable String secretHash,
      @Nullable String keys,
      Set<String> scopes,
      boolean active,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      int version) {}

  private static final String SELECT =
      """
      select id, account_id, name, encode(secret_hash, 'hex') as secret, jwks, scopes, active,
        created_at, last_used_at, version
      from client
      """;

  private final JdbcClient jdbc;

  ClientRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Client> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ClientRows::client).optional();
  }

  /// By id.
  ///
  /// @param after the last one that was seen; null to begin
  List<Client> list(@Nullable String after, int limit) {
    return jdbc.sql(SELECT + "where :after::text is null or id > :after order by id limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query(ClientRows::client)
        .list();
  }

  /// False if there is one of that id.
  boolean insert(
      String id,
      AccountId account,
      String name,
      byte @Nullable [] secretHash,
      @Nullable String keys,
      Set<String> scopes,
      Instant now) {
    return jdbc.sql(
                """
                insert into client (id, account_id, name, secret_hash, jwks, scopes, created_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (id) do nothing
                """)
            .param(id)
            .param(account.value())
            .param(name)
            .param(secretHash)
            .param(keys)
            .param(scopes.toArray(String[]::new))
            .param(SqlTime.of(now))
            .update()
        == 1;
  }

  /// False if it is not the version before any more.
  ///
  /// @param keys null: those that it has stay
  boolean update(
      String id,
      int version,
      String name,
      Set<String> scopes,
      @Nullable String keys,
      boolean active) {
    return jdbc.sql(
                """
                update client
                set name = :name, scopes = :scopes, jwks = coalesce(:keys::jsonb, jwks),
                  active = :active, version = version + 1
                where id = :id and version = :version
                """)
            .param("name", name)
            .param("scopes", scopes.toArray(String[]::new))
            .param("keys", keys)
            .param("active", active)
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  boolean updateSecret(String id, byte[] hash) {
    return jdbc.sql("update client set secret_hash = ?, version = version + 1 where id = ?")
            .params(hash, id)
            .update()
        == 1;
  }

  /// Notes that it got a token: once a minute, so that a busy one is not written all the time.
  void used(String id, Instant now) {
    jdbc.sql(
            """
            update client set last_used_at = :now
            where id = :id and (last_used_at is null or last_used_at < :now - interval '1 minute')
            """)
        .param("now", SqlTime.of(now))
        .param("id", id)
        .update();
  }

  private static Client client(ResultSet row, int number) throws SQLException {
    return new Client(
        row.getString("id"),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("name"),
        row.getString("secret"),
        row.getString("jwks"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        row.getBoolean("active"),
        SqlTime.read(row, "created_at"),
        row.getObject("last_used_at") == null ? null : SqlTime.read(row, "last_used_at"),
        row.getInt("version"));
  }
}
