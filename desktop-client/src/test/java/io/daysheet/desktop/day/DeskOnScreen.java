package io.daysheet.desktop.day;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Screens.Screen;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import java.time.InstantSource;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The whole screen in a scene, with a loaded day and nothing behind it. Made on the FX thread.
record DeskOnScreen(DayViewModel day, DayScreen screen, Scene scene) {
  static DeskOnScreen of(DaySchedule schedule, Theme theme, int width, int height) {
    DayViewModel day = new DayViewModel(InstantSource.fixed(HedwigDay.NOW));
    Screen<Parent, DayScreen> screen =
        new Screens().wire(DayScreen.class, () -> new DayScreen(day)).load(DayScreen.class);
    Scene scene = new Scene(screen.root(), width, height);
    theme.applyTo(scene);
    day.hospitals().setAll(schedule.hospital());
    day.hospitalProperty().set(schedule.hospital());
    day.dateProperty().set(schedule.date());
    day.connectionProperty().set(new Connection.Live(Duration.ofMillis(34)));
    day.show(schedule);
    return new DeskOnScreen(day, screen.controller(), scene);
  }

  DayBoard board() {
    return screen.board();
  }
}
