package io.daysheet.desktop;

import static io.daysheet.desktop.WorkplaceAtHand.onScreen;
import static io.daysheet.desktop.WorkplaceAtHand.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.demo.PersonAtTheBrowser;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A doctor's week is planned at the real server, time off hits visits, and an availability goes
/// with the visits inside.
class PlansAtTheServerIT {

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();

  private @Nullable WorkplaceAtHand open;

  private WorkplaceAtHand signIn(String page) throws Exception {
    var browser = new PersonAtTheBrowser(SERVER.people().called("scheduler"));
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

  @Test
  void aWeekIsPlannedAndPublishedADateSkippedAndTimeOffHitsVisits() throws Exception {
    WorkplaceAtHand at = signIn("Weeks");
    at.awaitShown("#week-grid");
    at.awaitText("No week is planned here yet.");
    at.hand().focus("#week-grid");
    at.hand().press(KeyCode.CLOSE_BRACKET);
    at.hand().press(KeyCode.N);
    at.awaitText("What publishing comes to");
    at.hand().press(KeyCode.S, KeyCode.CONTROL);
    at.awaitText("What was published");
    // the demo's days have availabilities of their own for a month
    at.awaitText("opened");
    at.awaitText("available already");
    at.picture("plan-at-the-server");
    skip(at);
    remove(at);
    takeTimeOff(at);
    at.press("#showVisits");

    at.awaitText("The doctor is away");
  }

  private static void skip(WorkplaceAtHand at) {
    at.hand().press(KeyCode.ESCAPE);
    at.hand().press(KeyCode.ENTER);
    at.awaitShown("#thisDate");
    onScreen(() -> {
      ((RadioButton) at.find("#thisDate")).fire();
      return true;
    });
    at.press("#remove");
    at.awaitText("That date is skipped.");
    at.press("#undo");
    at.awaitText("Undone.");
  }

  /// What is undone is there again, but for the dates that somebody opened by hand.
  private static void remove(WorkplaceAtHand at) {
    at.hand().focus("#week-grid");
    at.hand().press(KeyCode.ENTER);
    at.press("#remove");
    at.awaitText("to take back");
    at.press("#reallyRemove");
    at.awaitText("The plan is removed.");
    at.hand().press(KeyCode.Z, KeyCode.CONTROL);
    at.awaitText("Undone.");
    at.awaitText("Left out,");
  }

  private static void takeTimeOff(WorkplaceAtHand at) {
    at.hand().focus("#week-grid");
    at.hand().press(KeyCode.O);
    at.awaitShown("#untilDate");
    String from = onScreen(() -> ((TextField) at.find("#fromDate")).getText());
    at.type("#untilDate", LocalDate.parse(from).plusDays(4).toString());
    at.hand().press(KeyCode.S, KeyCode.CONTROL);
    at.awaitText("Saved.");
    at.awaitText("another time");
    at.picture("time-off-at-the-server");
  }

  @Test
  void anAvailabilityGoesWithItsVisits() throws Exception {
    WorkplaceAtHand at = signIn("Day");
    at.awaitBoard();
    DayViewModel day = onScreen(() -> at.workplace().desk().orElseThrow().day());
    onScreen(() -> {
      day.goDays(1);
      return true;
    });
    patiently()
        .until(() ->
            onScreen(() -> {
              boolean there = WorkplaceAtHand.isShown(day) && visit(day).isPresent();
              if (WorkplaceAtHand.isShown(day) && !there) {
                day.goDays(1);
              }
              return there;
            }));
    SlotChoice.OnVisit on = onScreen(() -> visit(day).orElseThrow());
    onScreen(() -> {
      day.moveCursorTo(on.doctor(), on.range().start());
      at.find(".board").requestFocus();
      return true;
    });
    at.hand().type("a");
    at.awaitShown("#commit");
    at.hand().press(KeyCode.R, KeyCode.ALT);
    at.hand().press(KeyCode.X, KeyCode.ALT);
    patiently().until(() -> !at.read().contains("Looking for free times"));
    at.picture("arranging-at-the-server");
    at.press("#commit");
    patiently().until(() -> !at.shows("#commit"));

    patiently()
        .until(() ->
            onScreen(() -> day.choiceAt(on.doctor(), on.range().start()))
                .filter(SlotChoice.EmptyTime.class::isInstance)
                .isPresent());
    assertThat(at.read()).doesNotContain("Not saved");
  }

  /// A visit that has not begun.
  private static Optional<SlotChoice.OnVisit> visit(DayViewModel day) {
    return day.hoursProperty().get() == null
        ? Optional.empty()
        : day.columns().stream()
            .flatMap(column ->
                day.hoursProperty().get().starts().stream()
                    .flatMap(start -> day.choiceAt(column.doctor().id(), start).stream()))
            .filter(SlotChoice.OnVisit.class::isInstance)
            .map(SlotChoice.OnVisit.class::cast)
            .findFirst();
  }
}
