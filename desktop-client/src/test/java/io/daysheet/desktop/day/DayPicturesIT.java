package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Takes the pictures that are held beside the target's; a stranger's eye judges them.
class DayPicturesIT {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void light() throws Exception {
    assertThat(decorated("day-light-1280", Theme.LIGHT)).isEqualTo(1280);
  }

  @Test
  void dark() throws Exception {
    assertThat(decorated("day-dark-1280", Theme.DARK)).isEqualTo(1280);
  }

  @Test
  void highContrast() throws Exception {
    assertThat(decorated("day-hc-1280", Theme.HIGH_CONTRAST)).isEqualTo(1280);
  }

  @Test
  void twentyDoctors() throws Exception {
    assertThat(plain("day-20-1920", BusyDay.of(20, 30), 1920, 1080)).isEqualTo(1920);
  }

  @Test
  void quartersOfAnHour() throws Exception {
    assertThat(plain("day-15-minutes-1280", BusyDay.of(12, 15), 1280, 800)).isEqualTo(1280);
  }

  @Test
  void offline() throws Exception {
    onFx(() -> {
      DeskOnScreen desk = DeskOnScreen.of(HedwigDay.picture(), Theme.LIGHT, 1280, 800);
      desk.day()
          .connectionProperty()
          .set(
              new Connection.Offline(
                  HedwigDay.at("10:30"),
                  HedwigDay.at("10:30").plusSeconds(58),
                  HedwigDay.NOW.plusSeconds(12)));
      return DayPictures.take(desk.scene(), "offline");
    });
  }

  @Test
  void aFormBesideItsSlot() throws Exception {
    onFx(() -> {
      DaySchedule schedule = HedwigDay.picture();
      DeskOnScreen desk = DeskOnScreen.of(schedule, Theme.LIGHT, 1280, 800);
      desk.scene().getRoot().applyCss();
      desk.scene().getRoot().layout();
      SlotChoice slot =
          desk.day().choiceAt(schedule.doctors().get(6).id(), HedwigDay.at("16:00")).orElseThrow();
      desk.board().layer().open(slot, form(), () -> {});
      return DayPictures.take(desk.scene(), "form");
    });
  }

  private static Node form() {
    VBox form = new VBox(12, new Label("New appointment"), new TextField(), new Button("Book"));
    form.setStyle("-fx-padding: 16; -fx-pref-height: 320px");
    return form;
  }

  private static int plain(String name, DaySchedule schedule, int width, int height)
      throws Exception {
    return onFx(() ->
        DayPictures.take(DeskOnScreen.of(schedule, Theme.LIGHT, width, height).scene(), name));
  }

  private static int decorated(String name, Theme theme) throws Exception {
    return onFx(() -> {
      DaySchedule schedule = HedwigDay.picture();
      DeskOnScreen desk = DeskOnScreen.of(schedule, theme, 1280, 800);
      decorate(desk.day(), schedule);
      return DayPictures.take(desk.scene(), name);
    });
  }

  private static int onFx(Callable<WritableImage> picture) throws Exception {
    return (int) WaitForAsyncUtils.asyncFx(picture).get().getWidth();
  }

  private static void decorate(DayViewModel day, DaySchedule schedule) {
    for (Appointment visit : schedule.appointments()) {
      switch (visit.patient().familyName()) {
        case "Čermák" -> day.contents().put(visit, Writing.SAVING);
        case "D’Angelo" -> day.contents().put(visit, Writing.REFUSED);
        default -> {}
      }
    }
    day.moveCursorTo(schedule.doctors().get(1).id(), HedwigDay.at("13:00"));
    day.saving(1);
    day.tell("10:41:53 · Desk 2 booked 15:00 with Dr. Lindqvist");
    day.notify(
        new Notice(
            "Not moved: D’Angelo, Luca",
            "Dr. Ferreira is busy at 17:00: Desk 2 holds it until 10:46. The visit stays at 14:00.",
            "doctor-busy",
            List.of(new Notice.Way("Find another time", () -> {}))));
  }
}
