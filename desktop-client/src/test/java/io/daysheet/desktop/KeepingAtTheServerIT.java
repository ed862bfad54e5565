package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Hospitals, doctors and patients are kept at the real server, and the visits that no longer fit
/// are put in order.
class KeepingAtTheServerIT {

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private @Nullable WorkplaceAtHand open;

  private WorkplaceAtHand signIn(String login, String page) throws Exception {
    close();
    var browser = new PersonAtTheBrowser(SERVER.people().called(login));
    var at = new WorkplaceAtHand(SERVER.address().toString(), browser, InstantSource.system());
    open = at;
    at.press("#primary");
    patiently().until(() -> at.shows("#skip"));
    at.press("#skip");
    at.awaitText(page);
    onScreen(() -> {
      at.find(".rail").lookupAll(".rail-item").stream()
          .map(Button.class::cast)
          .filter(item -> item.getText().equals(page))
          .forEach(Button::fire);
      return true;
    });
    return at;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private static void select(WorkplaceAtHand at, int row) {
    patiently()
        .until(() -> onScreen(() -> ((TableView<?>) at.find("#table")).getItems().size()) > row);
    onScreen(() -> {
      ((TableView<?>) at.find("#table")).getSelectionModel().select(row);
      return row;
    });
  }

  private static int rows(WorkplaceAtHand at) {
    return onScreen(() -> ((TableView<?>) at.find("#table")).getItems().size());
  }

  private static void save(WorkplaceAtHand at) {
    at.hand().press(KeyCode.S, KeyCode.CONTROL);
  }

  @Test
  void shorterHoursLeaveVisitsThatTheSchedulerPutsInOrder() throws Exception {
    WorkplaceAtHand admin = signIn("admin", "Hospitals");
    for (int hospital = 0; hospital < 2; hospital++) {
      select(admin, hospital);
      DAYS.forEach(day -> admin.type("#hours-" + day, "9-13"));
      save(admin);
      admin.awaitText("Saved.");
      admin.awaitText("Whoever arranges visits finds them under Rebook.");
    }
    admin.picture("hospitals-at-the-server");

    WorkplaceAtHand scheduler = signIn("scheduler", "Rebook");
    select(scheduler, 0);
    scheduler.awaitText("Outside the opening hours");
    int before = rows(scheduler);
    scheduler.awaitShown(".move-here");
    scheduler.picture("rebooking-at-the-server");
    moveSomewhere(scheduler);
    scheduler.awaitText("1 of " + before + " in order");
    scheduler.press("#cancel-visit");
    scheduler.awaitText("2 of " + before + " in order");

    assertThat(rows(scheduler)).isEqualTo(before - 2);
  }

  /// A time at which the doctor is free may be one at which the patient is not: then the next is
  /// tried.
  private static void moveSomewhere(WorkplaceAtHand at) {
    int tries = onScreen(() -> at.find(".drawer").lookupAll(".move-here").size());
    for (int i = 0; i < tries && !at.read().contains("1 of "); i++) {
      int place = i;
      onScreen(() -> {
        List.copyOf(at.find(".drawer").lookupAll(".move-here")).stream()
            .map(Button.class::cast)
            .skip(place)
            .findFirst()
            .orElseThrow()
            .fire();
        return place;
      });
      patiently()
          .until(
              () -> at.read().contains("1 of ") || at.read().contains("The patient has another"));
    }
  }

  @Test
  void aRoomIsKeptBesideItsHospital() throws Exception {
    WorkplaceAtHand at = signIn("admin", "Hospitals");
    select(at, 0);
    addRoom(at);
    at.awaitText("Treatment room is in service");
    addRoom(at);
    at.awaitText("There is a room of that name already.");
    onScreen(() -> {
      spoken(at, CheckBox.class, "Treatment room is in service").fire();
      return true;
    });
    at.awaitText("Treatment room gets no new visits.");
    at.hand().press(KeyCode.ESCAPE);
    select(at, 0);
    at.awaitText("Treatment room is in service");
    assertThat(
            onScreen(() -> spoken(at, CheckBox.class, "Treatment room is in service").isSelected()))
        .isFalse();
    onScreen(() -> {
      spoken(at, Button.class, "Remove Treatment room").fire();
      return true;
    });

    patiently().until(() -> !at.read().contains("Remove Treatment room"));
  }

  private static void addRoom(WorkplaceAtHand at) {
    at.type("#new-room", "Treatment room");
    at.press("#add-room");
  }

  private static <T extends ButtonBase> T spoken(
      WorkplaceAtHand at, Class<T> kind, String accessibleText) {
    return at.find(".drawer").lookupAll("*").stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(each -> accessibleText.equals(each.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDoctorsNumberIsCheckedAndWritten() throws Exception {
    WorkplaceAtHand at = signIn("admin", "Doctors");
    select(at, 0);
    at.type("#npi", "1234567890");
    at.awaitText("a digit is mistyped");
    at.type("#npi", "1234567893");
    save(at);
    at.awaitText("Saved.");
    at.hand().press(KeyCode.ESCAPE);
    select(at, 1);
    at.type("#npi", "1234567893");
    save(at);

    at.awaitText("Another doctor has this number");
  }

  @Test
  void somebodyIsRegisteredTwiceKnowinglyAndTheTwoBecomeOne() throws Exception {
    WorkplaceAtHand at = signIn("scheduler", "Patients");
    register(at, "+48 22 555 01 42");
    at.awaitText("Saved.");
    at.hand().press(KeyCode.ESCAPE);
    register(at, "");
    at.awaitText("This person is likely registered already");
    at.press("#register-anyway");
    at.awaitText("Saved.");
    at.press("#merge");
    at.type("#merge-search", "Brzęczysz");
    patiently().until(() -> onScreen(() -> at.hand().find(".rows .row").isPresent()));
    pickTheOther(at);
    at.awaitText("Goes into it");
    at.press("#merge-go");
    at.awaitText("is part of");
    at.picture("merged-at-the-server");
    at.press("#merge-open");

    patiently()
        .until(() ->
            onScreen(() -> ((TextField) at.find("#phone")).getText()).equals("+48 22 555 01 42"));
  }

  private static void register(WorkplaceAtHand at, String phone) {
    onScreen(() -> {
      ((Button) at.find("#create")).fire();
      return true;
    });
    at.type("#family", "Brzęczyszczykiewicz");
    at.type("#given", "Grzegorz");
    at.type("#birth", "1931-08-04");
    at.type("#phone", phone);
    save(at);
  }

  private static void pickTheOther(WorkplaceAtHand at) {
    var row =
        onScreen(() ->
            at.find(".rows").lookupAll(".row").stream()
                .filter(each ->
                    each.lookupAll(".meta").stream()
                        .noneMatch(meta ->
                            ((Labeled) meta).getText().startsWith("The record that is open")))
                .findFirst()
                .orElseThrow());
    at.hand().click(row);
  }
}
