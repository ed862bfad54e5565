package io.daysheet.server.signin;

import io.daysheet.identity.AccountId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.signin.SessionRow.AskedFor;
import io.daysheet.server.signin.SessionRow.Hashed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tables `session` and `spent_refresh_token`.
@Repository
class SessionRows {

  private static final String SELECT =
      """
      select id, client_id, account_id, grant_type, scopes, started_at, ends_at, request, code_hash,
        code_expires_at, code_used, access_hash, access_expires_at, refresh_hash,
        refresh_expires_at, version
      from session
      where revoked_at is null and
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SessionRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<SessionRow> find(UUID id) {
    return jdbc.sql(SELECT + "id = ?").param(id).query(this::session).optional();
  }

  Optional<SessionRow> findByCode(byte[] hash) {
    return jdbc.sql(SELECT + "code_hash = ?").param(hash).query(this::session).optional();
  }

  Optional<SessionRow> findByAccessToken(byte[] hash) {
    return jdbc.sql(SELECT + "access_hash = ?").param(hash).query(this::session).optional();
  }

  Optional<SessionRow> findByRefreshToken(byte[] hash) {
    return jdbc.sql(SELECT + "refresh_hash = ?").param(hash).query(this::session).optional();
  }

  /// The session whose refresh token this was, before it was exchanged.
  Optional<UUID> findBySpentToken(byte[] hash) {
    return jdbc.sql("select session_id from spent_refresh_token where hash = ?")
        .param(hash)
        .query(UUID.class)
        .optional();
  }

  void insert(SessionRow session) {
    jdbc.sql(
            """
            insert into session (id, client_id, account_id, grant_type, scopes, started_at, ends_at,
              request, code_hash, code_expires_at, code_used, access_hash, access_expires_at,
              refresh_hash, refresh_expires_at)
            values (:id, :client, :account, :grant, :scopes, :started, :ends, :request::jsonb,
              :code, :codeUntil, :codeUsed, :access, :accessUntil, :refresh, :refreshUntil)
            """)
        .param("id", session.id())
        .param("client", session.client())
        .param("account", session.account().value())
        .param("grant", session.grantType())
        .param("scopes", session.scopes().toArray(String[]::new))
        .param("started", SqlTime.of(session.startedAt()))
        .param("ends", SqlTime.of(session.endsAt()))
        .param(
            "request",
            session.request() == null ? null : json.writeValueAsString(session.request()))
        .param("code", hash(session.code()))
        .param("codeUntil", until(session.code()))
        .param("codeUsed", session.codeUsed())
        .param("access", hash(session.access()))
        .param("accessUntil", until(session.access()))
        .param("refresh", hash(session.refresh()))
        .param("refreshUntil", until(session.refresh()))
        .update();
  }

  /// Writes what changes in a session, if nobody else has written it since: false if so. A refresh
  /// token that is replaced is remembered as spent.
  boolean update(SessionRow session) {
    int written =
        jdbc.sql(
                """
                with before as (
                  select id, refresh_hash from session
                  where id = :id and version = :version and revoked_at is null for update
                ), spent as (
                  insert into spent_refresh_token (hash, session_id)
                  select refresh_hash, id from before
                  where refresh_hash is not null and refresh_hash is distinct from :refresh
                )
                update session s set code_used = :codeUsed, access_hash = :access,
                  access_expires_at = :accessUntil, refresh_hash = :refresh,
                  refresh_expires_at = :refreshUntil, version = s.version + 1
                from before where s.id = before.id
                """)
            .param("id", session.id())
            .param("version", session.version())
            .param("codeUsed", session.codeUsed())
            .param("access", hash(session.access()))
            .param("accessUntil", until(session.access()))
            .param("refresh", hash(session.refresh()))
            .param("refreshUntil", until(session.refresh()))
            .update();
    return written == 1;
  }

  void revoke(UUID id, Instant now) {
    jdbc.sql("update session set revoked_at = ? where id = ? and revoked_at is null")
        .params(SqlTime.of(now), id)
        .update();
  }

  /// All but one, if that is given.
  void revokeAllOf(AccountId account, @Nullable UUID kept, Instant now) {
    jdbc.sql(
            """
            update session set revoked_at = :now
            where account_id = :account and revoked_at is null and id is distinct from :kept
            """)
        .param("now", SqlTime.of(now))
        .param("account", account.value())
        .param("kept", kept, Types.OTHER)
        .update();
  }

  void revokeAllOfClient(String client, Instant now) {
    jdbc.sql("update session set revoked_at = ? where client_id = ? and revoked_at is null")
        .params(SqlTime.of(now), client)
        .update();
  }

  Set<String> revokedSince(Instant time) {
    return jdbc.sql("select id::text from session where revoked_at > ?")
        .param(SqlTime.of(time))
        .query(String.class)
        .set();
  }

  int deleteEndedBefore(Instant time) {
    return jdbc.sql("delete from session where ends_at < ?").param(SqlTime.of(time)).update();
  }

  private SessionRow session(ResultSet row, int number) throws SQLException {
    String request = row.getString("request");
    return new SessionRow(
        row.getObject("id", UUID.class),
        row.getString("client_id"),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("grant_type"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        SqlTime.read(row, "started_at"),
        SqlTime.read(row, "ends_at"),
        request == null ? null : json.readValue(request, AskedFor.class),
        hashed(row, "code_hash", "code_expires_at"),
        row.getBoolean("code_used"),
        hashed(row, "access_hash", "access_expires_at"),
        hashed(row, "refresh_hash", "refresh_expires_at"),
        row.getInt("version"));
  }

  private static @Nullable Hashed hashed(ResultSet row, String hash, String until)
      throws SQLException {
    byte[] bytes = row.getBytes(hash);
    return bytes == null
        ? null
        : new Hashed(HexFormat.of().formatHex(bytes), SqlTime.read(row, until));
  }

  private static byte @Nullable [] hash(@Nullable Hashed token) {
    return token == null ? null : HexFormat.of().parseHex(token.hash());
  }

  private static @Nullable Object until(@Nullable Hashed token) {
    return token == null ? null : SqlTime.of(token.expiresAt());
  }
}
