package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `account_password`.
@Repository
class PasswordRows {

  /// @param expiresAt null if it does not expire
  /// @param since when it was set: which of an account's passwords it is
  record Password(String hash, boolean mustChange, @Nullable Instant expiresAt, Instant since) {

    /// A given one that was not used in time.
    boolean isWorthless(Instant now) {
      return expiresAt != null && !now.isBefore(expiresAt);
    }
  }

  private final JdbcClient jdbc;

  PasswordRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Password> find(AccountId account) {
    return jdbc.sql(
            """
            select hash, must_change, expires_at, changed_at from account_password
            where account_id = ?
            """)
        .param(account.value())
        .query((row, _) -> {
          OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
          return new Password(
              row.getString("hash"),
              row.getBoolean("must_change"),
              expires == null ? null : expires.toInstant(),
              SqlTime.read(row, "changed_at"));
        })
        .optional();
  }

  void write(AccountId account, Password password) {
    Instant expires = password.expiresAt();
    jdbc.sql(
            """
            insert into account_password (account_id, hash, must_change, expires_at, changed_at)
            values (:account, :hash, :mustChange, :expires, :since)
            on conflict (account_id) do update set hash = excluded.hash,
              must_change = excluded.must_change, expires_at = excluded.expires_at,
              changed_at = excluded.changed_at
            """)
        .param("account", account.value())
        .param("hash", password.hash())
        .param("mustChange", password.mustChange())
        .param("expires", expires == null ? null : SqlTime.of(expires))
        .param("since", SqlTime.of(password.since()))
        .update();
  }

  /// The same password in a better form; nothing if it was changed meanwhile.
  void rehash(AccountId account, String old, String better) {
    jdbc.sql("update account_password set hash = ? where account_id = ? and hash = ?")
        .params(better, account.value(), old)
        .update();
  }

  void used(AccountId account, Instant now) {
    jdbc.sql("update account_password set last_used_at = ? where account_id = ?")
        .params(SqlTime.of(now), account.value())
        .update();
  }
}
