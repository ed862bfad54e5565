package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.database.SqlTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `pin` and `pin_tally`. A PIN's hash is encrypted: there are so few PINs that whoever
/// has the database alone could try them all.
@Repository
class PinRows {

  static final EncryptedField HASH = EncryptedField.ofSecrets("pin", "hash");

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  PinRows(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  Optional<String> find(AccountId account) {
    return jdbc.sql("select hash from pin where account_id = ?")
        .param(account.value())
        .query((row, _) -> cipher.decrypt(HASH, account, row.getBytes("hash")))
        .optional();
  }

  boolean has(AccountId account) {
    return jdbc.sql("select exists (select from pin where account_id = ?)")
        .param(account.value())
        .query(Boolean.class)
        .single();
  }

  void write(AccountId account, String hash, Instant now) {
    jdbc.sql(
            """
            insert into pin (account_id, hash, changed_at) values (?, ?, ?)
            on conflict (account_id) do update set hash = excluded.hash,
              changed_at = excluded.changed_at
            """)
        .params(account.value(), cipher.encrypt(HASH, account, hash), SqlTime.of(now))
        .update();
  }

  void delete(AccountId account) {
    jdbc.sql("delete from pin where account_id = ?").param(account.value()).update();
  }

  /// Counts a try before it is looked at, so that many at once are no more than the same in a row.
  ///
  /// @return how many it makes; empty if there were `most` already
  Optional<Integer> count(AccountId account, String session, int most, Instant now) {
    return jdbc.sql(
            """
            insert into pin_tally as t (account_id, session, failures, last_at)
            values (:account, :session, 1, :now)
            on conflict (account_id, session) do update
              set failures = t.failures + 1, last_at = excluded.last_at
              where t.failures < :most
            returning failures
            """)
        .param("account", account.value())
        .param("session", session)
        .param("now", SqlTime.of(now))
        .param("most", most)
        .query(Integer.class)
        .optional();
  }

  void clear(AccountId account, String session) {
    jdbc.sql("update pin_tally set failures = 0 where account_id = ? and session = ?")
        .params(account.value(), session)
        .update();
  }

  int deleteTalliesBefore(Instant time) {
    return jdbc.sql("delete from pin_tally where last_at < ?").param(SqlTime.of(time)).update();
  }
}
