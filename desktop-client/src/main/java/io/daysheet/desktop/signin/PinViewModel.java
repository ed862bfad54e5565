package io.daysheet.desktop.signin;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.FullSignInNeeded;
import io.daysheet.rule.Violation.PinTooSimple;
import io.daysheet.rule.Violation.WrongSecret;
import io.daysheet.wire.SetPin;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Choosing the PIN that unlocks the desk. Whether it is too easy to guess, the server says.
public final class PinViewModel implements AutoCloseable {

  private static final int DIGITS = 6;
  private static final int MOST_DIGITS = 12;

  private final Messages messages = Messages.beside(PinViewModel.class);
  private final AccountServer server;
  private final Runnable chosen;
  private final StringProperty pin = new SimpleStringProperty("");
  private final StringProperty again = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final boolean needsPassword;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown("", false, false));
  private String refused = "";
  private @Nullable Request asking;

  /// What is said of what is typed.
  ///
  /// @param told what is wrong, or what is going on; empty if there is nothing to say yet
  public record Shown(String told, boolean isGood, boolean saving) {}

  /// @param needsPassword whether the server wants to know that it is really they who choose
  /// @param chosen told when the server has it
  public PinViewModel(AccountServer server, boolean needsPassword, Runnable chosen) {
    this.server = server;
    this.needsPassword = needsPassword;
    this.chosen = chosen;
    pin.subscribe(this::typed);
    again.subscribe(this::typed);
    password.subscribe(this::typed);
  }

  public StringProperty pinProperty() {
    return pin;
  }

  public StringProperty againProperty() {
    return again;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public boolean needsPassword() {
    return needsPassword;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private void typed() {
    refused = "";
    refresh();
  }

  private void refresh() {
    String wrong = wrong();
    boolean whole =
        wrong.isEmpty()
            && !pin.get().isEmpty()
            && pin.get().equals(again.get())
            && (!needsPassword || !password.get().isEmpty())
            && asking == null;
    shown.set(
        new Shown(asking == null ? wrong : messages.get("pin.saving"), whole, asking != null));
  }

  private String wrong() {
    String typed = pin.get();
    if (!refused.isEmpty()) {
      return refused;
    }
    if (typed.isEmpty()) {
      return "";
    }
    if (!typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return messages.get("pin.digits");
    }
    if (typed.length() < DIGITS) {
      return messages.get("pin.short");
    }
    if (typed.length() > MOST_DIGITS) {
      return messages.get("pin.long");
    }
    return typed.startsWith(again.get()) ? "" : messages.get("pin.differs");
  }

  /// Saves it, if nothing is wrong with it.
  public void save() {
    if (shown.get().isGood()) {
      String proof = needsPassword ? password.get() : null;
      asking = server.choosePin(new SetPin(pin.get(), proof), this::answered);
      refresh();
    }
  }

  private void answered(Outcome<Boolean> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> {
        forget();
        chosen.run();
        return;
      }
      case Outcome.Refused<Boolean>(int _, var _, var violations) ->
          refused = messages.get(why(violations));
      case Outcome.Unknown<Boolean>(Cause cause) when cause == Cause.UNAVAILABLE ->
          refused = messages.get("pin.later");
      case Outcome.Stale<Boolean> _, Outcome.Unknown<Boolean> _ ->
          refused = messages.get("pin.no-answer");
    }
    refresh();
  }

  private String why(List<Violation> violations) {
    for (Violation violation : violations) {
      if (violation instanceof PinTooSimple) {
        return "pin.simple";
      }
      if (violation instanceof WrongSecret) {
        return "pin.refused.password";
      }
      if (violation instanceof FullSignInNeeded) {
        return "pin.refused.elsewhere";
      }
    }
    return "pin.refused";
  }

  private void forget() {
    pin.set("");
    again.set("");
    password.set("");
  }

  @Override
  public void close() {
    forget();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
