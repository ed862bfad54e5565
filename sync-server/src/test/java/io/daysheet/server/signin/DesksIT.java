package io.daysheet.server.signin;

import static io.daysheet.server.signin.DeskClient.access;
import static io.daysheet.server.signin.DeskClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.identity.AccountId;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/// People sign in at a desk through their browser; who tries it in another way does not get in.
@ServerTest
@Import(SettableClock.Configuration.class)
class DesksIT extends AnnaAtADesk {

  @Test
  void whoSignsInIsKnownAtTheDeskAndAskedAgainTheNextTime() {
    Browser browser = Browser.open(port, desk.authorize());
    assertThat(browser.text()).contains("Sign in", "type=\"password\"");
    assertThat(browser.header("Content-Security-Policy")).contains("default-src 'none'", "sha256-");
    assertThat(browser.header("Cache-Control")).contains("no-store");

    browser.fill("login", "Anna", "password", PASSWORD);

    assertThat(browser.calledDesk()).startsWith(DeskClient.CALL_BACK + "?code=");
    assertThat(browser.told("state")).isEqualTo("s&t");
    assertThat(browser.told("iss")).isEqualTo("http://127.0.0.1:" + port);
    Answer tokens = desk.exchange(browser.told("code"));
    assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
    assertThat(desk.hospitals(access(tokens))).isEqualTo(200);
    assertThat(browser.open(desk.authorize()).text()).contains("type=\"password\"");
  }

  @Test
  void wrongAndUnknownLookTheSameAndNothingTypedComesBackUnescaped() {
    Browser browser = Browser.open(port, desk.authorize());
    browser.fill("login", "anna", "password", "wrong");
    assertThat(browser.status()).isEqualTo(401);
    String wrong = browser.text().replaceAll("value=\"[^\"]*\"", "");
    browser.fill("login", "\"><script>x", "password", "wrong");
    assertThat(browser.status()).isEqualTo(401);
    assertThat(browser.text()).doesNotContain("<script").contains("&lt;script");
    assertThat(browser.text().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(wrong);
    assertThat(browser.fill("login", "anna", "password", PASSWORD).calledDesk()).isNotEmpty();
  }

  /// A stranger at the same address has locked her login; the browser that she uses every day knows
  /// her.
  @Test
  void whoSignedInHereBeforeIsNotLockedOutByOthers() {
    Browser annas = signIn();
    assertThat(annas.calledDesk()).isNotEmpty();
    Browser strangers = Browser.open(port, desk.authorize());
    for (int i = 0; i < 5; i++) {
      strangers.fill("login", "anna", "password", "wrong" + i);
    }
    assertThat(strangers.status()).isEqualTo(429);

    annas.open(desk.authorize()).fill("login", "anna", "password", PASSWORD);
    assertThat(annas.calledDesk()).isNotEmpty();
    assertThat(annas.cookie(BrowserCookie.NAME))
        .returns("/login", HttpCookie::getPath)
        .returns(true, HttpCookie::isHttpOnly);
    strangers.fill("login", "anna", "password", PASSWORD);
    assertThat(strangers.status()).as("not even with the right one").isEqualTo(429);
  }

  @Test
  void whoTriesTooOftenIsToldToWait() {
    Browser browser = Browser.open(port, desk.authorize());
    for (int i = 0; i < 30 && browser.status() != 429; i++) {
      browser.fill("login", "guessed", "password", "wrong" + i);
    }
    assertThat(browser.status()).isEqualTo(429);
    assertThat(browser.text()).contains("Too many tries");
    assertThat(browser.header("Retry-After")).matches("\\d+");
  }

  @Test
  void aGivenPasswordIsReplacedFirst() {
    AccountId ben = new AccountId(TestAccounts.account(jdbc, "ben", "Ben", "SCHEDULER"));
    String given = passwords.giveOneTime(ben, () -> {}).password();
    Browser browser = Browser.open(port, desk.authorize());
    browser.fill("login", "ben", "password", given);
    assertThat(browser.calledDesk()).isEmpty();
    assertThat(browser.text()).contains("Choose a password of your own");
    browser.fill("password", "short", "again", "short");
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text()).contains("too short");
    browser.fill("password", PASSWORD + "!", "again", PASSWORD);
    assertThat(browser.text()).contains("not the same");
    // the step can't be gone round
    assertThat(Browser.open(port, desk.authorize()).forge("/login/new-password").calledDesk())
        .isEmpty();
    browser.fill("password", PASSWORD + "!", "again", PASSWORD + "!");
    assertThat(desk.exchange(browser.told("code")).status()).isEqualTo(200);
  }

  @Test
  void aFormThatThePageDidNotMakeIsRefused() {
    Browser browser =
        Browser.open(port, desk.authorize()).forge("/login", "login", "anna", "password", PASSWORD);
    assertThat(browser.calledDesk()).isEmpty();
    assertThat(browser.text()).contains("type=\"password\"");
  }

  @Test
  void withoutADeskThatWaitsThereIsNothingToSignInTo() {
    assertThat(Browser.open(port, "/login").text()).contains("Begin at your desk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/signed-in",
        "http://127.0.0.1:49152/elsewhere",
        "http://localhost:49152/signed-in",
        "http://127.0.0.1.evil.example/signed-in",
        "http://127.0.0.1:49152/signed-in/../x",
        "http://user@127.0.0.1:49152/signed-in",
        "http://127.0.0.1:49152/signed-in#x"
      })
  void aCodeGoesToNoOtherAddress(String address) {
    Browser browser =
        Browser.open(
            port,
            DeskClient.authorize(
                address, "&code_challenge_method=S256&code_challenge=" + "a".repeat(43)));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.calledDesk()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&code_challenge=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "&code_challenge_method=plain&code_challenge=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "&code_challenge_method=S256"
      })
  void withoutPkceNobodySignsIn(String challenge) {
    Browser browser = Browser.open(port, DeskClient.authorize(DeskClient.CALL_BACK, challenge));
    assertThat(browser.text()).doesNotContain("type=\"password\"");
    assertThat(browser.told("error")).isEqualTo("invalid_request");
    assertThat(browser.told("code")).isEmpty();
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifierOrAddress() {
    String code = signIn().told("code");
    assertRefused(desk.exchange(code, Secrets.make() + "x", DeskClient.CALL_BACK), "invalid_grant");
    assertRefused(desk.exchange(code, "", DeskClient.CALL_BACK), "invalid_grant");
    assertRefused(
        desk.form(
            "/oauth2/token",
            "grant_type=authorization_code&client_id=daysheet-desk&code="
                + code
                + "&redirect_uri="
                + DeskClient.CALL_BACK),
        "invalid_client");
    assertRefused(
        desk.exchange(code, desk.verifier(), "http://127.0.0.1:50000/signed-in"), "invalid_grant");
    assertThat(desk.exchange(code).status()).isEqualTo(200);
  }

  @Test
  void aCodeThatIsShownAgainEndsTheSession() {
    String code = signIn().told("code");
    Answer tokens = desk.exchange(code);
    assertThat(desk.hospitals(access(tokens))).isEqualTo(200);
    assertRefused(desk.exchange(code), "invalid_grant");
    assertThat(desk.hospitals(access(tokens))).isEqualTo(401);
    assertRefused(desk.refresh(refresh(tokens)), "invalid_grant");
  }

  @Test
  void ofTwoWhoExchangeOneCodeAtOnceNoneStays() throws Exception {
    String code = signIn().told("code");
    List<Answer> answers = together(Stream.generate(() -> code).limit(4).toList(), desk::exchange);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThan(2);
    answers.stream()
        .filter(answer -> answer.status() == 200)
        .forEach(answer -> assertThat(desk.hospitals(access(answer))).isEqualTo(401));
  }

  @Test
  void aCodeIsGoodForAMinute() {
    String code = signIn().told("code");
    later(Duration.ofSeconds(61));
    assertRefused(desk.exchange(code), "invalid_grant");
  }

  @Test
  void aDeskCantSignInAsAProgramNorAProgramAsADesk() {
    assertRefused(
        desk.form("/oauth2/token", "grant_type=client_credentials&client_id=daysheet-desk"),
        "invalid_client");
    assertRefused(
        desk.form(
            "/oauth2/token",
            "grant_type=refresh_token&refresh_token="
                + refresh(signedIn())
                + "&client_id="
                + TestAccounts.DESK
                + "&client_secret="
                + TestAccounts.secret(TestAccounts.DESK)),
        "invalid_grant");
  }
}
