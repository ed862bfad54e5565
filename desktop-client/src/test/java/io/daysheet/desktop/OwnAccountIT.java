package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static io.daysheet.desktop.demo.Hand.clipboard;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.SignInPages;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page of the own account in a real window: what is typed and shown there is gone as soon as
/// the page is.
class OwnAccountIT {

  private static final String PASSWORD = "wet walnut grove";

  private StaffServer server;
  private WorkplaceAtHand at;
  private volatile Instant now = SampleDay.noon();

  @BeforeEach
  void openThePage() throws Exception {
    server = new StaffServer();
    server.open();
    at = new WorkplaceAtHand(server.address(), WorkplaceIT::signInAtOnce, () -> now);
    at.press("#primary");
    at.awaitBoard();
    at.choose("My account");
    at.awaitShown(".account-screen");
  }

  @AfterEach
  void close() {
    at.close();
    server.close();
  }

  private TextField typeAPassword() {
    at.press(".password-card #open");
    at.type(".password-card #current", PASSWORD);
    return onScreen(() -> (TextField) at.find(".password-card #current"));
  }

  private void scan() {
    at.press(".step-card #begin");
    at.type(".step-card #password", PASSWORD);
    at.press(".step-card #send");
    at.awaitShown(".scan-picture");
  }

  private void turnOn() {
    scan();
    at.type(".step-card #code", "123456");
    at.press(".step-card #send");
    at.awaitShown(".codes");
  }

  @Test
  void nothingOfTheBoardIsBehindIt() {
    assertThat(at.read()).doesNotContain("Patient 1").contains("Marta Król · Receptionist");
    assertThat(onScreen(() -> at.find(".day-screen") == null)).isTrue();
    at.hand().press(KeyCode.ESCAPE);
    at.awaitBoard();
  }

  @Test
  void escClosesWhatIsOpenFirst() {
    TextField typed = typeAPassword();
    at.hand().press(KeyCode.ESCAPE);
    assertThat(at.shows(".password-card #current")).isFalse();
    assertThat(typed.getText()).isEmpty();
    assertThat(at.shows(".account-screen")).isTrue();
    at.hand().press(KeyCode.ESCAPE);
    at.awaitBoard();
  }

  @Test
  void aLockDropsTheHalfTypedPassword() {
    TextField typed = typeAPassword();
    at.hand().press(KeyCode.L, KeyCode.CONTROL);
    at.awaitShown(".lock-screen");
    assertThat(onScreen(() -> at.find(".account-screen") == null)).isTrue();
    assertThat(typed.getText()).isEmpty();
    at.tryPin(StaffServer.PIN);
    at.awaitBoard();

    assertThat(at.shows(".account-screen")).isFalse();
  }

  @Test
  void nobodyTouchingTheDeskHidesTheKey() {
    scan();
    TextField key = onScreen(() -> (TextField) at.find(".scan-key"));
    assertThat(key.getText().replace(" ", "")).isEqualTo(StaffServer.KEY);
    now = now.plus(Duration.ofMinutes(15));
    at.awaitShown(".lock-screen");

    assertThat(onScreen(() -> key.getScene() == null)).isTrue();
    at.tryPin(StaffServer.PIN);
    at.awaitBoard();
    at.choose("My account");
    at.awaitShown(".account-screen");
    assertThat(at.shows(".scan-picture")).isFalse();
  }

  @Test
  void aSessionThatEndsHidesTheRecoveryCodes() {
    turnOn();
    assertThat(at.read()).contains(StaffServer.RECOVERY);
    server.tokensAreGood = false;
    server.refresh = SignInPages.refused();
    onScreen(() -> {
      at.workplace().desk().orElseThrow().day().goDays(1);
      return true;
    });
    at.awaitText("Your sign-in has ended");

    assertThat(at.read()).doesNotContain(StaffServer.RECOVERY);
  }

  @Test
  void theCodesDontLeaveTheScreenBySlip() {
    turnOn();
    at.hand().press(KeyCode.ESCAPE);
    at.press("#back");
    assertThat(at.read()).contains(StaffServer.RECOVERY, "Keep the codes first");
    at.press(".codes #done");
    at.awaitText("The next sign-in asks for a code");

    assertThat(at.read()).doesNotContain(StaffServer.RECOVERY);
    at.press("#back");
    at.awaitBoard();
  }

  @Test
  void theKeyIsTakenOffTheClipboardWithItsPicture() {
    scan();
    at.press(".scan #copy");
    assertThat(clipboard()).isEqualTo(StaffServer.KEY);
    at.hand().press(KeyCode.ESCAPE);

    assertThat(clipboard()).isEmpty();
  }

  @Test
  void whatIsCopiedIsTakenOffTheClipboardWithThePage() {
    turnOn();
    at.press(".codes #copy");
    assertThat(clipboard()).contains(StaffServer.RECOVERY, "login1");
    at.press(".codes #done");
    at.press("#back");
    at.awaitBoard();

    patiently().until(() -> clipboard().isEmpty());
  }

  @Test
  void thePinIsRemovedAndTheLockAsksForTheBrowser() {
    at.press(".pin-card #remove");
    at.awaitText("Your PIN is removed");
    at.lock();

    at.awaitText("You have not chosen a desk PIN");
  }
}
