package io.daysheet.desktop.users;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.UserServer;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.wire.OneTimePassword;
import io.daysheet.wire.User;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What an administrator does for somebody who can't sign in: a one-time password, another try, an
/// end to the second factor. None of it for the own account, and none where a provider signs people
/// in: what they can't sign in with is kept there.
final class RecoveryViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(RecoveryViewModel.class);
  private final UserServer server;
  private final AccountId own;
  private final SignsIn signsIn;
  private final Consumer<User> changed;
  private final ReadOnlyObjectWrapper<Shown> shown;
  private @Nullable Request asking;

  /// What can be done, and what came of it.
  ///
  /// @param password the one-time password, as long as it is shown
  /// @param whyNot why nothing can be done; empty if something can
  /// @param told what became of the last; empty if nothing has to be said
  record Shown(
      User user, @Nullable OneTimePassword password, boolean busy, String whyNot, String told) {

    boolean canReset() {
      return whyNot.isEmpty() && !busy;
    }

    boolean canUnlock() {
      return canReset() && user.lockedUntil() != null;
    }

    boolean canRemoveSecondFactor() {
      return canReset() && user.secondFactor();
    }
  }

  /// @param own who is signed in
  /// @param changed told the account as it is after it
  RecoveryViewModel(
      UserServer server, User user, AccountId own, SignsIn signsIn, Consumer<User> changed) {
    this.server = server;
    this.own = own;
    this.signsIn = signsIn;
    this.changed = changed;
    this.shown = new ReadOnlyObjectWrapper<>(new Shown(user, null, false, whyNot(user), ""));
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Whether anything that helps is kept at the server.
  boolean isHere() {
    return signsIn == SignsIn.HERE;
  }

  private String whyNot(User user) {
    if (!isHere()) {
      return messages.get("recovery.elsewhere");
    }
    if (user.id().equals(own)) {
      return messages.get("recovery.own");
    }
    if (user.roles().contains(Role.INTEGRATION)) {
      return messages.get("recovery.program");
    }
    return user.active() ? "" : messages.get("recovery.inactive");
  }

  /// Goes on with the account as the server has it now.
  void refresh(User user) {
    Shown now = shown.get();
    shown.set(new Shown(user, now.password(), now.busy(), whyNot(user), now.told()));
  }

  void resetPassword() {
    if (shown.get().canReset()) {
      busy();
      asking = server.resetPassword(shown.get().user(), this::passwordAnswered);
    }
  }

  void unlock() {
    if (shown.get().canUnlock()) {
      busy();
      User user = shown.get().user();
      asking = server.unlock(user, outcome -> answered(outcome, unlocked(user), "unlocked"));
    }
  }

  void removeSecondFactor() {
    if (shown.get().canRemoveSecondFactor()) {
      busy();
      User user = shown.get().user();
      asking =
          server.removeSecondFactor(
              user, outcome -> answered(outcome, withoutSecondFactor(user), "second-factor-gone"));
    }
  }

  /// The password was written down: it is shown no more.
  void forgetPassword() {
    Shown now = shown.get();
    shown.set(new Shown(now.user(), null, now.busy(), now.whyNot(), ""));
  }

  private void busy() {
    Shown now = shown.get();
    shown.set(new Shown(now.user(), null, true, now.whyNot(), ""));
  }

  private void passwordAnswered(Outcome<OneTimePassword> outcome) {
    asking = null;
    Shown now = shown.get();
    switch (outcome) {
      case Outcome.Done<OneTimePassword>(OneTimePassword password) ->
          shown.set(new Shown(now.user(), password, false, now.whyNot(), ""));
      case Outcome.Refused<OneTimePassword>(int _, String code, var _) ->
          failed(messages.get("refused", code));
      case Outcome.Stale<OneTimePassword> _, Outcome.Unknown<OneTimePassword> _ ->
          failed(messages.get("no-answer"));
    }
  }

  private void answered(Outcome<Boolean> outcome, User after, String told) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> {
        shown.set(new Shown(after, null, false, whyNot(after), messages.get("told." + told)));
        changed.accept(after);
      }
      case Outcome.Refused<Boolean>(int _, String code, var _) ->
          failed(messages.get("refused", code));
      case Outcome.Stale<Boolean> _, Outcome.Unknown<Boolean> _ ->
          failed(messages.get("no-answer"));
    }
  }

  private void failed(String told) {
    Shown now = shown.get();
    shown.set(new Shown(now.user(), null, false, now.whyNot(), told));
  }

  private static User unlocked(User user) {
    return as(user, user.secondFactor(), null);
  }

  private static User withoutSecondFactor(User user) {
    return as(user, false, user.lockedUntil());
  }

  private static User as(User user, boolean secondFactor, @Nullable Instant lockedUntil) {
    return new User(
        user.id(),
        user.login(),
        user.name(),
        user.roles(),
        user.hospitals(),
        user.everyHospital(),
        user.doctorId(),
        user.patientId(),
        user.active(),
        secondFactor,
        lockedUntil,
        user.lastSignIn(),
        user.version());
  }

  @Override
  public void close() {
    forgetPassword();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
