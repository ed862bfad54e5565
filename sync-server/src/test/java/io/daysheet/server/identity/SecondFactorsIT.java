package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import io.daysheet.server.identity.SignInOutcome.Refused;
import io.daysheet.server.identity.SignInOutcome.SecondFactorNeeded;
import io.daysheet.server.identity.SignInOutcome.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@Import(SettableClock.Configuration.class)
@RecordApplicationEvents
class SecondFactorsIT {

  private static final String PASSWORD = "blaues Fahrrad im Regen";
  private static final String HERE = "10.1.2.3";

  @Autowired SecondFactors factors;
  @Autowired SignIn signIn;
  @Autowired AccountRegister register;
  @Autowired Passwords passwords;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @Autowired ApplicationEvents events;

  private Account anna;
  private Instant since;

  @BeforeEach
  void somebody() {
    clock.set(SettableClock.TUESDAY);
    since = SettableClock.TUESDAY;
    jdbc.sql("delete from sign_in_tally").update();
    anna =
        new Account(
            new AccountId(UUID.randomUUID()),
            "anna+" + UUID.randomUUID(),
            "Anna",
            Set.of(Role.RECEPTIONIST),
            Set.of(),
            false,
            null,
            null,
            true,
            1);
    register.add(anna);
    passwords.giveLasting(anna.id(), PASSWORD);
  }

  @Test
  void afterThePasswordACodeIsAskedForAndEachWorksOnce() {
    byte[] key = enrol();
    assertThat(signIn.password(anna.login(), PASSWORD, HERE, null))
        .isEqualTo(new SecondFactorNeeded(anna, since));

    String code = later(key, 30);
    assertThat(signIn.secondFactor(anna.id(), since, "000000", HERE)).isInstanceOf(Refused.class);
    assertThat(
            signIn.secondFactor(
                anna.id(), since, code.substring(0, 3) + " " + code.substring(3), HERE))
        .isEqualTo(new SignedIn(anna));
    assertThat(signIn.secondFactor(anna.id(), since, code, HERE))
        .as("again")
        .isInstanceOf(Refused.class);
    assertThat(signIn.secondFactor(anna.id(), since, codeAt(key, -30), HERE))
        .as("the one before is spent too")
        .isInstanceOf(Refused.class);
    assertThat(signIn.secondFactor(anna.id(), since, later(key, 30), HERE))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void theCodeThatConfirmedItIsSpent() {
    byte[] key = begin();
    String code = codeAt(key, 0);
    assertThat(factors.confirm(anna.id(), code)).isPresent();
    assertThat(signIn.secondFactor(anna.id(), since, code, HERE)).isInstanceOf(Refused.class);
  }

  @Test
  void nobodyIsAskedForACodeBeforeOneWasShown() {
    byte[] key = begin();
    assertThat(signIn.password(anna.login(), PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    assertThat(factors.confirm(anna.id(), "123456")).isEmpty();
    assertThat(signIn.secondFactor(anna.id(), since, codeAt(key, 0), HERE))
        .isInstanceOf(Refused.class);

    clock.set(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(factors.confirm(anna.id(), codeAt(key, 0))).as("too late").isEmpty();
    assertThat(factors.isActive(anna.id())).isFalse();
  }

  @Test
  void anActiveOneIsNotReplacedByOneThatIsBegun() {
    byte[] key = enrol();
    assertThat(factors.begin(anna)).isEmpty();
    assertThat(signIn.secondFactor(anna.id(), since, later(key, 30), HERE))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void twoWhoShowOneCodeAtOnceAreOne() throws Exception {
    byte[] key = enrol();
    String code = later(key, 30);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<SignInOutcome> attempt = () -> signIn.secondFactor(anna.id(), since, code, HERE);
      List<SignInOutcome> outcomes =
          threads.invokeAll(Stream.generate(() -> attempt).limit(3).toList()).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(outcomes.stream().filter(SignedIn.class::isInstance)).hasSize(1);
    }
  }

  @Test
  void aRecoveryCodeWorksOnceHoweverItIsTyped() {
    byte[] key = begin();
    List<String> recovery = factors.confirm(anna.id(), codeAt(key, 0)).orElseThrow();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

    String typed = " " + recovery.get(3).replace("-", " ").toUpperCase(Locale.ROOT);
    assertThat(signIn.secondFactor(anna.id(), since, typed, HERE)).isInstanceOf(SignedIn.class);
    assertThat(signIn.secondFactor(anna.id(), since, typed, HERE)).isInstanceOf(Refused.class);
    assertThat(signIn.secondFactor(anna.id(), since, recovery.get(4), HERE))
        .isInstanceOf(SignedIn.class);
    assertThat(signIn.secondFactor(anna.id(), since, "", HERE)).isInstanceOf(Refused.class);
  }

  @Test
  void whoKnowsThePasswordGuessesNoCode() {
    enrol();
    for (int i = 0; i < 4; i++) {
      assertThat(signIn.password(anna.login(), PASSWORD, HERE, null))
          .isInstanceOf(SecondFactorNeeded.class);
      assertThat(signIn.secondFactor(anna.id(), since, "12345" + i, HERE))
          .isInstanceOf(Refused.class);
    }
    assertThat(signIn.password(anna.login(), PASSWORD, HERE, null))
        .isInstanceOf(SecondFactorNeeded.class);
    assertThat(signIn.secondFactor(anna.id(), since, "123459", HERE))
        .isInstanceOf(LockedUntil.class);
  }

  @Test
  void aGivenPasswordIsChangedAfterTheCode() {
    byte[] key = enrol();
    String given = passwords.giveOneTime(anna.id(), () -> {}).password();
    since = clock.instant();
    assertThat(signIn.password(anna.login(), given, HERE, null))
        .isInstanceOf(SecondFactorNeeded.class);
    assertThat(signIn.secondFactor(anna.id(), since, later(key, 30), HERE))
        .isInstanceOf(NewPasswordNeeded.class);
  }

  @Test
  void aCodeAfterAPasswordThatIsAnotherByNowIsWorthNothing() {
    byte[] key = enrol();
    assertThat(signIn.password(anna.login(), PASSWORD, HERE, null))
        .isInstanceOf(SecondFactorNeeded.class);
    clock.set(clock.instant().plusSeconds(30));
    passwords.giveOneTime(anna.id(), () -> {});
    assertThat(signIn.secondFactor(anna.id(), since, codeAt(key, 0), HERE))
        .isInstanceOf(Refused.class);
  }

  @Test
  void removedItIsGoneWithItsRecoveryCodes() {
    byte[] key = begin();
    List<String> recovery = factors.confirm(anna.id(), codeAt(key, 0)).orElseThrow();
    factors.remove(anna.id(), "this sign-in");
    assertThat(events.stream(CredentialsChanged.class))
        .contains(new CredentialsChanged(anna.id(), "this sign-in"));
    assertThat(signIn.password(anna.login(), PASSWORD, HERE, null)).isInstanceOf(SignedIn.class);
    assertThat(signIn.secondFactor(anna.id(), since, recovery.getFirst(), HERE))
        .isInstanceOf(Refused.class);
    assertThat(factors.begin(anna)).isPresent();
  }

  @Test
  void theKeyIsEncryptedForItsAccount() {
    byte[] key = enrol();
    byte[] stored =
        jdbc.sql("select key from second_factor where account_id = ?")
            .param(anna.id().value())
            .query((row, _) -> row.getBytes(1))
            .single();
    assertThat(HexFormat.of().formatHex(stored)).doesNotContain(HexFormat.of().formatHex(key));
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(new Base32().encodeToString(key));
  }

  private byte[] enrol() {
    byte[] key = begin();
    assertThat(factors.confirm(anna.id(), codeAt(key, 0))).isPresent();
    return key;
  }

  private byte[] begin() {
    SecondFactors.Enrolment begun = factors.begin(anna).orElseThrow();
    assertThat(begun.uri())
        .isEqualTo(
            "otpauth://totp/Daysheet:%s?secret=%s&issuer=Daysheet"
                .formatted(anna.login().replace("+", "%2B"), begun.key()));
    assertThat(begun.toString()).doesNotContain(begun.key());
    return new Base32().decode(begun.key());
  }

  private String later(byte[] key, int seconds) {
    clock.set(clock.instant().plusSeconds(seconds));
    return codeAt(key, 0);
  }

  private String codeAt(byte[] key, int seconds) {
    return new TimeCodes().code(key, clock.instant().plusSeconds(seconds).getEpochSecond() / 30);
  }
}
