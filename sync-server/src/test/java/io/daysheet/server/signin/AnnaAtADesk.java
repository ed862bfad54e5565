package io.daysheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.identity.Accounts;
import io.daysheet.server.identity.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Anna, who signs in at a desk through her browser, in time that a test lets pass.
abstract class AnnaAtADesk {

  static final String PASSWORD = "seven quiet lamps on a hill";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Passwords passwords;
  @Autowired Accounts accounts;
  @Autowired Sessions sessions;
  @Autowired SettableClock clock;
  DeskClient desk;

  @BeforeEach
  void open() {
    // the clock of another test may have been ahead
    jdbc.sql("delete from sign_in_tally").update();
    AccountId anna = new AccountId(TestAccounts.account(jdbc, "anna", "Anna Berg", "SCHEDULER"));
    jdbc.sql("update account set active = true where login = 'anna'").update();
    accounts.refresh();
    passwords.giveLasting(anna, PASSWORD);
    desk = DeskClient.at(port);
  }

  @AfterEach
  void now() {
    clock.set(SettableClock.TUESDAY);
  }

  void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  Browser signIn() {
    return Browser.open(port, desk.authorize()).fill("login", "Anna", "password", PASSWORD);
  }

  Answer signedIn() {
    Answer answer = desk.exchange(signIn().told("code"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static void assertRefused(Answer answer, String error) {
    assertThat(answer.status()).as(answer.text()).isIn(400, 401);
    assertThat(answer.json().path("error").asString("")).isEqualTo(error);
    assertThat(answer.json().has("access_token")).isFalse();
  }

  static <T> List<Answer> together(List<T> shown, Function<T, Answer> ask) throws Exception {
    try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls =
          shown.stream().<Callable<Answer>>map(each -> () -> ask.apply(each)).toList();
      return desks.invokeAll(calls).stream().map(future -> future.resultNow()).toList();
    }
  }
}
