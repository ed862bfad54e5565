package io.daysheet.desktop;

import io.daysheet.desktop.availability.QuietArranging;
import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.board.QuietHospital;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.day.BoardOnScreen;
import io.daysheet.desktop.day.DayBoard;
import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.DaySchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The whole desk before a hospital that answers only when it is told to. Made on the FX thread.
record QuietDesk(
    QuietHospital server,
    QuietArranging arranging,
    BoardFeed feed,
    DayViewModel day,
    DayBoard ground,
    Scene scene) {

  static final InstantSource CLOCK = InstantSource.fixed(Clinic.at(8).plusSeconds(2520));

  static QuietDesk of(Theme theme, int width, int height) {
    return of(theme, width, height, CLOCK);
  }

  /// The same at another time of the day.
  static QuietDesk of(Theme theme, int width, int height, InstantSource clock) {
    return of(
        theme,
        width,
        height,
        clock,
        Clinic.day(
            5,
            List.of(
                Clinic.availability(1, Clinic.LINDQVIST, 9, 17),
                Clinic.availability(2, Clinic.MENSAH, 13, 15),
                Clinic.availability(3, Clinic.HADDAD, 9, 12)),
            List.of(
                Clinic.visit(1, Clinic.LINDQVIST, 14, 7), Clinic.visit(2, Clinic.MENSAH, 14, 1))));
  }

  static QuietDesk of(Theme theme, int width, int height, DaySchedule there) {
    return of(theme, width, height, CLOCK, there);
  }

  private static QuietDesk of(
      Theme theme, int width, int height, InstantSource clock, DaySchedule there) {
    Timers timers = new FxTimers();
    QuietHospital server = new QuietHospital(timers, there);
    DayViewModel day = new DayViewModel(clock);
    Board board = new Board("Desk 1");
    BoardFeed feed = new BoardFeed(board, server, server, timers, clock, new Random(1));
    Writes writes = new Writes(board, feed, server, timers, clock, new Random(1));
    board.addListener(new BoardOnScreen(day, new FxThread()));
    day.whenDayWanted(feed::show);
    var screen =
        new Screens()
            .wire(DayScreen.class, () -> new DayScreen(day))
            .<Parent, DayScreen>load(DayScreen.class);
    DayBoard ground = screen.controller().board();
    var arranging = new QuietArranging();
    DeskForms forms =
        new DeskForms(
            board, writes, server, arranging, timers, clock, day, ground, Allowed.everything());
    board.addListener(forms::heard);
    day.whenChosen(forms::open);
    Scene scene = new Scene(screen.root(), width, height);
    theme.applyTo(scene);
    day.hospitals().setAll(Clinic.HOSPITAL);
    day.hospitalProperty().set(Clinic.HOSPITAL);
    return new QuietDesk(server, arranging, feed, day, ground, scene);
  }

  /// Opens what a click there opens.
  void choose(DoctorId doctor, Instant at) {
    day.choose(day.choiceAt(doctor, at).orElseThrow());
  }
}
