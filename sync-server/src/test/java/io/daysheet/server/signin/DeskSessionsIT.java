package io.daysheet.server.signin;

import static io.daysheet.server.signin.DeskClient.access;
import static io.daysheet.server.signin.DeskClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// How long somebody is signed in at a desk, and what ends it.
@ServerTest
@Import(SettableClock.Configuration.class)
class DeskSessionsIT extends AnnaAtADesk {

  @Test
  void anAccessTokenIsGoodForFiveMinutesAndARefreshTokenForOneExchange() {
    Answer first = signedIn();
    later(Duration.ofMinutes(5).plusSeconds(6));
    assertThat(desk.hospitals(access(first))).isEqualTo(401);
    Answer second = desk.refresh(refresh(first));
    assertThat(second.status()).as(second.text()).isEqualTo(200);
    assertThat(refresh(second)).isNotEqualTo(refresh(first));
    assertThat(desk.hospitals(access(second))).isEqualTo(200);
  }

  @Test
  void aSpentRefreshTokenEndsTheWholeFamily() {
    Answer first = signedIn();
    Answer second = desk.refresh(refresh(first));
    Answer third = desk.refresh(refresh(second));
    assertRefused(desk.refresh(refresh(first)), "invalid_grant");
    assertThat(desk.hospitals(access(third))).isEqualTo(401);
    assertThat(desk.hospitals(access(second))).isEqualTo(401);
    assertRefused(desk.refresh(refresh(third)), "invalid_grant");
    // another sign-in of the same person goes on
    assertThat(desk.hospitals(access(signedIn()))).isEqualTo(200);
  }

  @Test
  void ofTwoWhoExchangeOneRefreshTokenAtOnceNoneStays() throws Exception {
    Answer first = signedIn();
    List<Answer> answers =
        together(Stream.generate(() -> refresh(first)).limit(4).toList(), desk::refresh);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThan(2);
    answers.stream()
        .filter(answer -> answer.status() == 200)
        .forEach(answer -> assertThat(desk.hospitals(access(answer))).isEqualTo(401));
  }

  @Test
  void aDeskThatIsNotHeardOfForAQuarterOfAnHourIsSignedOut() {
    Answer first = signedIn();
    later(Duration.ofMinutes(15).plusSeconds(1));
    assertRefused(desk.refresh(refresh(first)), "invalid_grant");
  }

  @Test
  void aSessionEndsWithTheWorkingDayHoweverBusyTheDeskIs() {
    Answer last = signedIn();
    for (int i = 0; i < 72; i++) {
      later(Duration.ofMinutes(10));
      Answer next = desk.refresh(refresh(last));
      if (next.status() != 200) {
        assertThat(i).as("after twelve hours").isEqualTo(71);
        return;
      }
      last = next;
    }
    throw new AssertionError("it never ended");
  }

  @Test
  void whoSignsOutIsSignedOutAtOnce() {
    Answer tokens = signedIn();
    assertThat(desk.revoke(refresh(tokens)).status()).isEqualTo(200);
    assertThat(desk.hospitals(access(tokens))).isEqualTo(401);
    assertRefused(desk.refresh(refresh(tokens)), "invalid_grant");
    // an unknown one tells nothing
    assertThat(desk.revoke("unknown").status()).isEqualTo(200);
  }

  @Test
  void whoIsPutOutOfServiceIsOutAtOnce() {
    Answer tokens = signedIn();
    jdbc.sql("update account set active = false where login = 'anna'").update();
    accounts.refresh();
    assertThat(desk.hospitals(access(tokens))).isEqualTo(401);
    assertRefused(desk.refresh(refresh(tokens)), "invalid_grant");
    assertThat(signIn().status()).isEqualTo(401);
  }

  @Test
  void allSessionsOfAnAccountCanBeEnded() {
    Answer one = signedIn();
    Answer two = signedIn();
    sessions.endAllOf(new AccountId(TestAccounts.id("anna")), null);
    assertThat(desk.hospitals(access(one))).isEqualTo(401);
    assertRefused(desk.refresh(refresh(two)), "invalid_grant");
  }

  @Test
  void noCodeAndNoTokenIsInTheDatabase() {
    String code = signIn().told("code");
    Answer tokens = desk.exchange(code);
    Answer next = desk.refresh(refresh(tokens));
    String rows =
        jdbc.sql(
                """
                select (select string_agg(s::text, '') from session s)
                  || (select string_agg(t::text, '') from spent_refresh_token t)
                """)
            .query(String.class)
            .single();
    assertThat(rows)
        .doesNotContain(code)
        .doesNotContain(refresh(tokens))
        .doesNotContain(refresh(next))
        .doesNotContain(access(next));
  }
}
