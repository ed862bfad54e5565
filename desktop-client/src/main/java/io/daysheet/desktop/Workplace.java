package io.daysheet.desktop;

import static io.daysheet.identity.Role.INTEGRATION;
import static io.daysheet.identity.Role.PATIENT;

import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.remote.BrowserSignIn;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.SignInOutcome.SignedIn;
import io.daysheet.desktop.signin.Browser;
import io.daysheet.desktop.signin.IdleWatch;
import io.daysheet.desktop.signin.LockScreen;
import io.daysheet.desktop.signin.LockViewModel;
import io.daysheet.desktop.signin.SignInScreen;
import io.daysheet.desktop.signin.SignInViewModel;
import io.daysheet.desktop.signin.UserMenu;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Role;
import io.daysheet.wire.Me;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One desk's window: nobody sits at it, somebody does, or somebody has locked it. Whichever it is,
/// is the whole scene; nothing else is behind it.
///
/// A public desk is used by several people in a day. Who comes next always signs in; only whoever
/// was here before finds their half-typed work again.
public final class Workplace implements AutoCloseable {

  private static final Duration BROWSER_MAY_TAKE = Duration.ofMinutes(5);
  private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(PATIENT, INTEGRATION));
  private static final int FORBIDDEN = 403;
  private static final KeyCombination LOCK = KeyCombination.valueOf("Ctrl+L");

  private final DeskSettings settings;
  private final InstantSource clock;
  private final ServerAddress nobody;
  private final SignInViewModel signIn;
  private final Frame frame;
  private final Timeline clockwork;
  private IdleWatch idle;
  private String lastHospital = "";
  private @Nullable Seat seat;
  private @Nullable Locked locked;
  private @Nullable Aside aside;

  /// What a locked desk needs to open again.
  private record Locked(LockViewModel model, LockScreen screen, @Nullable Node focus) {}

  /// Builds it with nobody there. On the FX thread.
  public Workplace(DeskSettings settings, InstantSource clock, Browser browser) {
    this.settings = settings;
    this.clock = clock;
    this.idle = new IdleWatch(clock, Duration.ZERO);
    nobody =
        DeskLine.trusted(
            new ServerAddress(settings.server().toString(), settings.deskName()), settings);
    Theme theme = Theme.named(settings.theme());
    theme.prepare();
    var server = new BrowserSignIn(nobody, new FxThread(), clock, BROWSER_MAY_TAKE);
    signIn = new SignInViewModel(server, browser, this::arrived);
    frame = new Frame(theme);
    scene().addEventFilter(InputEvent.ANY, _ -> idle.touched());
    scene().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    clockwork = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    clockwork.setCycleCount(Animation.INDEFINITE);
    clockwork.play();
    showSignIn();
  }

  public Scene scene() {
    return frame.scene();
  }

  /// The day board of whoever is signed in, if they have one.
  public Optional<Desk> desk() {
    return Optional.ofNullable(seat).flatMap(Seat::desk);
  }

  private void pressed(KeyEvent event) {
    if (LOCK.match(event)) {
      lock();
      event.consume();
    }
  }

  private void tick() {
    Locked now = locked;
    Seat there = seat;
    if (now != null && there != null) {
      now.screen().tick();
      now.screen().connected(there.isLive());
    } else if (there != null && idle.isOver()) {
      lock();
    }
  }

  private void showSignIn() {
    signIn.stop();
    var place =
        new SignInScreen.Place(
            lastHospital,
            settings.deskName(),
            settings.server().getAuthority(),
            settings.server().getScheme().equals("https"),
            seat != null && seat.isUnfinished() ? seat.who().name() : "");
    frame.show(
        new Screens()
            .wire(SignInScreen.class, () -> new SignInScreen(signIn, place))
            .<Parent, SignInScreen>load(SignInScreen.class)
            .root());
  }

  private void arrived(SignedIn signedIn) {
    var arrived = Seat.Arrived.with(settings, signedIn.tokens(), signedIn.ahead());
    arrived
        .account()
        .me(outcome -> {
          switch (outcome) {
            case Outcome.Done<Me>(Me me) -> welcome(arrived, me);
            case Outcome.Refused<Me>(int status, var _, var _) ->
                turnAway(arrived, status == FORBIDDEN ? "no-screen" : "not-taken");
            case Outcome.Stale<Me> _ -> turnAway(arrived, "not-taken");
            case Outcome.Unknown<Me> _ -> turnAway(arrived, "no-answer");
          }
        });
  }

  private void turnAway(Seat.Arrived arrived, String why) {
    arrived.leave();
    signIn.failed(why);
  }

  private void welcome(Seat.Arrived arrived, Me me) {
    if (!Seat.isFor(me)) {
      boolean staff = me.roles().stream().anyMatch(STAFF::contains);
      turnAway(arrived, staff ? "no-screen" : "not-staff");
      return;
    }
    Seat before = seat;
    if (before != null && before.isOf(me)) {
      before.goOn(arrived.tokens());
      arrived.address().close();
      goOn();
      return;
    }
    leaveSeat();
    Seat taken = new Seat(settings, clock, arrived, me, ways());
    seat = taken;
    idle = new IdleWatch(clock, taken.locksAfter());
    taken.tokens().whenEnded(() -> new FxThread().execute(() -> ended(taken)));
    taken.start();
    if (taken.hasPin() || !taken.takesPin()) {
      goOn();
    } else {
      show(Aside::pin);
    }
  }

  private UserMenu.Ways ways() {
    return new UserMenu.Ways(
        this::changeUser,
        this::lock,
        () -> show(Aside::account),
        () -> show(Aside::emergency),
        this::signOut);
  }

  /// Shows something about whoever sits here, in place of their screens.
  private void show(Aside.Maker maker) {
    Seat there = seat;
    if (there != null && aside == null) {
      Node focus = scene().getFocusOwner();
      Aside opened = maker.of(there, focus, () -> back(focus));
      aside = opened;
      frame.show(opened.root());
    }
  }

  private void closeAside() {
    if (aside != null) {
      aside.close().run();
      aside = null;
    }
  }

  /// Shows what is open of whoever sits here.
  private void goOn() {
    Locked was = locked;
    back(was == null ? null : was.focus());
  }

  private void back(@Nullable Node focus) {
    Seat there = seat;
    if (there == null) {
      showSignIn();
      return;
    }
    closeAside();
    if (locked != null) {
      locked.model().close();
      locked = null;
    }
    idle = new IdleWatch(clock, there.locksAfter());
    frame.show(there.root());
    if (focus != null) {
      // After the board, which takes the focus for itself when it comes on the screen.
      Platform.runLater(() -> Platform.runLater(focus::requestFocus));
    }
  }

  /// Hides everything until the PIN is typed, or the same person signs in again.
  public void lock() {
    Seat there = seat;
    if (there == null || locked != null) {
      return;
    }
    Node focus = aside == null ? scene().getFocusOwner() : aside.focus();
    closeAside();
    var model = new LockViewModel(there.account(), there.pin(), this::goOn);
    var ways = new LockScreen.Ways(this::signInAgain, this::changeUser);
    var about = there.locked(ways);
    var screen =
        new Screens()
            .wire(LockScreen.class, () -> new LockScreen(model, about, clock))
            .<Parent, LockScreen>load(LockScreen.class);
    locked = new Locked(model, screen.controller(), focus);
    screen.controller().connected(there.isLive());
    frame.show(screen.root());
  }

  /// The server renews the tokens no more.
  private void ended(Seat whose) {
    if (!whose.equals(seat)) {
      return;
    }
    lock();
    if (locked != null) {
      locked.model().ended();
    }
  }

  private void signInAgain() {
    showSignIn();
    signIn.begin();
  }

  void changeUser() {
    leaveSeat();
    signInAgain();
  }

  private void signOut() {
    leaveSeat();
    showSignIn();
  }

  private void leaveSeat() {
    closeAside();
    if (seat != null) {
      lastHospital = seat.hospital().map(Hospital::name).orElse(lastHospital);
      frame.clear();
      seat.close();
      seat = null;
    }
    if (locked != null) {
      locked.model().close();
      locked = null;
    }
  }

  /// Follows nothing any more, and signs out. On the FX thread.
  @Override
  public void close() {
    clockwork.stop();
    signIn.close();
    leaveSeat();
    nobody.close();
  }
}
