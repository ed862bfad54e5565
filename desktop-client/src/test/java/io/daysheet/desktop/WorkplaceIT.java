package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.SignInPages;
import io.daysheet.identity.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in, locking and unlocking at a real window, against a made-up server.
class WorkplaceIT {

  private StaffServer server;
  private WorkplaceAtHand at;
  private volatile Instant now = SampleDay.noon();

  @BeforeEach
  void open() throws Exception {
    server = new StaffServer();
    server.open();
    at = new WorkplaceAtHand(server.address(), WorkplaceIT::signInAtOnce, () -> now);
  }

  @AfterEach
  void close() {
    at.close();
    server.close();
  }

  static void signInAtOnce(URI page, Runnable failed) {
    Thread.ofVirtual()
        .start(() -> SignInPages.bring(page, "code", "c", "state", SignInPages.state(page)));
  }

  private void signIn() {
    at.press("#primary");
    at.awaitBoard();
  }

  @Test
  void nothingOfTheBoardIsThereBeforeSomebodySignsIn() {
    assertThat(at.shows(".day-screen")).isFalse();
    signIn();
    at.awaitText("Patient 1");

    assertThat(at.read()).contains("User menu of Marta Król, Receptionist");
    at.picture("signed-in");
  }

  @Test
  void aLockedDeskShowsNoPatientAndUnlockedItsHalfTypedFormIsThere() {
    signIn();
    TextField until = at.openForm();
    at.hand().press(KeyCode.L, KeyCode.CONTROL);
    at.awaitShown(".lock-screen");

    assertThat(at.read()).doesNotContain("Patient").contains("Your unfinished form is kept");
    assertThat(onScreen(() -> at.find(".day-screen") == null)).isTrue();
    assertThat(onScreen(() -> until.getScene() == null)).isTrue();
    at.tryPin(StaffServer.PIN);
    patiently().until(() -> onScreen(until::isFocused));

    assertThat(until.getText()).isEqualTo("18:3");
  }

  @Test
  void whoChoosesAPinUnlocksWithItAtOnce() {
    server.me = StaffServer.who(1, "Marta Król", Role.RECEPTIONIST, false);
    at.press("#primary");
    at.type("#pin", StaffServer.PIN);
    at.type("#again", StaffServer.PIN);
    at.type("#password", "wet walnut grove");
    at.press("#save");
    at.awaitBoard();
    at.lock();
    at.tryPin(StaffServer.PIN);

    at.awaitBoard();
  }

  @Test
  void fiveWrongPinsNeedTheSignInAndKeepTheForm() {
    signIn();
    TextField until = at.openForm();
    at.lock();
    for (int i = 1; i <= 5; i++) {
      at.tryPin("111111");
      at.awaitText(i == 5 ? "Five wrong PINs" : i == 4 ? "One try left" : (5 - i) + " tries left");
    }
    assertThat(at.shows("#pin")).isFalse();
    at.press("#browser");
    at.awaitBoard();

    assertThat(onScreen(() -> at.find("#until"))).isSameAs(until);
    assertThat(until.getText()).isEqualTo("18:3");
  }

  @Test
  void anotherPersonAtTheDeskFindsNothingOfTheFirst() {
    signIn();
    TextField until = at.openForm();
    at.lock();
    server.me = StaffServer.who(2, "Jan Novák", Role.SCHEDULER);
    at.press("#change");
    at.awaitBoard();

    assertThat(onScreen(() -> until.getScene() == null)).isTrue();
    assertThat(at.read()).contains("Jan Novák").doesNotContain("Marta Król");
  }

  @Test
  void whoeverElseSignsInAtALockedDeskFindsNothingOfTheFirst() {
    signIn();
    TextField until = at.openForm();
    at.lock();
    server.me = StaffServer.who(2, "Jan Novák", Role.SCHEDULER);
    at.press("#browser");
    patiently().until(() -> at.read().contains("Jan Novák"));

    assertThat(at.read()).doesNotContain("Marta Król");
    assertThat(onScreen(() -> until.getScene() == null)).isTrue();
  }

  @Test
  void whoMayOtherThingsNowBeginsAnew() {
    signIn();
    at.lock();
    server.me = StaffServer.who(1, "Marta Król", Role.DOCTOR);
    at.press("#browser");
    at.awaitBoard();

    at.awaitText("User menu of Marta Król, Doctor");
  }

  @Test
  void nobodyTouchingTheDeskLocksIt() {
    signIn();
    now = now.plus(Duration.ofMinutes(15));

    at.awaitShown(".lock-screen");
    assertThat(at.read()).contains("Locked 12:15");
  }

  @Test
  void aSessionThatEndsLocksTheDeskAndTheSamePersonGoesOn() {
    signIn();
    TextField until = at.openForm();
    server.tokensAreGood = false;
    server.refresh = SignInPages.refused();
    turn(1);
    at.awaitText("Your sign-in has ended");
    turn(-1);
    server.tokensAreGood = true;
    at.press("#browser");
    at.awaitBoard();

    assertThat(until.getText()).isEqualTo("18:3");
  }

  private void turn(int days) {
    onScreen(() -> {
      at.workplace().desk().orElseThrow().day().goDays(days);
      return days;
    });
  }
}
