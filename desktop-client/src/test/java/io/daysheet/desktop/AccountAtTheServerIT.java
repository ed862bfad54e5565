package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.Authenticator;
import io.daysheet.desktop.demo.DemoPeople.Person;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One's own account at the real server: the second step is turned on at the desk and asked for in
/// the browser, and a new password is the one that counts.
class AccountAtTheServerIT {

  private static final String NEW_PASSWORD = "seven quiet lamps on a hill";

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private final InstantSource clock = InstantSource.system();
  private WorkplaceAtHand at;
  private PersonAtTheBrowser browser;

  @BeforeEach
  void open() throws Exception {
    browser = new PersonAtTheBrowser(SERVER.people().called("scheduler"));
    at = new WorkplaceAtHand(SERVER.address().toString(), browser, clock);
  }

  @AfterEach
  void close() {
    at.close();
  }

  private void signIn(Supplier<String> code) {
    browser.shows(code);
    at.press("#primary");
    patiently().until(() -> at.shows("#skip"));
    at.press("#skip");
    at.awaitBoard();
  }

  private void signOut() {
    if (at.shows(".account-screen")) {
      at.press("#back");
      at.awaitBoard();
    }
    at.choose("Sign out");
    at.awaitText("Sign in to open this desk");
  }

  private void page() {
    at.choose("My account");
    at.awaitShown(".account-screen");
  }

  private void prove(String password, String code) {
    at.type(".step-card #password", password);
    at.type(".step-card #code", code);
    at.press(".step-card #send");
  }

  private List<String> codes() {
    at.awaitShown(".codes");
    List<String> codes =
        onScreen(() ->
            at.find(".codes").lookupAll(".recovery-code").stream()
                .map(code -> ((Labeled) code).getText())
                .toList());
    at.press(".codes #done");
    return codes;
  }

  @Test
  void theWholeRound() {
    Person before = SERVER.people().called("scheduler");
    signIn(() -> "none");
    page();
    at.press(".step-card #begin");
    at.type(".step-card #password", before.password());
    at.press(".step-card #send");
    at.awaitShown(".scan-key");
    String key = onScreen(() -> ((TextField) at.find(".scan-key")).getText());
    at.picture("account-at-the-server");
    var telephone = new Authenticator(key, clock);
    at.type(".step-card #code", "000000");
    at.press(".step-card #send");
    at.awaitText("That code is not right");
    at.type(".step-card #code", telephone.code(-1));
    at.press(".step-card #send");
    List<String> recovery = codes();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    at.awaitText("10 recovery codes are left");

    signOut();
    browser.shows(() -> "000000");
    at.press("#primary");
    patiently().until(() -> browser.pages().size() == 2);
    assertThat(browser.pages().getLast()).contains("That code is wrong");
    at.press("#stop");
    signIn(() -> telephone.code(1));
    signOut();
    signIn(recovery::getFirst);
    page();
    at.awaitText("9 recovery codes are left");

    changeThePassword(before.password());
    at.press(".step-card #renew");
    prove(NEW_PASSWORD, recovery.get(1));
    List<String> others = codes();
    assertThat(others).hasSize(10).doesNotContainAnyElementsOf(recovery);

    signOut();
    browser.now(new Person(before.role(), before.login(), NEW_PASSWORD));
    signIn(others::getFirst);
    page();
    at.press(".step-card #remove");
    prove(NEW_PASSWORD, others.get(1));
    at.awaitText("The second step is off");
    signOut();
    signIn(() -> "none is asked for");
  }

  private void changeThePassword(String present) {
    at.press(".password-card #open");
    at.type(".password-card #current", present);
    at.type(".password-card #fresh", "password password");
    at.type(".password-card #again", "password password");
    at.press(".password-card #save");
    at.awaitText("Too easy to guess");
    at.type(".password-card #fresh", NEW_PASSWORD);
    at.type(".password-card #again", NEW_PASSWORD);
    at.press(".password-card #save");
    at.awaitText("Your password is changed");
  }
}
