package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.wire.Me;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What can go wrong between a desk, a browser and the real server.
class BrowserSignInIT {

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();
  private static PersonAtTheBrowser person;

  private ServerAddress address;
  private final CompletableFuture<URI> opened = new CompletableFuture<>();
  private final CompletableFuture<SignInOutcome> outcome = new CompletableFuture<>();

  @BeforeAll
  static void start() {
    person = new PersonAtTheBrowser(SERVER.people().called("receptionist"));
  }

  @BeforeEach
  void open() {
    address = new ServerAddress(SERVER.address().toString(), "Desk 1");
  }

  @AfterEach
  void close() {
    address.close();
  }

  private URI begin(Duration patience) throws Exception {
    Request _ =
        new BrowserSignIn(address, Runnable::run, InstantSource.system(), patience)
            .signIn(opened::complete, outcome::complete);
    return opened.get(10, TimeUnit.SECONDS);
  }

  private URI begin() throws Exception {
    return begin(Duration.ofSeconds(20));
  }

  private SignInOutcome end() throws Exception {
    return outcome.get(20, TimeUnit.SECONDS);
  }

  private static int bring(URI answer) throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser
          .send(HttpRequest.newBuilder(answer).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void whatTheBrowserBringsBecomesTokensThatTheServerTakes() throws Exception {
    assertThat(bring(person.answer(begin()))).isEqualTo(200);

    UserTokens tokens = ((SignedIn) end()).tokens();
    var me = new CompletableFuture<Outcome<Me>>();
    try (var known = new ServerAddress(SERVER.address().toString(), "Desk 1", tokens)) {
      Request _ = new HttpAccountServer(known, Runnable::run).me(me::complete);
      assertThat(me.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aWrongStateIsRefusedAndTheRealAnswerStillCounts() throws Exception {
    URI answer = person.answer(begin());
    URI forged = URI.create(answer.toString().replaceFirst("state=[^&]*", "state=forged"));

    assertThat(bring(forged)).isEqualTo(400);
    assertThat(outcome).isNotDone();
    assertThat(bring(answer)).isEqualTo(200);
    assertThat(end()).isInstanceOf(SignedIn.class);
  }

  @Test
  void anAnswerInAnothersNameEndsTheSignIn() throws Exception {
    URI answer = person.answer(begin());
    bring(URI.create(answer.toString().replaceFirst("iss=[^&]*", "iss=https://another.example")));

    assertThat(end()).isEqualTo(new NotSignedIn(Why.BROKEN));
  }

  /// Somebody else knows the address that the browser was sent to, and signs in with it too.
  @Test
  void theFirstOfTwoAnswersCounts() throws Exception {
    URI page = begin();
    URI first = person.answer(page);
    URI second = person.answer(page);
    assertThat(first).isNotEqualTo(second);

    assertThat(bring(first)).isEqualTo(200);
    assertThat(end()).isInstanceOf(SignedIn.class);
    assertThatThrownBy(() -> bring(second)).isInstanceOf(IOException.class);
  }

  @Test
  void whatTheServerRefusesIsRefusedAtTheDesk() throws Exception {
    URI page = begin();
    URI answer = person.answer(URI.create(page + "&scope=no-such-scope"));
    assertThat(answer.getQuery()).contains("error=invalid_scope");
    bring(answer);

    assertThat(end()).isEqualTo(new NotSignedIn(Why.REFUSED));
  }

  @Test
  void whoHasTheCodeAloneSpendsNothingOfTheDesks() throws Exception {
    URI answer = person.answer(begin());
    String code = answer.getQuery().replaceFirst(".*code=([^&]*).*", "$1");
    try (HttpClient thief = HttpClient.newHttpClient()) {
      thief.send(
          HttpRequest.newBuilder(SERVER.address().resolve("/oauth2/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "grant_type=authorization_code&client_id=daysheet-desk&code="
                          + code
                          + "&code_verifier=guessed"))
              .build(),
          BodyHandlers.discarding());
    }
    bring(answer);

    assertThat(end()).isInstanceOf(SignedIn.class);
  }

  /// The browser comes to a closed door; the code it brought is worth nothing to anybody.
  @Test
  void whoTakesTooLongFindsTheDoorClosed() throws Exception {
    URI page = begin(Duration.ofMillis(300));
    assertThat(end()).isEqualTo(new NotSignedIn(Why.TIMED_OUT));
    URI late = person.answer(page);

    assertThatThrownBy(() -> bring(late)).isInstanceOf(IOException.class);
  }

  @Test
  void aServerThatIsGoneMeanwhileGivesNoAnswer() throws Exception {
    FrailLine line = new FrailLine(SERVER.port());
    try (var far = new ServerAddress(line.address().toString(), "Desk 1")) {
      URI answer;
      try (line) {
        Request _ =
            new BrowserSignIn(far, Runnable::run, InstantSource.system(), Duration.ofSeconds(20))
                .signIn(opened::complete, outcome::complete);
        answer = person.answer(opened.get(10, TimeUnit.SECONDS));
      }
      bring(answer);

      assertThat(end()).isEqualTo(new NotSignedIn(Why.NO_ANSWER));
    }
  }
}
