package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// One sign-in through a browser, against a made-up authorization server.
class BrowserSignInTest {

  @AutoClose private final SignInAtHand at = new SignInAtHand();
  private final SignInPages pages = at.pages;

  private UserTokens signedIn() throws Exception {
    Request _ = at.begin();
    URI page = at.page();
    assertThat(SignInPages.bring(page, "code", "c-1", "state", SignInPages.state(page)))
        .isEqualTo(200);
    return ((SignedIn) at.end()).tokens();
  }

  @Test
  void theCodeIsExchangedWithTheVerifierOfItsChallenge() throws Exception {
    UserTokens tokens = signedIn();

    assertThat(tokens.current().value()).isEqualTo("access-1");
    Map<String, String> form = pages.tokenRequests.getFirst();
    HttpUrl page = HttpUrl.get(at.page().toString());
    assertThat(page.queryParameter("code_challenge_method")).isEqualTo("S256");
    assertThat(page.queryParameter("code_challenge"))
        .isEqualTo(Pkce.challenge(String.valueOf(form.get("code_verifier"))));
    assertThat(form)
        .containsEntry("code", "c-1")
        .containsEntry("client_id", "daysheet-desk")
        .containsEntry("redirect_uri", page.queryParameter("redirect_uri"));
    assertThat(page.queryParameter("redirect_uri"))
        .matches("http://127\\.0\\.0\\.1:\\d+/signed-in");
  }

  @Test
  void theClockIsHeldAgainstTheServers() throws Exception {
    UserTokens _ = signedIn();

    assertThat(((SignedIn) at.end()).ahead()).isEqualTo(Duration.ofSeconds(330));
  }

  @Test
  void anAnswerWithAnotherStateIsRefusedAndTheRealOneStillCounts() throws Exception {
    Request _ = at.begin();
    URI page = at.page();

    assertThat(SignInPages.bring(page, "code", "stolen", "state", "wrong")).isEqualTo(400);
    assertThat(SignInPages.bring(page, "code", "stolen")).isEqualTo(400);
    assertThat(at.outcome).isNotDone();
    assertThat(pages.tokenRequests).isEmpty();
    assertThat(SignInPages.bring(page, "code", "c-1", "state", SignInPages.state(page)))
        .isEqualTo(200);
    assertThat(at.end()).isInstanceOf(SignedIn.class);
    assertThat(pages.tokenRequests.getFirst()).containsEntry("code", "c-1");
  }

  /// As when somebody had read the address with the state in it.
  @Test
  void theFirstOfTwoAnswersCountsAndABrowserMayBringItTwice() throws Exception {
    pages.exchange =
        SignInPages.grant("access-1", "refresh-1", 300)
            .newBuilder()
            .headersDelay(500, TimeUnit.MILLISECONDS)
            .build();
    Request _ = at.begin();
    URI page = at.page();
    String state = SignInPages.state(page);

    assertThat(SignInPages.bring(page, "code", "c-1", "state", state)).isEqualTo(200);
    assertThat(SignInPages.bring(page, "code", "c-2", "state", state)).isEqualTo(400);
    assertThat(SignInPages.bring(page, "code", "c-1", "state", state)).isEqualTo(200);
    assertThat(at.end()).isInstanceOf(SignedIn.class);
    assertThat(pages.tokenRequests).singleElement().asString().contains("code=c-1");
  }

  @Test
  void whoStopsInTheBrowserIsNotSignedIn() throws Exception {
    Request _ = at.begin();
    URI page = at.page();
    SignInPages.bring(page, "error", "access_denied", "state", SignInPages.state(page));

    assertThat(at.end()).isEqualTo(new NotSignedIn(Why.CANCELLED));
  }

  @Test
  void aBrowserThatDoesNotComeBackIsNotWaitedForForever() throws Exception {
    Request _ = at.begin(Duration.ofMillis(200));

    assertThat(at.end()).isEqualTo(new NotSignedIn(Why.TIMED_OUT));
    assertThat(SignInPages.bring(at.page(), "code", "late", "state", SignInPages.state(at.page())))
        .isEqualTo(-1);
  }

  @Test
  void aCancelledSignInShutsItsDoorAndIsNotHeardOf() throws Exception {
    Request attempt = at.begin();
    URI page = at.page();
    attempt.cancel();

    await()
        .until(() -> SignInPages.bring(page, "code", "c", "state", SignInPages.state(page)) == -1);
    assertThat(at.outcome).isNotDone();
  }

  @Test
  void aServerThatIsAwayIsToldFromOneThatRefuses() throws Exception {
    pages.exchange = SignInPages.refused();
    Request _ = at.begin();
    URI page = at.page();
    SignInPages.bring(page, "code", "used", "state", SignInPages.state(page));
    assertThat(at.end()).isEqualTo(new NotSignedIn(Why.REFUSED));

    pages.close();
    var away = new CompletableFuture<SignInOutcome>();
    Request _ =
        SignInAtHand.signIn(at.address, Duration.ofSeconds(5)).signIn(_ -> {}, away::complete);
    assertThat(away.get(10, TimeUnit.SECONDS)).isEqualTo(new NotSignedIn(Why.NO_ANSWER));
  }

  @Test
  void tokensAreRenewedBeforeTheyEndAndEachRefreshTokenIsShownOnce() throws Exception {
    pages.exchange = SignInPages.grant("short", "refresh-1", 10);
    UserTokens tokens = signedIn();

    assertThat(tokens.current().value()).isEqualTo("access-2");
    assertThat(tokens.current().value()).isEqualTo("access-2");
    assertThat(pages.tokenRequests).hasSize(2);
    assertThat(pages.tokenRequests.get(1)).containsEntry("refresh_token", "refresh-1");
  }

  @Test
  void aTokenThatTheServerDoesNotTakeIsReplacedOnce() throws Exception {
    UserTokens tokens = signedIn();

    assertThat(tokens.insteadOf("access-1").value()).isEqualTo("access-2");
    assertThat(tokens.insteadOf("access-1").value()).isEqualTo("access-2");
    assertThat(pages.tokenRequests).hasSize(2);
  }

  @Test
  void aRefusedRenewalEndsTheSessionAndIsToldOnce() throws Exception {
    var told = new AtomicInteger();
    UserTokens tokens = signedIn();
    tokens.whenEnded(told::incrementAndGet);
    pages.refresh = SignInPages.refused();

    assertThatThrownBy(() -> tokens.insteadOf("access-1")).isInstanceOf(IOException.class);
    assertThatThrownBy(tokens::current).isInstanceOf(IOException.class);
    assertThat(told).hasValue(1);
    assertThat(pages.tokenRequests).hasSize(2);
  }

  @Test
  void aRenewalThatWasNotAnsweredIsTriedAgain() throws Exception {
    var told = new AtomicInteger();
    UserTokens tokens = signedIn();
    tokens.whenEnded(told::incrementAndGet);
    pages.refresh = new MockResponse.Builder().code(503).build();
    assertThatThrownBy(() -> tokens.insteadOf("access-1")).isInstanceOf(IOException.class);

    pages.refresh = SignInPages.grant("access-3", "refresh-3", 300);
    assertThat(tokens.insteadOf("access-1").value()).isEqualTo("access-3");
    assertThat(told).hasValue(0);
  }

  /// RFC 6749, section 6: some providers give nothing new.
  @Test
  void aRenewalWithoutANewRefreshTokenMeansTheOldOneGoesOn() throws Exception {
    pages.refresh =
        new MockResponse.Builder()
            .body("{\"access_token\":\"access-2\",\"expires_in\":300}")
            .build();
    UserTokens tokens = signedIn();

    assertThat(tokens.insteadOf("access-1").value()).isEqualTo("access-2");
    pages.refresh = SignInPages.grant("access-3", "refresh-3", 300);
    assertThat(tokens.insteadOf("access-2").value()).isEqualTo("access-3");
    assertThat(pages.tokenRequests.getLast()).containsEntry("refresh_token", "refresh-1");
  }

  @Test
  void whoSignsOutIsSignedOutAtTheServer() throws Exception {
    UserTokens tokens = signedIn();
    tokens.signOut();

    assertThatThrownBy(tokens::current).isInstanceOf(IOException.class);
    await().until(() -> pages.revoked.get() == 1);
  }

  @Test
  void theSamePersonsNextSignInGoesOnWhereTheLastOneEnded() throws Exception {
    UserTokens tokens = signedIn();
    pages.refresh = SignInPages.refused();
    assertThatThrownBy(() -> tokens.insteadOf("access-1")).isInstanceOf(IOException.class);
    var fresh = new UserTokens(endpoint(), new Grant("access-9", Duration.ofMinutes(5), null));

    tokens.adopt(fresh);

    assertThat(tokens.current().value()).isEqualTo("access-9");
    assertThatThrownBy(fresh::current).isInstanceOf(IOException.class);
  }

  @Test
  void nothingThatIsPrintedHoldsAToken() throws Exception {
    UserTokens tokens = signedIn();

    assertThat(List.of(tokens, tokens.current(), at.end()).toString())
        .doesNotContain("access-1")
        .doesNotContain("refresh-1");
  }

  private TokenEndpoint endpoint() {
    return new TokenEndpoint(
        at.address.client(), HttpUrl.get(pages.address() + "/oauth2/token"), null, "daysheet-desk");
  }
}
