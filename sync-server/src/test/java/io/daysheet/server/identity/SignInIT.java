package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import io.daysheet.identity.AccountId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@Import(SettableClock.Configuration.class)
@RecordApplicationEvents
class SignInIT {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String PASSWORD = "blaues Fahrrad im Regen";
  private static final String HERE = "10.1.2.3";

  @Autowired SignIn signIn;
  @Autowired Passwords passwords;
  @Autowired KnownBrowsers browsers;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @Autowired ApplicationEvents events;

  @BeforeEach
  void forgetTries() {
    clock.set(SettableClock.TUESDAY);
    jdbc.sql("delete from sign_in_tally").update();
  }

  @Test
  void theRightPasswordSignsInWhateverTheCaseOfTheLogin() {
    AccountId id = account("annika");
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
    AccountId id = bare("accent");
    passwords.giveLasting(id, "Fahrräder am Kanal");
    assertThat(signIn.password("accent", "Fahrra\u0308der am Kanal", HERE, null))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void everythingWrongIsRefusedAlike() {
    account("wrong");
    bare("without-password");
    AccountId gone = account("gone");
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
    account("known");
    bare("never-had-one");
    AccountId gone = account("left");
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
  void aStrangerCannotTellAnUnknownLoginByTheLock() {
    account("locked");
    for (String login : List.of("locked", "unknown")) {
      for (int i = 0; i < 4; i++) {
        assertThat(signIn.password(login, "nonsense", HERE, null)).isInstanceOf(Refused.class);
      }
      assertThat(signIn.password(login, "nonsense", HERE, null))
          .isEqualTo(new LockedUntil(clock.instant().plusSeconds(1)));
    }
    assertThat(signIn.password("LOCKED", PASSWORD, "10.9.9.9", null))
        .as("not even the right one, from elsewhere")
        .isInstanceOf(LockedUntil.class);
  }

  @Test
  void aMomentFinerThanTheDatabaseKeepsItIsNotInTheFuture() {
    account("fine");
    clock.set(clock.instant().plusNanos(999));
    assertThat(signIn.password("fine", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
  }

  @Test
  void theLockEndsByItselfAndSuccessForgetsAll() {
    account("patient-one");
    failUntilLockedOut("patient-one");
    clock.set(clock.instant().plus(Duration.ofMinutes(15)).minusMillis(1));
    assertThat(signIn.password("patient-one", PASSWORD, HERE, null))
        .isInstanceOf(LockedUntil.class);
    clock.set(clock.instant().plusMillis(1));
    assertThat(signIn.password("patient-one", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    assertThat(signIn.password("patient-one", "nonsense", HERE, null)).isInstanceOf(Refused.class);
    assertThat(signIn.password("patient-one", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
  }

  @Test
  void aHundredTriesAtOnceGetNoFurtherThanAHundredInARow() throws Exception {
    account("hurried");
    List<SignInOutcome> outcomes =
        atOnce(100, i -> signIn.password("hurried", "no " + i, HERE, null));
    assertThat(outcomes.stream().filter(Refused.class::isInstance)).hasSize(4);
    assertThat(outcomes.stream().filter(LockedUntil.class::isInstance)).hasSize(96);
  }

  @Test
  void oneAddressThatTriesManyLoginsIsSlowedDown() {
    account("spared");
    for (int i = 0; i < 21; i++) {
      assertThat(signIn.password("sprayed" + i, PASSWORD, HERE, null)).isInstanceOf(Refused.class);
    }
    assertThat(signIn.password("spared", PASSWORD, HERE, null)).isInstanceOf(LockedUntil.class);
    assertThat(signIn.password("spared", PASSWORD, "10.1.2.4", null)).isInstanceOf(SignedIn.class);
  }

  /// Whoever knows a login could keep its owner out for ever, by one wrong try an hour.
  @Test
  void aStrangerLocksNobodyOutOfTheirOwnBrowser() {
    AccountId id = account("besieged");
    browsers.remember("annas-browser", id);
    failUntilLockedOut("besieged");
    assertThat(signIn.password("besieged", PASSWORD, HERE, null)).isInstanceOf(LockedUntil.class);
    assertThat(signIn.password("besieged", PASSWORD, HERE, "another-browser"))
        .isInstanceOf(LockedUntil.class);

    assertThat(signIn.password("besieged", PASSWORD, HERE, "annas-browser"))
        .isInstanceOf(SignedIn.class);
    assertThat(signIn.password("besieged", PASSWORD, HERE, null))
        .as("which opens no door to the stranger")
        .isInstanceOf(LockedUntil.class);
  }

  @Test
  void aKnownBrowserGuessesNoFasterAndNoOtherAccounts() {
    AccountId id = account("guessed-at-home");
    account("neighbour");
    browsers.remember("shared-browser", id);
    for (int i = 0; i < 4; i++) {
      assertThat(signIn.password("guessed-at-home", "no " + i, HERE, "shared-browser"))
          .isInstanceOf(Refused.class);
    }
    assertThat(signIn.password("guessed-at-home", PASSWORD, HERE, "shared-browser"))
        .isInstanceOf(LockedUntil.class);
    failUntilLockedOut("neighbour");
    assertThat(signIn.password("neighbour", PASSWORD, HERE, "shared-browser"))
        .isInstanceOf(LockedUntil.class);
  }

  @Test
  void withAnotherPasswordEveryBrowserIsAStranger() {
    AccountId id = account("forgetful");
    browsers.remember("old-browser", id);
    passwords.giveLasting(id, "ein anderes Fahrrad im Regen");
    failUntilLockedOut("forgetful");
    assertThat(signIn.password("forgetful", "ein anderes Fahrrad im Regen", HERE, "old-browser"))
        .isInstanceOf(LockedUntil.class);
  }

  @Test
  void whoSignsInRightlyAllMorningLocksNobodyOut() {
    account("busy");
    for (int i = 0; i < 40; i++) {
      assertThat(signIn.password("busy", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    }
    assertThat(jdbc.sql("select max(failures) from sign_in_tally").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aGivenPasswordEndsWithOneOfTheirOwn() {
    AccountId id = bare("new-colleague");
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
    AccountId id = bare("overtaken");
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
    AccountId id = bare("on-holiday");
    String given = passwords.giveOneTime(id, () -> {}).password();
    clock.set(clock.instant().plus(Duration.ofDays(7)));
    assertThat(signIn.password("on-holiday", given, HERE, null)).isEqualTo(new Refused(id));
  }

  @Test
  void anOldHashIsMadeStrongerWhenThePasswordIsTyped() {
    AccountId id = bare("old-hash");
    passwords.giveLasting(id, PASSWORD);
    String weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
    jdbc.sql("update account_password set hash = ? where account_id = ?")
        .params(weak, id.value())
        .update();

    assertThat(signIn.password("old-hash", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    assertThat(hash(id)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(signIn.password("old-hash", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
  }

  private void failUntilLockedOut(String login) {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn.password(login, "nonsense", HERE, null)).isInstanceOf(Refused.class);
      clock.set(clock.instant().plusSeconds(i == 9 ? 0 : 40));
    }
  }

  private static List<SignInOutcome> atOnce(int count, IntFunction<SignInOutcome> each)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Stream<Callable<SignInOutcome>> tries =
          IntStream.range(0, count).mapToObj(i -> () -> each.apply(i));
      return threads.invokeAll(tries.toList()).stream().map(Future::resultNow).toList();
    }
  }

  private String hash(AccountId id) {
    return jdbc.sql("select hash from account_password where account_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private AccountId account(String login) {
    AccountId id = bare(login);
    passwords.giveLasting(id, PASSWORD);
    return id;
  }

  private AccountId bare(String login) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into account (id, login, name, roles, created_at)
            values (?, ?, 'Somebody', '{RECEPTIONIST}', now())
            """)
        .params(id, login)
        .update();
    return new AccountId(id);
  }
}
