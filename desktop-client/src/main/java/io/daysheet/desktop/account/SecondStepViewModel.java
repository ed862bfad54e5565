package io.daysheet.desktop.account;

import io.daysheet.desktop.account.SecondStep.Beginning;
import io.daysheet.desktop.account.SecondStep.Codes;
import io.daysheet.desktop.account.SecondStep.Off;
import io.daysheet.desktop.account.SecondStep.On;
import io.daysheet.desktop.account.SecondStep.Removing;
import io.daysheet.desktop.account.SecondStep.Renewing;
import io.daysheet.desktop.account.SecondStep.Scanning;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.AccountServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.wire.BeginSecondFactor;
import io.daysheet.wire.ConfirmSecondFactor;
import io.daysheet.wire.Me;
import io.daysheet.wire.RecoveryCodes;
import io.daysheet.wire.RemoveSecondFactor;
import io.daysheet.wire.RenewRecoveryCodes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Turning the second step of the sign-in on and off, and its recovery codes.
///
/// Where an answer is lost, nobody knows whether it was done: the account is asked how it stands.
final class SecondStepViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(SecondStepViewModel.class);
  private final AccountRefusals refusals = new AccountRefusals(messages);
  private final AccountServer server;
  private final Consumer<String> ended;
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Shown> shown;
  private @Nullable Request asking;

  /// What is shown of it.
  ///
  /// @param left how many recovery codes are left
  /// @param wrong beside its field
  /// @param told what goes on, or became of the last; empty if there is nothing to say
  record Shown(
      SecondStep step,
      int left,
      boolean isGood,
      boolean busy,
      Map<SecretField, String> wrong,
      String told) {}

  /// @param ended told what came of it, when somebody is through with a step
  SecondStepViewModel(AccountServer server, Me me, Consumer<String> ended) {
    this.server = server;
    this.ended = ended;
    shown =
        new ReadOnlyObjectWrapper<>(
            new Shown(standing(me), me.recoveryCodes(), false, false, Map.of(), ""));
    password.subscribe(this::typed);
    code.subscribe(this::typed);
  }

  private static SecondStep standing(Me me) {
    return me.secondFactor() ? new On() : new Off();
  }

  StringProperty passwordProperty() {
    return password;
  }

  StringProperty codeProperty() {
    return code;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private SecondStep step() {
    return shown.get().step();
  }

  /// The account as the server has it now. What somebody is in the midst of goes on.
  void refresh(Me me) {
    go(isOpen() ? step() : standing(me), me.recoveryCodes(), shown.get().told());
  }

  private void typed() {
    if (asking == null) {
      go(step(), shown.get().left(), "");
    }
  }

  private void go(SecondStep step, int left, String told) {
    show(step, left, Map.of(), told);
  }

  private void show(SecondStep step, int left, Map<SecretField, String> wrong, String told) {
    boolean asks = step.asksForPassword() || step.asksForCode();
    boolean typed =
        (!step.asksForPassword() || !password.get().isEmpty())
            && (!step.asksForCode() || !code.get().isBlank());
    boolean good = asks && typed && wrong.isEmpty() && asking == null;
    shown.set(new Shown(step, left, good, asking != null, wrong, told));
  }

  /// Opens the way to turn it on.
  void begin() {
    if (step() instanceof Off) {
      enter(new Beginning());
    }
  }

  /// Opens the way to turn it off.
  void remove() {
    if (step() instanceof On) {
      enter(new Removing());
    }
  }

  /// Opens the way to other recovery codes.
  void renew() {
    if (step() instanceof On) {
      enter(new Renewing());
    }
  }

  private void enter(SecondStep next) {
    forget();
    go(next, shown.get().left(), "");
  }

  /// Asks the server for what the open step is about.
  void send() {
    if (!shown.get().isGood()) {
      return;
    }
    String proof = password.get();
    String typed = code.get().strip();
    asking =
        switch (step()) {
          case Beginning _ ->
              server.beginSecondFactor(
                  new BeginSecondFactor(proof),
                  answer -> answered(answer, key -> enter(new Scanning(key))));
          case Scanning _ ->
              server.confirmSecondFactor(
                  new ConfirmSecondFactor(typed), answer -> answered(answer, this::showCodes));
          case Removing _ ->
              server.removeSecondFactor(
                  new RemoveSecondFactor(proof, typed), answer -> answered(answer, _ -> gone()));
          case Renewing _ ->
              server.renewRecoveryCodes(
                  new RenewRecoveryCodes(proof, typed),
                  answer -> answered(answer, this::showCodes));
          case Off _, On _, Codes _ -> null;
        };
    go(step(), shown.get().left(), messages.get("saving"));
  }

  private void showCodes(RecoveryCodes codes) {
    forget();
    go(new Codes(codes.codes()), codes.codes().size(), "");
  }

  private void gone() {
    rest(new Off(), 0, "step.removed");
  }

  private void rest(SecondStep how, int left, String told) {
    forget();
    go(how, left, "");
    ended.accept(messages.get(told));
  }

  private <T> void answered(Outcome<T> outcome, Consumer<T> done) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<T>(T value) -> done.accept(value);
      case Outcome.Refused<T>(int _, String refused, List<Violation> violations) ->
          show(
              step(),
              shown.get().left(),
              refusals.beside(violations),
              refusals.told(refused, violations));
      case Outcome.Unknown<T>(Cause cause) when cause == Cause.UNAVAILABLE ->
          go(step(), shown.get().left(), messages.get("later"));
      case Outcome.Stale<T> _, Outcome.Unknown<T> _ -> askHowItStands();
    }
  }

  private void askHowItStands() {
    asking = server.me(this::stands);
    go(step(), shown.get().left(), messages.get("step.asking"));
  }

  private void stands(Outcome<Me> outcome) {
    asking = null;
    SecondStep before = step();
    if (outcome instanceof Outcome.Done<Me>(Me me)) {
      boolean wasScanned = before instanceof Scanning && me.secondFactor();
      boolean wasRemoved = before instanceof Removing && !me.secondFactor();
      if (wasScanned || wasRemoved) {
        rest(standing(me), me.recoveryCodes(), wasScanned ? "step.codes-lost" : "step.removed");
        return;
      }
    }
    boolean renewing = before instanceof Renewing;
    go(before, shown.get().left(), messages.get(renewing ? "step.codes-unknown" : "no-answer"));
  }

  /// The codes were kept: they are shown no more.
  void kept() {
    if (step() instanceof Codes) {
      rest(new On(), shown.get().left(), "step.on");
    }
  }

  /// Whether somebody is in the midst of something.
  boolean isOpen() {
    return !(step() instanceof On || step() instanceof Off);
  }

  /// Whether the codes are on the screen, which nobody is shown again.
  boolean showsCodes() {
    return step() instanceof Codes;
  }

  /// Says that they have to be kept first.
  void remind() {
    go(step(), shown.get().left(), messages.get("step.keep-first"));
  }

  private void forget() {
    password.set("");
    code.set("");
  }

  /// Back to how the account stands; nothing that was typed or shown stays.
  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
    forget();
    SecondStep rest =
        switch (step()) {
          case Off _, Beginning _, Scanning _ -> new Off();
          case On _, Removing _, Renewing _, Codes _ -> new On();
        };
    go(rest, shown.get().left(), "");
  }
}
