package io.daysheet.desktop;

import io.daysheet.desktop.audit.AuditViewModel;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.day.Notice;
import io.daysheet.desktop.emergency.EmergencyViewModel;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.programs.ProgramsViewModel;
import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.HttpAccountServer;
import io.daysheet.desktop.remote.HttpAuditServer;
import io.daysheet.desktop.remote.HttpProgramServer;
import io.daysheet.desktop.remote.HttpUserServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.UserTokens;
import io.daysheet.desktop.signin.LockScreen;
import io.daysheet.desktop.signin.LockViewModel;
import io.daysheet.desktop.signin.Persona;
import io.daysheet.desktop.signin.Rail;
import io.daysheet.desktop.signin.UserMenu;
import io.daysheet.desktop.users.SignsIn;
import io.daysheet.desktop.users.UsersViewModel;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.wire.Me;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// What one person has open at this desk: their tokens, and the screens that their rights leave.
///
/// It lives on while the desk is locked, and while the same person has to sign in again.
final class Seat implements AutoCloseable {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(2);

  private final DeskSettings settings;
  private final ServerAddress address;
  private final UserTokens tokens;
  private final AccountServer account;
  private final Me me;
  private final Persona who;
  private final Rail root;
  private final @Nullable Desk desk;
  private final @Nullable Emergencies emergencies;
  private final @Nullable UsersViewModel users;
  private final @Nullable ProgramsViewModel programs;
  private final @Nullable AuditViewModel audit;
  private final KeptPages kept;
  private boolean pin;

  /// A line in the name of whoever has just signed in; what they may do is not known yet.
  record Arrived(ServerAddress address, UserTokens tokens, AccountServer account, Duration ahead) {

    static Arrived with(DeskSettings settings, UserTokens tokens, Duration ahead) {
      var address =
          DeskLine.trusted(
              new ServerAddress(settings.server().toString(), settings.deskName(), tokens),
              settings);
      return new Arrived(address, tokens, new HttpAccountServer(address, new FxThread()), ahead);
    }

    /// They don't stay.
    void leave() {
      tokens.signOut();
      address.close();
    }
  }

  /// Builds the screens of somebody who may see at least one.
  Seat(DeskSettings settings, InstantSource clock, Arrived arrived, Me me, UserMenu.Ways ways) {
    this.settings = settings;
    this.address = arrived.address();
    this.tokens = arrived.tokens();
    this.account = arrived.account();
    this.me = me;
    this.pin = me.pin();
    this.who = Persona.of(me);
    Allowed allowed = Allowed.to(me);
    List<Rail.Item> screens = new ArrayList<>();
    desk =
        allowed.may(Right.SEE_DAY)
            ? new Desk(settings, clock, new DeskLine(address, me.name()), allowed)
            : null;
    emergencies =
        desk != null && allowed.may(Right.EMERGENCY_ACCESS)
            ? Emergencies.at(address, clock, desk, Objects.requireNonNull(ways.emergency()))
            : null;
    if (desk != null) {
      desk.signedIn(menu(ways));
      screens.add(Rail.Item.day(desk.root()));
    }
    users =
        allowed.may(Right.MANAGE_USERS)
            ? new UsersViewModel(
                new HttpUserServer(address, new FxThread()),
                new FxTimers(),
                me.id(),
                takesPin() ? SignsIn.HERE : SignsIn.AT_A_PROVIDER)
            : null;
    if (users != null) {
      screens.add(Rail.Item.users(Pages.users(users, menu(ways))));
    }
    // where somebody else signs people in, programs get their tokens there, too
    programs =
        users != null && takesPin()
            ? new ProgramsViewModel(new HttpProgramServer(address, new FxThread()))
            : null;
    if (programs != null) {
      screens.add(Rail.Item.programs(Pages.programs(programs, menu(ways))));
    }
    kept = new KeptPages(address, clock, allowed, this::hospital, () -> menu(ways));
    screens.addAll(kept.items());
    audit =
        allowed.may(Right.READ_AUDIT)
            ? new AuditViewModel(new HttpAuditServer(address, new FxThread()))
            : null;
    if (audit != null) {
      screens.add(Rail.Item.audit(Pages.audit(audit, menu(ways))));
    }
    root = new Rail(screens);
    kept.showBy(root::show);
    if (desk != null) {
      root.addKeys(desk::toggleKeys);
      tell(desk, arrived.ahead());
    }
  }

  private UserMenu menu(UserMenu.Ways ways) {
    return new UserMenu(who, emergencies == null ? ways.withoutEmergency() : ways);
  }

  /// Whether there is any screen for somebody.
  static boolean isFor(Me me) {
    return Allowed.to(me).hasScreen();
  }

  private static void tell(Desk desk, Duration ahead) {
    if (ahead.abs().compareTo(CLOCKS_MAY_DIFFER) > 0) {
      Messages messages = Messages.beside(Seat.class);
      String way = messages.get(ahead.isPositive() ? "clock.wrong.ahead" : "clock.wrong.behind");
      desk.day()
          .notify(
              new Notice(
                  messages.get("clock.wrong"),
                  messages.get("clock.wrong.text", Long.toString(ahead.abs().toMinutes()), way),
                  "clock-wrong",
                  List.of()));
    }
  }

  void start() {
    if (desk != null) {
      desk.start();
    }
    if (emergencies != null) {
      emergencies.accesses().start();
    }
    if (users != null) {
      users.start();
    }
    if (programs != null) {
      programs.start();
    }
    if (audit != null) {
      audit.load();
    }
  }

  Parent root() {
    return root;
  }

  /// The form of an emergency access, for those whose menu leads to it.
  EmergencyViewModel emergency(Runnable begun) {
    return Objects.requireNonNull(emergencies).form(begun);
  }

  Persona who() {
    return who;
  }

  /// Whether this is the seat of an account, and of what it may do still.
  boolean isOf(Me other) {
    return me.id().equals(other.id())
        && me.rights().equals(other.rights())
        && me.everyHospital() == other.everyHospital()
        && Set.copyOf(me.hospitals()).equals(Set.copyOf(other.hospitals()));
  }

  boolean hasPin() {
    return pin;
  }

  /// From now on.
  void hasPin(boolean has) {
    pin = has;
  }

  /// As they were when they signed in.
  Me me() {
    return me;
  }

  /// Whether there can be a PIN: not where somebody else checks who signs in, and does it each
  /// time.
  boolean takesPin() {
    return me.password();
  }

  LockViewModel.Pin pin() {
    if (!takesPin()) {
      return LockViewModel.Pin.NOT_TAKEN;
    }
    return pin ? LockViewModel.Pin.CHOSEN : LockViewModel.Pin.NOT_CHOSEN;
  }

  /// How long nobody may touch the desk.
  Duration locksAfter() {
    Duration own = settings.locksAfter();
    return own == null || own.compareTo(me.lockAfter()) > 0 ? me.lockAfter() : own;
  }

  AccountServer account() {
    return account;
  }

  UserTokens tokens() {
    return tokens;
  }

  Optional<Desk> desk() {
    return Optional.ofNullable(desk);
  }

  boolean isUnfinished() {
    return (desk != null && desk.isUnfinished())
        || (users != null && users.isUnfinished())
        || (programs != null && programs.isUnfinished())
        || kept.isUnfinished();
  }

  boolean isLive() {
    return desk == null || desk.day().connectionProperty().get() instanceof Connection.Live;
  }

  /// What its lock screen says of it, with the wall clock of its hospital.
  LockScreen.Locked locked(LockScreen.Ways ways) {
    return new LockScreen.Locked(
        who,
        settings.deskName(),
        hospital().map(Hospital::name).orElse(""),
        hospital().map(Hospital::timeZone).orElse(ZoneOffset.UTC),
        isUnfinished(),
        ways);
  }

  Optional<Hospital> hospital() {
    return desk().map(open -> open.day().hospitalProperty().get());
  }

  /// The same person has signed in again: everything goes on where it was.
  void goOn(UserTokens fresh) {
    tokens.adopt(fresh);
    if (desk != null) {
      desk.retryNow();
    }
  }

  /// They leave: nothing of theirs stays.
  @Override
  public void close() {
    tokens.signOut();
    if (emergencies != null) {
      emergencies.accesses().close();
    }
    if (desk != null) {
      desk.close();
    }
    if (users != null) {
      users.close();
    }
    if (programs != null) {
      programs.close();
    }
    kept.close();
    if (audit != null) {
      audit.close();
    }
    address.close();
  }
}
