package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.signin.PinViewModel;
import io.daysheet.wire.Me;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The page of one's own account: what is open there, and how the account stands.
public final class AccountViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(AccountViewModel.class);
  private final AccountServer server;
  private final Me me;
  private final PinChanged pinChanged;
  private final PasswordViewModel password;
  private final PinViewModel pin;
  private final SecondStepViewModel secondStep;
  private final ReadOnlyObjectWrapper<Shown> shown;
  private @Nullable Request asking;

  /// Told whether the desk has a PIN to be unlocked by.
  @FunctionalInterface
  public interface PinChanged {
    void to(boolean has);
  }

  /// What is shown of the page.
  ///
  /// @param told what became of the last change; empty if there is nothing to say
  record Shown(Section open, boolean pin, boolean busy, String told) {}

  /// @param me as it was at the sign-in; how it stands by now is asked for
  public AccountViewModel(AccountServer server, Me me, PinChanged pinChanged) {
    this.server = server;
    this.me = me;
    this.pinChanged = pinChanged;
    password = new PasswordViewModel(server, () -> done(messages.get("password.changed")));
    pin = new PinViewModel(server, me.password(), this::pinChosen);
    secondStep = new SecondStepViewModel(server, me, this::done);
    shown = new ReadOnlyObjectWrapper<>(new Shown(Section.NONE, me.pin(), false, ""));
  }

  /// Asks how the account stands by now.
  public void start() {
    asking =
        server.me(outcome -> {
          asking = null;
          if (outcome instanceof Outcome.Done<Me>(Me now)) {
            secondStep.refresh(now);
            show(shown.get().open(), now.pin(), shown.get().told());
          } else {
            show(shown.get().open(), shown.get().pin(), messages.get("old"));
          }
        });
  }

  Me me() {
    return me;
  }

  /// Whether there can be a PIN: not where somebody else checks who signs in, and does it each
  /// time.
  boolean takesPin() {
    return me.password();
  }

  PasswordViewModel password() {
    return password;
  }

  PinViewModel pin() {
    return pin;
  }

  SecondStepViewModel secondStep() {
    return secondStep;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private void show(Section open, boolean hasPin, String told) {
    shown.set(new Shown(open, hasPin, asking != null, told));
  }

  /// Opens one section; what is typed in another is gone.
  void open(Section section) {
    if (mayLeave()) {
      forget();
      show(section, shown.get().pin(), "");
    }
  }

  /// Closes what is open.
  ///
  /// @return false if nothing was
  boolean back() {
    if (shown.get().open() == Section.NONE) {
      return false;
    }
    open(Section.NONE);
    return true;
  }

  /// Whether nothing is on the screen that is never shown again; else it says so.
  boolean mayLeave() {
    if (secondStep.showsCodes()) {
      secondStep.remind();
      return false;
    }
    return true;
  }

  private void done(String told) {
    show(Section.NONE, shown.get().pin(), told);
  }

  private void pinChosen() {
    pinChanged.to(true);
    show(Section.NONE, true, messages.get("pin.chosen"));
  }

  /// From now on the browser alone unlocks the desk.
  void removePin() {
    if (!shown.get().busy() && mayLeave()) {
      forget();
      asking = server.removePin(this::pinRemoved);
      show(Section.NONE, shown.get().pin(), messages.get("saving"));
    }
  }

  private void pinRemoved(Outcome<Boolean> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> {
        pinChanged.to(false);
        show(Section.NONE, false, messages.get("pin.removed"));
      }
      case Outcome.Refused<Boolean>(int _, String code, var _) ->
          show(Section.NONE, shown.get().pin(), messages.get("refused", code));
      case Outcome.Stale<Boolean> _, Outcome.Unknown<Boolean> _ ->
          show(Section.NONE, shown.get().pin(), messages.get("no-answer"));
    }
  }

  private void forget() {
    password.close();
    pin.close();
    secondStep.close();
  }

  /// Nothing that was typed or shown stays.
  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
    forget();
    show(Section.NONE, shown.get().pin(), "");
  }
}
