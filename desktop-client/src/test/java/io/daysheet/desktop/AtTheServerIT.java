package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.DemoPeople.Person;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import java.time.InstantSource;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole way at the real server: the sign-in page in a browser, the board, the lock.
class AtTheServerIT {

  private static final String PIN = "274915";

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private WorkplaceAtHand at;
  private PersonAtTheBrowser browser;

  @BeforeEach
  void open() throws Exception {
    browser = new PersonAtTheBrowser(SERVER.people().called("receptionist"));
    at = new WorkplaceAtHand(SERVER.address().toString(), browser, InstantSource.system());
  }

  @AfterEach
  void close() {
    at.close();
  }

  private void sitDown(String login) {
    sitDown(SERVER.people().called(login));
  }

  private void sitDown(Person person) {
    browser.now(person);
    at.press("#primary");
  }

  private void changeTo(Person next) {
    browser.now(next);
    onScreen(() -> {
      at.workplace().changeUser();
      return next;
    });
  }

  /// Chooses a PIN the first time that the server asks for one, or goes on without.
  private void choosePin(String login) {
    at.type("#pin", PIN);
    at.type("#again", PIN);
    at.type("#password", SERVER.people().called(login).password());
    at.press("#save");
    at.awaitBoard();
  }

  private void laterAPin() {
    patiently().until(() -> at.shows("#skip") || at.shows(".rail"));
    if (at.shows("#skip")) {
      at.press("#skip");
    }
  }

  @Test
  void aWholeDayAtTheDesk() {
    sitDown("receptionist");
    choosePin("receptionist");
    assertThat(browser.pages()).singleElement().asString().contains("Signed in");
    TextField until = at.openForm();
    String visits = visitors();
    assertThat(visits).isNotBlank();

    at.hand().press(KeyCode.L, KeyCode.CONTROL);
    at.awaitShown(".lock-screen");
    assertThat(at.read()).doesNotContain(visits.split("\n"));
    at.tryPin("333777");
    at.awaitText("That is not your PIN. 4 tries left");
    at.tryPin(PIN);
    patiently().until(() -> onScreen(until::isFocused));
    assertThat(until.getText()).isEqualTo("18:3");

    at.lock();
    for (String told : new String[] {"4 tries", "3 tries", "2 tries", "One try", "Five wrong"}) {
      at.tryPin("333777");
      at.awaitText(told);
    }
    at.press("#browser");
    at.awaitBoard();
    assertThat(onScreen(() -> at.find("#until"))).isSameAs(until);
    assertThat(until.getText()).isEqualTo("18:3");

    changeTo(SERVER.people().called("scheduler"));
    laterAPin();
    at.awaitText("User menu of Sigrid Planung, Scheduler");
    assertThat(browser.asked()).containsExactly("receptionist", "receptionist", "scheduler");
    assertThat(onScreen(() -> until.getScene() == null)).isTrue();
  }

  /// The family names of everybody on the board.
  private String visitors() {
    return onScreen(() ->
        at.workplace().desk().orElseThrow().board().appointments().stream()
            .map(each -> each.appointment().patient().familyName())
            .distinct()
            .collect(Collectors.joining("\n")));
  }

  @Test
  void aWrongPasswordLeadsNowhereAndTheDeskGoesOnWaiting() {
    sitDown(new Person("receptionist", "receptionist", "wrong"));

    patiently().until(() -> !browser.pages().isEmpty());
    assertThat(browser.pages().getFirst()).contains("The name or the password is wrong");
    assertThat(at.read()).contains("Continue in your browser");
    at.press("#stop");
    at.awaitText("Sign in to open this desk");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          receptionist,         Receptionist, 2
          receptionist.harbour, Receptionist, 1
          scheduler,            Scheduler,    2
          doctor,               Doctor,       2
          """)
  void whoWorksWithTheDaySeesItAtTheOwnHospitals(String login, String role, int hospitals) {
    sitDown(login);
    laterAPin();
    at.awaitBoard();

    at.awaitText(", " + role);
    assertThat(onScreen(() -> at.workplace().desk().orElseThrow().day().hospitals()))
        .hasSize(hospitals);
  }

  @Test
  void aDoctorSeesOneColumn() {
    sitDown("doctor");
    laterAPin();
    at.awaitBoard();

    assertThat(onScreen(() -> at.workplace().desk().orElseThrow().day().columns())).hasSize(1);
  }

  @Test
  void anAdministratorMakesAUserWhoChoosesAPasswordOfTheirOwn() {
    sitDown("admin");
    laterAPin();
    at.awaitText("Ada Administrator");
    patiently().until(() -> at.read().contains("receptionist.harbour"));
    assertThat(at.workplace().desk()).isEmpty();
    at.press("#create");
    at.type("#login", "nina.neu");
    at.type("#name", "Nina Neu");
    tick("Auditor");
    at.picture("users-at-the-server");
    at.press("#save");
    at.awaitText("Saved.");
    at.press("#reset");
    at.awaitShown("#password");
    String once = onScreen(() -> ((TextField) at.find("#password")).getText());
    assertThat(once).isNotBlank();
    at.press("#done");
    assertThat(at.shows("#password")).isFalse();

    changeTo(new Person("auditor", "nina.neu", once));
    patiently().until(() -> browser.pages().size() == 2);
    assertThat(browser.pages().getLast()).contains("ew password");
  }

  private void tick(String role) {
    onScreen(() -> {
      at.find("#roles").lookupAll(".check-box").stream()
          .map(CheckBox.class::cast)
          .filter(box -> box.getText().equals(role))
          .forEach(CheckBox::fire);
      return role;
    });
  }

  @Test
  void anAuditorReadsAndVerifiesTheTrail() {
    sitDown("auditor");
    laterAPin();
    at.awaitText("Signed in");
    assertThat(at.workplace().desk()).isEmpty();
    assertThat(at.shows("#create")).isFalse();
    at.press("#verify");
    at.awaitText("as it was sealed");

    at.picture("audit-at-the-server");
  }

  @Test
  void aPatientIsToldKindly() {
    sitDown("patient");

    at.awaitText("This program is for staff");
  }
}
