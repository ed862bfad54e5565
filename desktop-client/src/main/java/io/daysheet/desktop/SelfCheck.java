package io.daysheet.desktop;

import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.InZone;
import io.daysheet.wire.WireJson;
import java.time.Duration;
import java.time.InstantSource;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// `--check`: shows a made-up day in memory, without a display and without a server, and ends.
///
/// It loads what a first day on a real desk loads. So it tells whether a packed desk is whole, and
/// what Java learns from this start makes the next ones faster.
public final class SelfCheck extends Application {

  private static final int PULSES = 3;

  private int pulses;

  /// Ends with 0 when the day was painted; what fails on the way ends with a stack trace and 1.
  static void run() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
      failure.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    Application.launch(SelfCheck.class);
  }

  @Override
  public void start(Stage stage) {
    DaySchedule schedule = travelled(SampleDay.schedule());
    DayViewModel day = new DayViewModel(InstantSource.fixed(SampleDay.noon()));
    Screens screens = new Screens().wire(DayScreen.class, () -> new DayScreen(day));
    Parent root = screens.<Parent, DayScreen>load(DayScreen.class).root();
    Scene scene = new Scene(root, 1280, 800);
    Theme.LIGHT.applyTo(scene);
    stage.setScene(scene);
    stage.show();
    day.hospitals().setAll(schedule.hospital());
    day.hospitalProperty().set(schedule.hospital());
    day.dateProperty().set(schedule.date());
    day.connectionProperty().set(new Connection.Live(Duration.ZERO));
    day.show(schedule);
    scene.addPostLayoutPulseListener(this::painted);
    Platform.requestNextPulse();
  }

  /// The day as it is after its way through JSON, as one from a server is.
  private static DaySchedule travelled(DaySchedule day) {
    String text =
        WireJson.mapper().writeValueAsString(new InZone<>(day.hospital().timeZone(), day));
    return WireJson.lenientMapper().readValue(text, DaySchedule.class);
  }

  private void painted() {
    pulses++;
    if (pulses < PULSES) {
      Platform.requestNextPulse();
    } else if (pulses == PULSES) {
      System.out.println("Daysheet: the first screen was painted");
      Platform.runLater(Platform::exit);
    }
  }
}
