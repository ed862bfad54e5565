package io.daysheet.desktop.account;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.wire.ChangePassword;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Changing the own password. Its length is judged while it is typed; whether it is a common one,
/// the server says.
final class PasswordViewModel implements AutoCloseable {

  /// As the server has it.
  private static final int SHORTEST = 12;

  private final Messages messages = Messages.beside(PasswordViewModel.class);
  private final AccountRefusals refusals = new AccountRefusals(messages);
  private final AccountServer server;
  private final Runnable changed;
  private final StringProperty current = new SimpleStringProperty("");
  private final StringProperty fresh = new SimpleStringProperty("");
  private final StringProperty again = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(Map.of(), false, false, ""));
  private @Nullable Request asking;

  /// What is said of what is typed.
  ///
  /// @param wrong beside its field
  /// @param told what goes on, or became of the last try; empty if there is nothing to say
  record Shown(Map<SecretField, String> wrong, boolean isGood, boolean saving, String told) {}

  /// @param changed told when the server has it
  PasswordViewModel(AccountServer server, Runnable changed) {
    this.server = server;
    this.changed = changed;
    current.subscribe(this::typed);
    fresh.subscribe(this::typed);
    again.subscribe(this::typed);
  }

  StringProperty currentProperty() {
    return current;
  }

  StringProperty freshProperty() {
    return fresh;
  }

  StringProperty againProperty() {
    return again;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private void typed() {
    if (asking == null) {
      show(wrong(), "");
    }
  }

  private Map<SecretField, String> wrong() {
    Map<SecretField, String> wrong = new EnumMap<>(SecretField.class);
    String typed = fresh.get();
    if (!typed.isEmpty() && typed.codePointCount(0, typed.length()) < SHORTEST) {
      wrong.put(
          SecretField.NEW_PASSWORD, messages.get("password.short", Integer.toString(SHORTEST)));
    }
    if (!typed.startsWith(again.get())) {
      wrong.put(SecretField.AGAIN, messages.get("password.differs"));
    }
    return wrong;
  }

  private void show(Map<SecretField, String> wrong, String told) {
    boolean whole =
        wrong.isEmpty()
            && asking == null
            && !current.get().isEmpty()
            && !fresh.get().isEmpty()
            && fresh.get().equals(again.get());
    shown.set(new Shown(wrong, whole, asking != null, told));
  }

  /// Changes it, if nothing is wrong with it.
  void save() {
    if (shown.get().isGood()) {
      asking =
          server.changePassword(new ChangePassword(current.get(), fresh.get()), this::answered);
      show(Map.of(), messages.get("saving"));
    }
  }

  private void answered(Outcome<Boolean> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> {
        forget();
        changed.run();
      }
      case Outcome.Refused<Boolean>(int _, String code, List<Violation> violations) ->
          show(refusals.beside(violations), refusals.told(code, violations));
      case Outcome.Unknown<Boolean>(Cause cause) when cause == Cause.UNAVAILABLE ->
          show(wrong(), messages.get("later"));
      case Outcome.Stale<Boolean> _, Outcome.Unknown<Boolean> _ ->
          show(wrong(), messages.get("password.no-answer"));
    }
  }

  /// Nothing that was typed stays.
  private void forget() {
    current.set("");
    again.set("");
    fresh.set("");
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
    forget();
  }
}
