package io.daysheet.desktop;

import io.daysheet.desktop.account.AccountScreen;
import io.daysheet.desktop.account.AccountViewModel;
import io.daysheet.desktop.emergency.EmergencyScreen;
import io.daysheet.desktop.fx.Screens;
import io.daysheet.desktop.signin.PinScreen;
import io.daysheet.desktop.signin.PinViewModel;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// What somebody has open about themselves, in place of their screens. As soon as anything else is
/// shown, the lock as well, it is closed, and forgets what was typed there.
///
/// @param focus where they were before
record Aside(Parent root, Runnable close, @Nullable Node focus) {

  /// One of them.
  @FunctionalInterface
  interface Maker {
    /// Makes it of whoever sits there.
    ///
    /// @param leave goes back to their screens
    Aside of(Seat seat, @Nullable Node focus, Runnable leave);
  }

  /// Choosing a PIN, after the first sign-in.
  static Aside pin(Seat seat, @Nullable Node focus, Runnable leave) {
    var choice =
        new PinViewModel(
            seat.account(),
            seat.me().password(),
            () -> {
              seat.hasPin(true);
              leave.run();
            });
    Parent root =
        new Screens()
            .wire(PinScreen.class, () -> new PinScreen(choice, leave))
            .<Parent, PinScreen>load(PinScreen.class)
            .root();
    return new Aside(root, choice::close, focus);
  }

  /// Asking to see a patient who isn't one's own.
  static Aside emergency(Seat seat, @Nullable Node focus, Runnable leave) {
    var emergency = seat.emergency(leave);
    Parent root =
        new Screens()
            .wire(EmergencyScreen.class, () -> new EmergencyScreen(emergency, leave))
            .<Parent, EmergencyScreen>load(EmergencyScreen.class)
            .root();
    return new Aside(root, emergency::close, focus);
  }

  /// The page of the own account.
  static Aside account(Seat seat, @Nullable Node focus, Runnable leave) {
    var account = new AccountViewModel(seat.account(), seat.me(), seat::hasPin);
    var screen =
        new Screens()
            .wire(AccountScreen.class, () -> new AccountScreen(account, seat.who(), leave))
            .<Parent, AccountScreen>load(AccountScreen.class);
    account.start();
    return new Aside(screen.root(), screen.controller()::close, focus);
  }
}
