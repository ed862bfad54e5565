package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `second_factor` and `recovery_code`. The keys in it are encrypted.
@Repository
class SecondFactorRows {

  private final JdbcClient jdbc;

  SecondFactorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<byte[]> key(AccountId account) {
    return jdbc.sql("select key from second_factor where account_id = ? and begun_at is null")
        .param(account.value())
        .query((row, _) -> row.getBytes("key"))
        .optional();
  }

  /// Whether the account has one, which nobody removes before this transaction ends.
  boolean isKept(AccountId account) {
    return jdbc.sql(
            "select 1 from second_factor where account_id = ? and begun_at is null for update")
        .param(account.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  int recoveryCodes(AccountId account) {
    return jdbc.sql("select count(*) from recovery_code where account_id = ?")
        .param(account.value())
        .query(Integer.class)
        .single();
  }

  Optional<byte[]> begunKey(AccountId account, Instant since) {
    return jdbc.sql("select key from second_factor where account_id = ? and begun_at > ?")
        .params(account.value(), SqlTime.of(since))
        .query((row, _) -> row.getBytes("key"))
        .optional();
  }

  /// False if the account has a factor already.
  boolean begin(AccountId account, byte[] key, Instant now) {
    return jdbc.sql(
                """
                insert into second_factor as f (account_id, key, begun_at)
                values (:account, :key, :now)
                on conflict (account_id) do update
                  set key = excluded.key, begun_at = excluded.begun_at
                  where f.begun_at is not null
                """)
            .param("account", account.value())
            .param("key", key)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// False if it was confirmed, begun anew or removed meanwhile.
  boolean confirm(AccountId account, byte[] key, long step) {
    return jdbc.sql(
                """
                update second_factor
                set begun_at = null, last_step = :step
                where account_id = :account and key = :key and begun_at is not null
                """)
            .param("account", account.value())
            .param("key", key)
            .param("step", step)
            .update()
        == 1;
  }

  /// False if that code or a later one was used before.
  boolean use(AccountId account, long step) {
    return jdbc.sql("update second_factor set last_step = ? where account_id = ? and last_step < ?")
            .params(step, account.value(), step)
            .update()
        == 1;
  }

  void remove(AccountId account) {
    jdbc.sql("delete from second_factor where account_id = ?").param(account.value()).update();
    replaceRecoveryCodes(account, List.of());
  }

  void replaceRecoveryCodes(AccountId account, List<byte[]> hashes) {
    jdbc.sql("delete from recovery_code where account_id = ?").param(account.value()).update();
    hashes.forEach(hash ->
        jdbc.sql("insert into recovery_code (account_id, hash) values (?, ?)")
            .params(account.value(), hash)
            .update());
  }

  /// False if there is none such any more.
  boolean useRecoveryCode(AccountId account, byte[] hash) {
    return jdbc.sql("delete from recovery_code where account_id = ? and hash = ?")
            .params(account.value(), hash)
            .update()
        == 1;
  }
}
