package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.demo.ClinicsPages;
import io.daysheet.desktop.demo.DemoFolder;
import io.daysheet.desktop.demo.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way where an OpenID provider, which is another program, signs people in: the desk asks
/// the real server who that is, and goes there.
class AtAProviderIT {

  private static final String CLINIC = "clinic";
  private static final int SECONDS = 12;

  @TempDir private static Path folder;
  private static MockOAuth2Server provider;
  private static ServerProcess server;

  private WorkplaceAtHand at;
  private final ClinicsPages pages = new ClinicsPages();

  @BeforeAll
  static void start() throws IOException {
    var tokens =
        new DefaultOAuth2TokenCallback(
            CLINIC, "nobody", "at+jwt", List.of("daysheet"), Map.of(), SECONDS);
    provider =
        new MockOAuth2Server(
            new OAuth2Config(true, null, null, true, new OAuth2TokenProvider(), Set.of(tokens)));
    provider.start(InetAddress.getLoopbackAddress(), 0);
    String setting = "--daysheet.signin.provider.";
    server =
        DemoFolder.serve(
            folder.resolve("data"),
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + provider.issuerUrl(CLINIC),
            setting + "login-claim=sub",
            setting + "roles-claim=groups",
            setting + "roles.front-desk=receptionist",
            setting + "roles.office=admin",
            setting + "desk-client-id=clinic-desk",
            setting + "desk-scopes=openid,offline_access");
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.shutdown();
  }

  @BeforeEach
  void open() throws Exception {
    at = new WorkplaceAtHand(server.address().toString(), pages, InstantSource.system());
  }

  @AfterEach
  void close() {
    at.close();
  }

  private void sitDown(String login, String more) {
    pages.now(login, "{\"groups\":[\"front-desk\"]" + more + "}");
    at.press("#primary");
  }

  @Test
  void whoeverTheClinicSignsInWorksOnWhileTheTokensAreRenewed() throws Exception {
    sitDown("receptionist", "");
    at.awaitBoard();
    at.awaitText(", Receptionist");
    TextField until = at.openForm();

    // the third comes when the first two have expired
    for (int renewals = 0; renewals < 6; ) {
      var asked = Objects.requireNonNull(provider.takeRequest(30, TimeUnit.SECONDS));
      if (asked.getBody().readUtf8().contains("grant_type=refresh_token")) {
        renewals++;
      }
    }
    assertThat(onScreen(() -> at.workplace().desk().orElseThrow().day().connectionProperty().get()))
        .isInstanceOf(Connection.Live.class);
    assertThat(until.getText()).isEqualTo("18:3");
  }

  @Test
  void aLockedDeskOpensWithTheClinicsPageAndKeepsWhatIsTyped() {
    sitDown("receptionist", "");
    at.awaitBoard();
    TextField until = at.openForm();
    at.lock();
    at.awaitText("Your clinic’s sign-in page opens this desk again");
    assertThat(at.shows("#pin")).isFalse();
    at.press("#browser");
    at.awaitBoard();

    assertThat(until.getText()).isEqualTo("18:3");
    assertThat(onScreen(() -> at.find("#until"))).isSameAs(until);
  }

  @Test
  void anAdministratorIsOfferedNoPasswordThatWouldOpenNothing() {
    pages.now("admin", "{\"groups\":[\"office\"]}");
    at.press("#primary");
    at.awaitText("receptionist.harbour");
    onScreen(() -> {
      TableView<?> accounts = (TableView<?>) at.find(".table-view");
      accounts.getSelectionModel().selectLast();
      return true;
    });

    at.awaitText("Passwords, locks and second steps are kept there");
    assertThat(at.shows("#reset")).isFalse();
    at.picture("users-at-a-provider");
  }

  @Test
  void whoHasNoRoleHereIsToldSo() {
    pages.now("receptionist", "{\"groups\":[\"canteen\"]}");
    at.press("#primary");

    at.awaitText("This desk has no screen for you");
    assertThat(at.workplace().desk()).isEmpty();
  }

  @Test
  void aTokenForAnotherProgramOpensNothing() {
    sitDown("receptionist", ",\"aud\":[\"clinic-desk\",\"another-program\"]");

    at.awaitText("The server does not take this sign-in");
    assertThat(at.workplace().desk()).isEmpty();
  }

  @Test
  void anAnswerOfAnotherClinicIsRefused() {
    sitDown("receptionist", ",\"iss\":\"https://another.example\"");

    at.awaitText("The server’s answer makes no sense");
  }
}
