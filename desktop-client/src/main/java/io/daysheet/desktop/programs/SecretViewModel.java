package io.daysheet.desktop.programs;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ProgramServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.wire.ClientSecret;
import io.daysheet.wire.ProgramClient;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The secret of one program: shown once, when it is made, until it is hidden.
final class SecretViewModel implements AutoCloseable {

  /// How far a new secret is.
  sealed interface Step {

    /// Nothing is going on.
    ///
    /// @param told what became of the last; empty if nothing has to be said
    record Idle(String told) implements Step {}

    /// The one that the program has now would be worth nothing: is that wanted?
    record Sure() implements Step {}

    record Making() implements Step {}

    /// Here it is, this once.
    record Given(String secret) implements Step {

      /// Never the secret: it would end up in logs.
      @Override
      public String toString() {
        return "Given[]";
      }
    }
  }

  private final Messages messages = Messages.beside(SecretViewModel.class);
  private final ProgramServer server;
  private final Consumer<ProgramClient> changed;
  private final ReadOnlyObjectWrapper<Step> step;
  private ProgramClient program;
  private @Nullable Request asking;

  /// @param secret that was just made; null if none was
  /// @param changed told the client as it is after it
  SecretViewModel(
      ProgramServer server,
      ProgramClient program,
      @Nullable String secret,
      Consumer<ProgramClient> changed) {
    this.server = server;
    this.program = program;
    this.changed = changed;
    this.step =
        new ReadOnlyObjectWrapper<>(secret == null ? new Step.Idle("") : new Step.Given(secret));
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  boolean isShown() {
    return step.get() instanceof Step.Given;
  }

  boolean hasSecret() {
    return program.secret();
  }

  void refresh(ProgramClient now) {
    program = now;
  }

  /// Asks whether it is really wanted.
  void begin() {
    if (step.get() instanceof Step.Idle) {
      step.set(new Step.Sure());
    }
  }

  void notNow() {
    if (step.get() instanceof Step.Sure) {
      step.set(new Step.Idle(""));
    }
  }

  void make() {
    if (step.get() instanceof Step.Sure) {
      step.set(new Step.Making());
      asking = server.newSecret(program, this::answered);
    }
  }

  private void answered(Outcome<ClientSecret> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<ClientSecret>(ClientSecret made) -> {
        program = withSecret(program);
        step.set(new Step.Given(made.clientSecret()));
        changed.accept(program);
      }
      case Outcome.Refused<ClientSecret>(int _, String code, var _) ->
          step.set(new Step.Idle(messages.get("refused", code)));
      case Outcome.Stale<ClientSecret> _, Outcome.Unknown<ClientSecret> _ ->
          step.set(new Step.Idle(messages.get("no-answer.secret")));
    }
  }

  /// As the server has it now: a secret makes a version.
  private static ProgramClient withSecret(ProgramClient before) {
    return new ProgramClient(
        before.id(),
        before.name(),
        before.accountId(),
        before.accountName(),
        before.scopes(),
        true,
        before.keys(),
        before.active(),
        before.createdAt(),
        before.lastUsedAt(),
        before.version() + 1);
  }

  /// It was put where it belongs: it is shown no more.
  void hide() {
    if (isShown()) {
      step.set(new Step.Idle(""));
    }
  }

  @Override
  public void close() {
    hide();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
