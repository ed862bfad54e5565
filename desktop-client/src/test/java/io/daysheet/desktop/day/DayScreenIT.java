package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.DaySchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The screen under real keys and clicks, in the headless toolkit, whose screen has 1000 × 1000.
class DayScreenIT {
  private final DayAtHand at = new DayAtHand();
  private final FxRobot robot = at.robot;
  private final DaySchedule schedule = at.schedule;
  private final List<SlotChoice> chosen = at.chosen;
  private DeskOnScreen desk;

  @BeforeEach
  void open() throws Exception {
    desk = at.open();
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void theArrowKeysMoveTheCursorAndEnterChooses() {
    at.cursorTo(1, "13:00");
    robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);

    assertThat(desk.day().cursorProperty().get())
        .isEqualTo(new SlotCursor(schedule.doctors().get(2).id(), HedwigDay.at("17:00")));
    robot.type(KeyCode.ENTER);
    assertThat(chosen).singleElement().isInstanceOf(SlotChoice.EmptyTime.class);
  }

  @Test
  void aClickOnAFreeSlotChoosesIt() {
    at.click(1, "13:00");

    assertThat(chosen).singleElement().isInstanceOf(SlotChoice.FreeSlot.class);
  }

  @Test
  void aClickOnEmptyTimeChoosesThatHour() {
    at.click(2, "17:00");

    assertThat(chosen)
        .singleElement()
        .isEqualTo(at.choice(2, "17:00"))
        .isInstanceOf(SlotChoice.EmptyTime.class);
  }

  @Test
  void aClickOnACardChoosesTheVisit() {
    at.click(0, "12:00");

    assertThat(chosen).singleElement().isInstanceOf(SlotChoice.OnVisit.class);
  }

  @Test
  void offlineNothingIsBooked() {
    robot.interact(() ->
        desk.day()
            .connectionProperty()
            .set(new Connection.Offline(HedwigDay.NOW, null, HedwigDay.NOW)));
    at.click(1, "13:00");
    robot.type(KeyCode.ENTER);

    assertThat(chosen).isEmpty();
    assertThat(desk.board().getPseudoClassStates())
        .anyMatch(p -> p.getPseudoClassName().equals("offline"));
  }

  @Test
  void offlineAnotherDaysVisitsAreNotReadUnderTheWantedDate() {
    robot.interact(() -> {
      desk.day()
          .connectionProperty()
          .set(new Connection.Offline(HedwigDay.NOW, HedwigDay.NOW, HedwigDay.NOW));
      desk.day().goDays(1);
    });
    WaitForAsyncUtils.waitForFxEvents();
    Node cards = desk.board().lookup(".board-scroll");

    assertThat(cards.getOpacity()).isZero();
    assertThat(desk.board().getAccessibleText()).isEqualTo("This day is not on this desk");
    assertThat(desk.scene().getRoot().lookup(".banner-title"))
        .isInstanceOfSatisfying(
            Label.class,
            title -> assertThat(title.getText()).contains("There is no copy of this day"));
    robot.interact(() -> desk.day().goDays(-1));
    assertThat(cards.getOpacity()).isEqualTo(1);
  }

  @Test
  void aChangeOfAnotherDeskLeavesFocusAndTypedTextAlone() {
    TextField patient = at.openForm();
    robot.write("kow");
    Appointment booked =
        Facts.visit(
            schedule.hospital(),
            schedule.doctors().get(1),
            HedwigDay.at("13:00"),
            "FOLLOW_UP",
            AppointmentStatus.SCHEDULED,
            "Weber, Katrin");
    robot.interact(() -> desk.day().contents().put(booked, Writing.SETTLED));
    robot.write(" zo");

    assertThat(patient.getText()).isEqualTo("kow zo");
    assertThat(patient.isFocused()).isTrue();
    assertThat(desk.board().layer().isOpen()).isTrue();
  }

  @Test
  void keysDoNotFireWhileAFormIsOpen() {
    LocalDate before = desk.day().dateProperty().get();
    TextField patient = at.openForm();
    robot.write("f]t[g");
    robot.type(KeyCode.TAB);
    robot.write("]");

    assertThat(patient.getText()).isEqualTo("f]t[g");
    assertThat(desk.day().dateProperty().get()).isEqualTo(before);
  }

  @Test
  void tabStaysInTheFormAndEscLeavesToTheCursor() {
    TextField patient = at.openForm();
    robot.type(KeyCode.TAB);
    assertThat(desk.scene().getFocusOwner()).isInstanceOf(Button.class);
    robot.type(KeyCode.TAB);
    assertThat(desk.scene().getFocusOwner()).isSameAs(patient);
    robot.type(KeyCode.ESCAPE);

    assertThat(desk.board().layer().isOpen()).isFalse();
    assertThat(desk.board().isFocused()).isTrue();
  }

  @Test
  void aFormNeverCoversItsSlot() {
    for (int doctor = 0; doctor < schedule.doctors().size(); doctor++) {
      at.openForm(doctor, "16:00");
      Rectangle2D slot = desk.board().place(at.choice(doctor, "16:00")).orElseThrow();
      Node form = desk.board().layer().lookup(".form-paper");
      Bounds paper = desk.board().sceneToLocal(form.localToScene(form.getLayoutBounds()));

      assertThat(
              paper.intersects(slot.getMinX(), slot.getMinY(), slot.getWidth(), slot.getHeight()))
          .as("column %s", doctor)
          .isFalse();
      assertThat(paper.getMinX()).isNotNegative();
      assertThat(paper.getMaxX()).isLessThanOrEqualTo(desk.board().getWidth());
    }
  }

  @Test
  void oneChangeAddsOneCardAndLeavesTheOthers() {
    Set<Node> before = desk.board().lookupAll(".visit");
    Appointment booked =
        Facts.visit(
            schedule.hospital(),
            schedule.doctors().get(1),
            HedwigDay.at("13:00"),
            "FOLLOW_UP",
            AppointmentStatus.SCHEDULED,
            "Weber, Katrin");
    robot.interact(() -> desk.day().contents().put(booked, Writing.SAVING));
    WaitForAsyncUtils.waitForFxEvents();
    Set<Node> after = desk.board().lookupAll(".visit");

    assertThat(after).containsAll(before).hasSize(before.size() + 1);
    assertThat(desk.board().lookupAll(".visit.pending")).hasSize(1);
  }

  @Test
  void theCursorIsScrolledIntoView() {
    robot.interact(() -> at.stage().setWidth(700));
    WaitForAsyncUtils.waitForFxEvents();
    at.cursorTo(0, "09:00");
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    WaitForAsyncUtils.waitForFxEvents();
    Rectangle2D slot = desk.board().place(at.choice(7, "09:00")).orElseThrow();

    assertThat(slot.getMaxX()).isLessThanOrEqualTo(desk.board().getWidth());
  }

  @Test
  void bracketsGoDayByDay() {
    robot.interact(() -> desk.board().requestFocus());
    robot.write("]]");

    assertThat(desk.day().dateProperty().get()).isEqualTo(HedwigDay.DATE.plusDays(2));
  }

  @Test
  void theListOfDoctorsKeepsItsSpecialtyAndGivesTheKeysBack() {
    robot.clickOn("8 of 8 doctors");
    robot.interact(() -> desk.day().filter().specialtyProperty().set("Cardiology"));
    robot.type(KeyCode.ESCAPE);
    assertThat(desk.board().isFocused()).isTrue();
    robot.clickOn("8 of 8 doctors");

    assertThat(desk.day().filter().specialtyProperty().get()).isEqualTo("Cardiology");
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void aWayOnClosesItsNotice() {
    List<String> gone = new ArrayList<>();
    robot.interact(() ->
        desk.day()
            .notify(
                new Notice(
                    "Not moved",
                    "The doctor is busy.",
                    "doctor-busy",
                    List.of(new Notice.Way("Find another time", () -> gone.add("there"))))));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("Find another time");

    assertThat(gone).containsExactly("there");
    assertThat(desk.day().notices()).isEmpty();
  }
}
