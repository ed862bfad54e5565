package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Theme;
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
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The screen under real keys and clicks, in the headless toolkit, whose screen has 1000 × 1000.
class DayScreenIT {
  private final FxRobot robot = new FxRobot();
  private final DaySchedule schedule = HedwigDay.picture();
  private final List<SlotChoice> chosen = new ArrayList<>();
  private DeskOnScreen desk;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    desk = WaitForAsyncUtils.asyncFx(() -> DeskOnScreen.of(schedule, Theme.LIGHT, 980, 800)).get();
    stage = WaitForAsyncUtils.asyncFx(() -> new Stage()).get();
    robot.interact(this::show);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void show() {
    desk.day().whenChosen(chosen::add);
    stage.setScene(desk.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
    desk.board().requestFocus();
  }

  @AfterEach
  void close() {
    robot.interact(stage::close);
  }

  @Test
  void theArrowKeysMoveTheCursorAndEnterChooses() {
    cursorTo(1, "13:00");
    robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);

    assertThat(desk.day().cursorProperty().get())
        .isEqualTo(new SlotCursor(schedule.doctors().get(2).id(), HedwigDay.at("17:00")));
    robot.type(KeyCode.ENTER);
    assertThat(chosen).singleElement().isInstanceOf(SlotChoice.EmptyTime.class);
  }

  @Test
  void aClickOnAFreeSlotChoosesIt() {
    click(1, "13:00");

    assertThat(chosen).singleElement().isInstanceOf(SlotChoice.FreeSlot.class);
  }

  @Test
  void aClickOnEmptyTimeChoosesThatHour() {
    click(2, "17:00");

    assertThat(chosen)
        .singleElement()
        .isEqualTo(choice(2, "17:00"))
        .isInstanceOf(SlotChoice.EmptyTime.class);
  }

  @Test
  void aClickOnACardChoosesTheVisit() {
    click(0, "12:00");

    assertThat(chosen).singleElement().isInstanceOf(SlotChoice.OnVisit.class);
  }

  @Test
  void offlineNothingIsBooked() {
    robot.interact(() ->
        desk.day()
            .connectionProperty()
            .set(new Connection.Offline(HedwigDay.NOW, null, HedwigDay.NOW)));
    click(1, "13:00");
    robot.type(KeyCode.ENTER);

    assertThat(chosen).isEmpty();
    assertThat(desk.board().getPseudoClassStates())
        .anyMatch(p -> p.getPseudoClassName().equals("offline"));
  }

  @Test
  void aChangeOfAnotherDeskLeavesFocusAndTypedTextAlone() {
    TextField patient = openForm();
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
    TextField patient = openForm();
    robot.write("f]t[g");
    robot.type(KeyCode.TAB);
    robot.write("]");

    assertThat(patient.getText()).isEqualTo("f]t[g");
    assertThat(desk.day().dateProperty().get()).isEqualTo(before);
  }

  @Test
  void tabStaysInTheFormAndEscLeavesToTheCursor() {
    TextField patient = openForm();
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
      openForm(doctor, "16:00");
      Rectangle2D slot = desk.board().place(choice(doctor, "16:00")).orElseThrow();
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
    robot.interact(() -> stage.setWidth(700));
    WaitForAsyncUtils.waitForFxEvents();
    cursorTo(0, "09:00");
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    WaitForAsyncUtils.waitForFxEvents();
    Rectangle2D slot = desk.board().place(choice(7, "09:00")).orElseThrow();

    assertThat(slot.getMaxX()).isLessThanOrEqualTo(desk.board().getWidth());
  }

  @Test
  void bracketsGoDayByDay() {
    robot.interact(() -> desk.board().requestFocus());
    robot.write("]]");

    assertThat(desk.day().dateProperty().get()).isEqualTo(HedwigDay.DATE.plusDays(2));
  }

  private TextField openForm() {
    return openForm(1, "13:00");
  }

  private TextField openForm(int doctor, String time) {
    TextField patient = new TextField();
    Button book = new Button("Book");
    robot.interact(() -> {
      desk.day().moveCursorTo(schedule.doctors().get(doctor).id(), HedwigDay.at(time));
      desk.board().layer().open(choice(doctor, time), new VBox(patient, book), () -> {});
    });
    WaitForAsyncUtils.waitForFxEvents();
    return patient;
  }

  private void cursorTo(int doctor, String time) {
    robot.interact(
        () -> desk.day().moveCursorTo(schedule.doctors().get(doctor).id(), HedwigDay.at(time)));
  }

  private SlotChoice choice(int doctor, String time) {
    return desk.day()
        .choiceAt(schedule.doctors().get(doctor).id(), HedwigDay.at(time))
        .orElseThrow();
  }

  private void click(int doctor, String time) {
    Rectangle2D slot = desk.board().place(choice(doctor, time)).orElseThrow();
    var at =
        desk.board()
            .localToScreen(
                slot.getMinX() + slot.getWidth() / 2, slot.getMinY() + slot.getHeight() / 2);
    robot.clickOn(at.getX(), at.getY());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
