package io.daysheet.desktop;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.Writes;
import io.daysheet.desktop.day.BoardOnScreen;
import io.daysheet.desktop.day.DayScreen;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.emergency.EmergenciesViewModel;
import io.daysheet.desktop.emergency.EmergencySign;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.AskedAhead;
import io.daysheet.desktop.remote.FirstQuestions;
import io.daysheet.desktop.remote.HttpArrangingServer;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.SocketChangeStream;
import java.time.InstantSource;
import java.util.Random;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
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

  private final InstantSource clock;
  private final ServerAddress address;
  private final Board board;
  private final BoardFeed feed;
  private final DayViewModel day;
  private final HospitalsAtStart hospitals;
  private final Writes writes;
  private final DeskForms forms;
  private final Theme theme;
  private final DayScreen screen;
  private final Parent root;
  private @Nullable Scene scene;
  private final Timeline clockwork;

  /// Builds the desk; it asks nothing of the server before [#start]. On the FX thread.
  public Desk(DeskSettings settings, InstantSource clock) {
    this(settings, clock, DeskLine.of(settings), null, Allowed.everything());
  }

  /// Builds the desk at the end of a line that was opened before; the desk closes it.
  Desk(DeskSettings settings, InstantSource clock, EarlyLine line) {
    this(settings, clock, line.line(), line.asked(), Allowed.everything());
  }

  /// Builds the desk of somebody who is signed in.
  Desk(DeskSettings settings, InstantSource clock, DeskLine line, Allowed allowed) {
    this(settings, clock, line, null, allowed);
  }

  private Desk(
      DeskSettings settings,
      InstantSource clock,
      DeskLine line,
      @Nullable FirstQuestions asked,
      Allowed allowed) {
    this.clock = clock;
    address = line.address();
    theme = Theme.named(settings.theme());
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
    hospitals = new HospitalsAtStart(server, day, timers, clock, allowed);
    board.addListener(new BoardOnScreen(day, fxThread));
    day.whenDayWanted(feed::show);
    day.whenRetryWanted(this::retryNow);
    var loaded =
        new Screens()
            .wire(DayScreen.class, () -> new DayScreen(day))
            .<Parent, DayScreen>load(DayScreen.class);
    screen = loaded.controller();
    root = loaded.root();
    var arranging = new HttpArrangingServer(address, fxThread);
    forms =
        new DeskForms(
            board, writes, server, arranging, timers, clock, day, screen.board(), allowed);
    board.addListener(forms::heard);
    day.whenChosen(forms::open);
    clockwork = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick(clock)));
    clockwork.setCycleCount(Animation.INDEFINITE);
  }

  private void tick(InstantSource clock) {
    day.tick();
    board.tick(clock.instant());
    forms.tick();
  }

  /// Begins to ask the server, and to follow it.
  public void start() {
    hospitals.ask();
    clockwork.play();
  }

  /// A scene with nothing but this desk in it, which is made when it is first asked for.
  public Scene scene() {
    Scene made = scene;
    if (made == null) {
      made = new Scene(root, WIDTH, HEIGHT);
      theme.applyTo(made);
      scene = made;
    }
    return made;
  }

  /// What stands in the scene of somebody who signs in and out.
  Parent root() {
    return root;
  }

  /// The screen's top bar takes the menu of whoever is signed in.
  void signedIn(Node userMenu) {
    screen.signedIn(userMenu);
  }

  /// Whoever sits here may ask to see a patient who isn't theirs.
  ///
  /// @param ask opens the form of it
  void mayAskInAnEmergency(EmergenciesViewModel accesses, Runnable ask) {
    screen.over(new EmergencySign(accesses, day.hospitalProperty(), clock));
    forms.mayAskInAnEmergency(accesses, ask);
  }

  /// Whether a form is open, with whatever is typed in it.
  boolean isUnfinished() {
    return forms.isOpen();
  }

  /// The replica that the screen shows.
  public Board board() {
    return board;
  }

  /// What the screen shows.
  public DayViewModel day() {
    return day;
  }

  void toggleKeys() {
    screen.toggleKeys();
  }

  void retryNow() {
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
