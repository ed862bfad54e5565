package io.daysheet.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.Role;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import io.daysheet.server.identity.SignInOutcome.LockedUntil;
import io.daysheet.server.identity.SignInOutcome.NewPasswordNeeded;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorIT {

  private static final Pattern PASSWORD = Pattern.compile("([a-z2-9]{5}-){3}[a-z2-9]{5}");

  @Autowired Environment server;
  @Autowired AccountRegister register;
  @Autowired Accounts accounts;
  @Autowired Passwords passwords;
  @Autowired Recovery recovery;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired SignIn signIn;

  private final MockEnvironment environment = new MockEnvironment();

  private int begin;

  @BeforeEach
  void empty(CapturedOutput output) {
    TestDatabase.owner(server).sql("truncate account, sign_in_tally cascade").update();
    // the server of this test has printed one too
    begin = output.getOut().length();
  }

  @AfterEach
  void letOtherTestsSignInAgain() {
    TestAccounts.in(TestDatabase.owner(server));
  }

  @Test
  void isMadeOnceAndMustChooseAPassword(CapturedOutput output) {
    start();
    String password = password(printed(output));
    assertThat(signIn.password("admin", password, "::1", null))
        .isInstanceOfSatisfying(
            NewPasswordNeeded.class,
            next -> assertThat(next.account().roles()).containsExactly(Role.ADMIN));

    start();
    assertThat(PASSWORD.matcher(printed(output)).results()).hasSize(1);
    assertThat(printed(output).lines().filter(line -> line.contains(password)))
        .as("printed, not logged")
        .singleElement()
        .asString()
        .doesNotContain("INFO", "WARN");
  }

  @Test
  void isNotNeededWhereSomebodyElseChecksWhoSignsIn(CapturedOutput output) {
    environment.setProperty(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://id.example.org");
    start();
    assertThat(printed(output)).doesNotContainPattern(PASSWORD);
    assertThat(register.isEmpty()).isTrue();
  }

  @Test
  void whoForgotThePasswordGetsAnotherByTheStartLine(CapturedOutput output) {
    start();
    var id = accounts.findByLogin("admin").orElseThrow().id();
    assertThat(passwords.replace(id, "blaues Fahrrad im Regen", null, () -> {})).isEmpty();
    for (int i = 0; i < 5; i++) {
      signIn.password("admin", "forgotten", "::1", null);
    }
    assertThat(signIn.password("admin", "forgotten", "::1", null)).isInstanceOf(LockedUntil.class);
    String first = password(printed(output));

    environment.setProperty("daysheet.identity.reset-password", " Admin");
    start();
    String second = password(printed(output));
    assertThat(second).isNotEqualTo(first);
    assertThat(signIn.password("admin", second, "::1", null)).isInstanceOf(NewPasswordNeeded.class);
  }

  private void start() {
    new FirstAdministrator(
            register,
            accounts,
            passwords,
            recovery,
            new IdentitySettings(environment),
            transaction,
            events)
        .run(new DefaultApplicationArguments());
  }

  private String printed(CapturedOutput output) {
    return output.getOut().substring(begin);
  }

  private static String password(String output) {
    Matcher found = PASSWORD.matcher(output);
    String last = "";
    while (found.find()) {
      last = found.group();
    }
    assertThat(last).isNotEmpty();
    return last;
  }
}
