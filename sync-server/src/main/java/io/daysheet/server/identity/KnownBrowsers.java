package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.server.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The browsers in which an account has signed in before, each by a secret of its own. Failures in
/// them are counted apart: a stranger who knows a login, or who sits behind the same address, can't
/// keep its owner out.
///
/// Each guesses by itself as slowly as all strangers together. With another password or second
/// factor all of them are strangers again.
@Component
public class KnownBrowsers {

  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  KnownBrowsers(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean know(String browser, AccountId account) {
    return jdbc.sql("select exists (select from known_browser where account_id = ? and hash = ?)")
        .params(account.value(), hash(browser))
        .query(Boolean.class)
        .single();
  }

  /// After all steps of a sign-in.
  public void remember(String browser, AccountId account) {
    jdbc.sql(
            """
            insert into known_browser (account_id, hash, last_used_at) values (?, ?, ?)
            on conflict (account_id, hash) do update set last_used_at = excluded.last_used_at
            """)
        .params(account.value(), hash(browser), SqlTime.of(clock.instant()))
        .update();
  }

  @EventListener
  void forget(CredentialsChanged changed) {
    jdbc.sql("delete from known_browser where account_id = ?")
        .param(changed.account().value())
        .update();
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
  void forgetUnused() {
    jdbc.sql("delete from known_browser where last_used_at < ?")
        .param(SqlTime.of(clock.instant().minus(KEPT)))
        .update();
  }

  private static byte[] hash(String browser) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(browser.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
