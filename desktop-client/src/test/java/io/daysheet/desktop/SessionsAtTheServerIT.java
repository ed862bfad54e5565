package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import io.daysheet.desktop.remote.FrailLine;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An open board at the real server, whose tokens are short: they are renewed under it, and once
/// they are renewed no more the desk asks for the sign-in and keeps what is typed.
class SessionsAtTheServerIT {

  private static final int SECONDS = 8;
  private static final Pattern SPENT =
      Pattern.compile(
          "grant_type=refresh_token&client_id=daysheet-desk&refresh_token=([\\w-]{43})");
  private static final Pattern SOCKET = Pattern.compile("GET /api/v1/changes");

  @RegisterExtension
  static final DemoServerAtHand SERVER =
      new DemoServerAtHand("--daysheet.signin.access-token=" + SECONDS + "s");

  private FrailLine line;
  private WorkplaceAtHand at;
  private TextField until;

  @BeforeEach
  void signIn() throws Exception {
    line = new FrailLine(SERVER.port());
    var browser = new PersonAtTheBrowser(SERVER.people().called("receptionist"));
    at = new WorkplaceAtHand(line.address().toString(), browser, InstantSource.system());
    at.press("#primary");
    patiently().until(() -> at.shows("#skip"));
    at.press("#skip");
    at.awaitBoard();
    until = at.openForm();
  }

  @AfterEach
  void close() {
    at.close();
    line.close();
  }

  private List<String> said(Pattern what) {
    return what.matcher(line.said()).results().map(MatchResult::group).toList();
  }

  private List<String> spent() {
    return SPENT.matcher(line.said()).results().map(each -> each.group(1)).toList();
  }

  /// The server closes a socket whose token has expired: this one stays open.
  @Test
  void theBoardStaysLiveLongerThanAnyOfItsTokens() {
    long begun = System.nanoTime();
    patiently().until(() -> System.nanoTime() - begun > (SECONDS + 4) * 1_000_000_000L);

    assertThat(spent()).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(said(SOCKET)).hasSize(1);
    assertThat(onScreen(() -> at.workplace().desk().orElseThrow().day().connectionProperty().get()))
        .isInstanceOf(Connection.Live.class);
    assertThat(until.getText()).isEqualTo("18:3");
  }

  @Test
  void aStolenTokenEndsTheSessionAndTheSamePersonGoesOnAfterASignIn() throws Exception {
    patiently().until(() -> !spent().isEmpty());
    HttpResponse<String> thief = exchange(spent().getFirst());
    assertThat(thief.statusCode()).isEqualTo(400);
    assertThat(thief.body()).isEqualTo("{\"error\":\"invalid_grant\"}");

    at.awaitText("Your sign-in has ended");
    assertThat(onScreen(() -> until.getScene() == null)).isTrue();
    assertThat(at.shows("#pin")).isFalse();
    at.press("#browser");
    at.awaitBoard();
    assertThat(onScreen(() -> at.find("#until"))).isSameAs(until);
    assertThat(until.getText()).isEqualTo("18:3");
    int before = spent().size();
    patiently().until(() -> spent().size() > before);
    assertThat(at.shows(".rail")).isTrue();
  }

  private static HttpResponse<String> exchange(String refresh) throws Exception {
    try (HttpClient thief = HttpClient.newHttpClient()) {
      return thief.send(
          HttpRequest.newBuilder(SERVER.address().resolve("/oauth2/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  BodyPublishers.ofString(
                      "grant_type=refresh_token&client_id=daysheet-desk&refresh_token=" + refresh))
              .build(),
          BodyHandlers.ofString());
    }
  }

  /// A line that falls off is no end: the desk shows what it has, and comes back by itself.
  @Test
  void aRenewalThatIsCutOffEndsNothing() {
    line.cut();
    int before = spent().size();
    patiently().until(() -> spent().size() > before);
    patiently()
        .until(() ->
            onScreen(() -> at.workplace().desk().orElseThrow().day().connectionProperty().get())
                instanceof Connection.Live);

    assertThat(until.getText()).isEqualTo("18:3");
  }
}
