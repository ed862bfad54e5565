package io.daysheet.desktop.plans;

import static io.daysheet.desktop.demo.Hand.onScreen;
import static io.daysheet.desktop.plans.QuietWeeks.MONDAY;
import static io.daysheet.desktop.plans.QuietWeeks.NOW;
import static io.daysheet.desktop.plans.QuietWeeks.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.demo.Hand;
import io.daysheet.desktop.plans.WeeksViewModel.Ways;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.wire.ChangePlanDate;
import io.daysheet.wire.KeepWeeklyPlan;
import java.time.DayOfWeek;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A doctor's week in a window, worked by keys and by mouse.
class PlansScreenIT {

  private static final WeeklyPlan FRIDAYS = plan(1, DayOfWeek.FRIDAY, "09:00", "12:00");

  private final QuietWeeks server = new QuietWeeks();
  private final WeeksViewModel weeks =
      new WeeksViewModel(
          server, QuietWeeks.AT_ONCE, () -> NOW, new Ways(true, _ -> true, _ -> true, _ -> {}));
  private Hand hand;

  @BeforeEach
  void show() throws Exception {
    server.plans = List.of(FRIDAYS);
    hand =
        Hand.at(() -> {
          Parent root = PlansScreen.load(weeks, () -> NOW).root();
          weeks.start();
          return root;
        });
    hand.focus("#week-grid");
  }

  private void write(String field, String text) {
    Node there = Hand.await(field, () -> hand.find(field));
    onScreen(() -> {
      ((TextField) there).setText(text);
      return there;
    });
  }

  @Test
  void aPlanIsMadeByKeysAlone() {
    hand.press(KeyCode.RIGHT);
    hand.press(KeyCode.DOWN);
    hand.press(KeyCode.ENTER);
    write("#end", "15");
    hand.press(KeyCode.S, KeyCode.CONTROL);

    assertThat(server.commands)
        .singleElement()
        .extracting(each -> ((KeepWeeklyPlan) each).day(), each -> ((KeepWeeklyPlan) each).start())
        .containsExactly(DayOfWeek.TUESDAY, MinuteOfDay.parse("10:00"));
    onScreen(() -> {
      server.done(plan(2, DayOfWeek.TUESDAY, "10:00", "15:00"), 26);
      return true;
    });
    // also while a field has the focus, in which nothing is typed
    hand.focus("#end");
    hand.press(KeyCode.Z, KeyCode.CONTROL);
    assertThat(onScreen(() -> weeks.openProperty().get() == null)).isTrue();
    Hand.await("focus", () -> hand.find("#week-grid").filter(Node::isFocused));
    assertThat(server.asked).containsExactly("make", "remove version 1");
  }

  /// The focus is on the way back, and Esc is one, too.
  @Test
  void aPlanGoesOnlyOnceItIsToldWhatThatComesTo() {
    hand.click(Hand.await("block", () -> hand.find(".week-block")));
    hand.press("#remove");
    Hand.await("focus", () -> hand.find("#keep").filter(Node::isFocused));
    hand.press(KeyCode.ESCAPE);
    Hand.await("button", () -> hand.find("#remove"));
    hand.press("#remove");
    assertThat(server.asked).isEmpty();
    hand.press("#reallyRemove");

    assertThat(server.asked).containsExactly("remove version 1");
  }

  @Test
  void aClickOnABlockOpensItAndOneDateIsChanged() {
    Node block = Hand.await("block", () -> hand.find(".week-block"));
    hand.click(block);
    Node one = Hand.await("scope", () -> hand.find("#thisDate"));
    onScreen(() -> {
      ((RadioButton) one).fire();
      return one;
    });
    hand.focus("#end");
    hand.press(KeyCode.DOWN);
    hand.press("#save");

    assertThat(server.commands)
        .containsExactly(
            new ChangePlanDate(MinuteOfDay.parse("09:00"), MinuteOfDay.parse("11:00"), null));
  }

  @Test
  void theWeekIsLeftByKeysAndADateOfItsOwnOpensAsThatDate() {
    var next = MONDAY.plusDays(11);
    server.plans =
        List.of(
            new WeeklyPlan(
                FRIDAYS.id(),
                FRIDAYS.hospitalId(),
                FRIDAYS.doctorId(),
                FRIDAYS.day(),
                FRIDAYS.start(),
                FRIDAYS.end(),
                FRIDAYS.validFrom(),
                null,
                List.of(new ChangedDate(next, null, null)),
                2));
    hand.press(KeyCode.F5);
    hand.focus("#week-grid");
    hand.press(KeyCode.CLOSE_BRACKET);
    hand.press(KeyCode.LEFT);
    hand.press(KeyCode.CLOSE_BRACKET);
    hand.press(KeyCode.LEFT);
    hand.press(KeyCode.LEFT);
    hand.press(KeyCode.ENTER);
    hand.press("#reset");

    assertThat(server.asked).containsExactly("reset " + next);
  }

  @Test
  void aClickOnEmptyTimeBeginsAPlanThereAndOBeginsTimeOff() {
    Node grid = Hand.await("week", () -> hand.find("#week-grid"));
    hand.click(grid, 48 + 10, 44 + 10);
    Node start = Hand.await("form", () -> hand.find("#start"));
    assertThat(onScreen(() -> ((TextField) start).getText())).isEqualTo("09:00");
    hand.press(KeyCode.ESCAPE);
    hand.press(KeyCode.O);
    write("#untilDate", "2026-03-20");
    hand.press(KeyCode.S, KeyCode.CONTROL);

    assertThat(server.asked).containsExactly("take");
  }
}
