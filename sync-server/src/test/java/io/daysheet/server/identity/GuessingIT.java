package io.daysheet.server.identity;

import static io.daysheet.server.identity.Colleagues.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.time.Duration;
import java.util.List;
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

/// Who guesses is slowed down, and keeps nobody else out.
@ServerTest
@Import(SettableClock.Configuration.class)
class GuessingIT {

  private static final String HERE = "10.1.2.3";

  @Autowired SignIn signIn;
  @Autowired Passwords passwords;
  @Autowired KnownBrowsers browsers;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  private Colleagues people;

  @BeforeEach
  void forgetTries() {
    clock.set(SettableClock.TUESDAY);
    jdbc.sql("delete from sign_in_tally").update();
    people = new Colleagues(jdbc, passwords);
  }

  @Test
  void aStrangerCannotTellAnUnknownLoginByTheLock() {
    people.withPassword("locked");
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
  void theLockEndsByItselfAndSuccessForgetsAll() {
    people.withPassword("patient-one");
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
    people.withPassword("hurried");
    List<SignInOutcome> outcomes =
        atOnce(100, i -> signIn.password("hurried", "no " + i, HERE, null));
    assertThat(outcomes.stream().filter(Refused.class::isInstance)).hasSize(4);
    assertThat(outcomes.stream().filter(LockedUntil.class::isInstance)).hasSize(96);
  }

  @Test
  void oneAddressThatTriesManyLoginsIsSlowedDown() {
    people.withPassword("spared");
    for (int i = 0; i < 21; i++) {
      assertThat(signIn.password("sprayed" + i, PASSWORD, HERE, null)).isInstanceOf(Refused.class);
    }
    assertThat(signIn.password("spared", PASSWORD, HERE, null)).isInstanceOf(LockedUntil.class);
    assertThat(signIn.password("spared", PASSWORD, "10.1.2.4", null)).isInstanceOf(SignedIn.class);
  }

  /// Whoever knows a login could keep its owner out for ever, by one wrong try an hour.
  @Test
  void aStrangerLocksNobodyOutOfTheirOwnBrowser() {
    AccountId id = people.withPassword("besieged");
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
    AccountId id = people.withPassword("guessed-at-home");
    people.withPassword("neighbour");
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
    AccountId id = people.withPassword("forgetful");
    browsers.remember("old-browser", id);
    passwords.giveLasting(id, "ein anderes Fahrrad im Regen");
    failUntilLockedOut("forgetful");
    assertThat(signIn.password("forgetful", "ein anderes Fahrrad im Regen", HERE, "old-browser"))
        .isInstanceOf(LockedUntil.class);
  }

  @Test
  void whoSignsInRightlyAllMorningLocksNobodyOut() {
    people.withPassword("busy");
    for (int i = 0; i < 40; i++) {
      assertThat(signIn.password("busy", PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    }
    assertThat(jdbc.sql("select max(failures) from sign_in_tally").query(Integer.class).single())
        .isZero();
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
}
