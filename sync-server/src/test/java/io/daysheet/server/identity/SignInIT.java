package io.daysheet.server.identity;

import static io.daysheet.server.identity.Colleagues.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import io.daysheet.identity.AccountId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// Who gets in, and how little a refusal tells.
@ServerTest
@Import(SettableClock.Configuration.class)
@RecordApplicationEvents
class SignInIT {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String HERE = "10.1.2.3";

  @Autowired SignIn signIn;
  @Autowired Passwords passwords;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @Autowired ApplicationEvents events;
  private Colleagues people;

  @BeforeEach
  void forgetTries() {
    clock.set(SettableClock.TUESDAY);
    jdbc.sql("delete from sign_in_tally").update();
    people = new Colleagues(jdbc, passwords);
  }

  @Test
  void theRightPasswordSignsInWhateverTheCaseOfTheLogin() {
    AccountId id = people.withPassword("annika");
    assertThat(signIn.password(" Annika ", PASSWORD, HERE, null))
        .isInstanceOfSatisfying(SignedIn.class, in -> assertThat(in.account().id()).isEqualTo(id));
    assertThat(
            jdbc.sql("select last_used_at is not null from account_password where account_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void anAccentIsTheSameHoweverItIsTyped() {
    AccountId id = people.withoutPassword("accent");
    passwords.giveLasting(id, "Fahrräder am Kanal");
    assertThat(signIn.password("accent", "Fahrra\u0308der am Kanal", HERE, null))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void everythingWrongIsRefusedAlike() {
    people.withPassword("wrong");
    people.withoutPassword("without-password");
    AccountId gone = people.withPassword("gone");
    jdbc.sql("update account set active = false where id = ?").param(gone.value()).update();

    assertThat(signIn.password("wrong", PASSWORD.toUpperCase(Locale.ROOT), HERE, null))
        .isInstanceOf(Refused.class);
    assertThat(signIn.password("nobody", PASSWORD, HERE, null)).isEqualTo(new Refused(null));
    assertThat(signIn.password("", "", HERE, null)).isEqualTo(new Refused(null));
    assertThat(signIn.password("x\0y'; drop", PASSWORD, HERE, null)).isEqualTo(new Refused(null));
    assertThat(signIn.password("without-password", PASSWORD, HERE, null))
        .isInstanceOf(Refused.class);
    assertThat(signIn.password("gone", PASSWORD, HERE, null)).isInstanceOf(Refused.class);
  }

  /// Counted in memory, of which each look at a password takes 19 MiB: a clock would measure the
  /// machine's other work.
  @Test
  void whoIsUnknownIsAsMuchWorkAsWhoIsKnown() {
    people.withPassword("known");
    people.withoutPassword("never-had-one");
    AccountId gone = people.withPassword("left");
    jdbc.sql("update account set active = false where id = ?").param(gone.value()).update();

    long known = work("known");
    assertThat(known).isGreaterThan(19 << 20);
    for (String login : List.of("unknown-to-all", "never-had-one", "left", "no login at all")) {
      assertThat(work(login)).as(login).isCloseTo(known, withinPercentage(5));
    }
  }

  private long work(String login) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(signIn.password(login, "nonsense", HERE, null)).isInstanceOf(Refused.class);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aMomentFinerThanTheDatabaseKeepsItIsNotInTheFuture() {
    people.withPassword("fine");
    clock.set(clock.instant().plusNanos(999));
    assertThat(signIn.password("fine", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
  }

  @Test
  void aGivenPasswordEndsWithOneOfTheirOwn() {
    AccountId id = people.withoutPassword("new-colleague");
    String given = passwords.giveOneTime(id, () -> {}).password();
    Instant since = givenSince(signIn.password("new-colleague", given, HERE, null));

    assertThat(signIn.newPassword(id, since, given, () -> {}))
        .extracting(v -> v.code())
        .containsExactly("password-unchanged");
    assertThat(signIn.newPassword(id, since, "new-colleague", () -> {})).isNotEmpty();
    assertThat(signIn.password("new-colleague", given, HERE, null))
        .isInstanceOf(NewPasswordNeeded.class);

    assertThat(signIn.newPassword(id, since, PASSWORD, () -> {})).isEmpty();
    assertThat(signIn.password("new-colleague", given, HERE, null)).isInstanceOf(Refused.class);
    assertThat(signIn.password("new-colleague", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    assertThat(events.stream(CredentialsChanged.class)).contains(new CredentialsChanged(id, null));
  }

  @Test
  void whoHadAGivenPasswordThatWasReplacedByAnotherBeginsAnew() {
    AccountId id = people.withoutPassword("overtaken");
    String given = passwords.giveOneTime(id, () -> {}).password();
    Instant since = givenSince(signIn.password("overtaken", given, HERE, null));
    clock.set(clock.instant().plusSeconds(1));
    String other = passwords.giveOneTime(id, () -> {}).password();

    assertThat(signIn.newPassword(id, since, PASSWORD, () -> {}))
        .extracting(v -> v.code())
        .containsExactly("full-sign-in-needed");
    assertThat(signIn.password("overtaken", PASSWORD, HERE, null)).isInstanceOf(Refused.class);
    assertThat(signIn.password("overtaken", other, HERE, null))
        .isInstanceOf(NewPasswordNeeded.class);
  }

  private static Instant givenSince(SignInOutcome outcome) {
    assertThat(outcome).isInstanceOf(NewPasswordNeeded.class);
    return ((NewPasswordNeeded) outcome).since();
  }

  @Test
  void aGivenPasswordThatNobodyUsedInAWeekIsWorthNothing() {
    AccountId id = people.withoutPassword("on-holiday");
    String given = passwords.giveOneTime(id, () -> {}).password();
    clock.set(clock.instant().plus(Duration.ofDays(7)));
    assertThat(signIn.password("on-holiday", given, HERE, null)).isEqualTo(new Refused(id));
  }

  @Test
  void anOldHashIsMadeStrongerWhenThePasswordIsTyped() {
    AccountId id = people.withoutPassword("old-hash");
    passwords.giveLasting(id, PASSWORD);
    String weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
    jdbc.sql("update account_password set hash = ? where account_id = ?")
        .params(weak, id.value())
        .update();

    assertThat(signIn.password("old-hash", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    assertThat(hash(id)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(signIn.password("old-hash", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
  }

  private String hash(AccountId id) {
    return jdbc.sql("select hash from account_password where account_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }
}
