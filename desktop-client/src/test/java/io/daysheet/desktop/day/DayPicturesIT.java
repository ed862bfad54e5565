package io.daysheet.desktop.day;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Screens.Screen;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class DayPicturesIT {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void light() throws Exception {
    picture("day-light-1280", Theme.LIGHT, 1280, 800, HedwigDay.picture());
  }

  private static void picture(String name, Theme theme, int width, int height, DaySchedule schedule)
      throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> {
              DayViewModel day = new DayViewModel(InstantSource.fixed(HedwigDay.NOW));
              Screen<Parent, DayScreen> screen =
                  new Screens()
                      .wire(DayScreen.class, () -> new DayScreen(day))
                      .load(DayScreen.class);
              Scene scene = new Scene(screen.root(), width, height);
              theme.applyTo(scene);
              day.hospitals().setAll(schedule.hospital());
              day.hospitalProperty().set(schedule.hospital());
              day.dateProperty().set(schedule.date());
              day.connectionProperty().set(new Connection.Live(Duration.ofMillis(34)));
              day.show(schedule);
              decorate(day, schedule);
              DayPictures.take(scene, name);
              DayPictures.take(scene, name);
              return null;
            })
        .get();
  }

  private static void decorate(DayViewModel day, DaySchedule schedule) {
    for (Appointment visit : List.copyOf(schedule.appointments())) {
      if (visit.patient().familyName().equals("Čermák")) {
        day.contents().put(visit, Writing.SAVING);
      }
      if (visit.patient().familyName().equals("D’Angelo")) {
        day.contents().put(visit, Writing.REFUSED);
      }
    }
    Instant thirteen = HedwigDay.at("13:00");
    day.moveCursorTo(schedule.doctors().get(1).id(), thirteen);
    day.tell("10:41:53 · Desk 2 checked in García-López, M. with Dr. Lindqvist");
    day.notify(
        new Notice(
            "Not moved: D’Angelo, Luca",
            "Dr. Ferreira is busy at 17:00: Desk 2 holds it until 10:46. The visit stays at 14:00.",
            "doctor-busy",
            List.of(new Notice.Way("Find another time", () -> {}))));
  }
}
