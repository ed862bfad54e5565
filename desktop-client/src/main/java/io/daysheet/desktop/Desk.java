package io.daysheet.desktop;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.day.BoardOnScreen;
import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.AskedAhead;
import io.daysheet.desktop.remote.FirstQuestions;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.SocketChangeStream;
import java.time.InstantSource;
import java.util.Random;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One desk: its replica of the day, its connection and its screen, put together by hand.
///
/// Everything of it lives on the FX thread; only the connection's own threads are elsewhere. A
/// program may have several, as the tests and the demo do.
public final class Desk implements AutoCloseable {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final ServerAddress address;
  private final Board board;
  private final BoardFeed feed;
  private final DayViewModel day;
  private final HospitalsAtStart hospitals;
  private final Writes writes;
  private final DeskForms forms;
  private final Scene scene;
  private final Timeline clockwork;

  /// Builds the desk; it asks nothing of the server before [#start]. On the FX thread.
  public Desk(DeskSettings settings, InstantSource clock) {
    this(settings, clock, DeskLine.of(settings), null);
  }

  /// Builds the desk at the end of a line that was opened before; the desk closes it.
  Desk(DeskSettings settings, InstantSource clock, EarlyLine line) {
    this(settings, clock, line.line(), line.asked());
  }

  private Desk(
      DeskSettings settings, InstantSource clock, DeskLine line, @Nullable FirstQuestions asked) {
    address = line.address();
    Theme theme = Theme.named(settings.theme());
    theme.prepare();
    var fxThread = new FxThread();
    var timers = new FxTimers();
    var random = new Random();
    ScheduleServer http = new HttpScheduleServer(address, fxThread);
    ScheduleServer server = asked == null ? http : new AskedAhead(http, asked, fxThread);
    board = new Board(line.account());
    feed =
        new BoardFeed(
            board, server, new SocketChangeStream(address, fxThread), timers, clock, random);
    writes = new Writes(board, feed, server, timers, clock, random);
    day = new DayViewModel(clock);
    hospitals = new HospitalsAtStart(server, day, timers, clock);
    board.addListener(new BoardOnScreen(day, fxThread));
    day.whenDayWanted(feed::show);
    day.whenRetryWanted(this::retryNow);
    var screen =
        new Screens().wire(DayScreen.class, () -> new DayScreen(day)).load(DayScreen.class);
    forms = new DeskForms(board, writes, server, timers, clock, day, screen.controller().board());
    board.addListener(forms::heard);
    day.whenChosen(forms::open);
    scene = new Scene((Parent) screen.root(), WIDTH, HEIGHT);
    theme.applyTo(scene);
    clockwork = new Timeline(new KeyFrame(Duration.seconds(1), _ -> day.tick()));
    clockwork.setCycleCount(Animation.INDEFINITE);
  }

  /// Begins to ask the server, and to follow it.
  public void start() {
    hospitals.ask();
    clockwork.play();
  }

  public Scene scene() {
    return scene;
  }

  /// The replica that the screen shows.
  public Board board() {
    return board;
  }

  /// What the screen shows.
  public DayViewModel day() {
    return day;
  }

  private void retryNow() {
    hospitals.askNow();
    feed.retryNow();
  }

  /// Follows nothing any more. On the FX thread.
  @Override
  public void close() {
    clockwork.stop();
    hospitals.close();
    forms.close();
    writes.close();
    feed.close();
    address.close();
  }
}
