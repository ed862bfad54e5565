package io.daysheet.desktop.programs;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ProgramServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.ProgramClient;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// One program's client: typed, checked while it is typed, and written.
final class ProgramFormViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(ProgramFormViewModel.class);
  private final ProgramRefusals refusals = new ProgramRefusals(messages);
  private final ProgramServer server;
  private final Consumer<Written> written;
  private final Drafting<ProgramDraft, Flaw> drafting;
  private @Nullable Request asking;

  /// What the server has now.
  ///
  /// @param secret of one that was just made; null if it has none, or had one before
  record Written(ProgramClient program, @Nullable String secret) {

    /// Never the secret: it would end up in logs.
    @Override
    public String toString() {
      return "Written[" + program.id() + "]";
    }
  }

  ProgramFormViewModel(ProgramServer server, ProgramDraft draft, Consumer<Written> written) {
    this.server = server;
    this.written = written;
    this.drafting =
        new Drafting<>(
            draft,
            new Drafting.Texts(
                flaw -> messages.get("flaw." + flaw),
                messages.get("saving"),
                messages.get("unchanged")));
  }

  ReadOnlyObjectProperty<Drafting.Shown<ProgramDraft, Flaw>> shownProperty() {
    return drafting.shownProperty();
  }

  ProgramDraft draft() {
    return drafting.draft();
  }

  /// Types something into it.
  ///
  /// @param about what may be wrong with what is typed there
  void type(UnaryOperator<ProgramDraft> change, Flaw... about) {
    boolean _ = drafting.type(change, List.of(about));
  }

  /// What keeps it from being saved; empty if nothing does.
  String reason() {
    return drafting.reason();
  }

  /// Writes it, if nothing is wrong with it.
  void save() {
    if (!drafting.canSave()) {
      return;
    }
    ProgramDraft draft = draft();
    ProgramClient before = draft.before();
    drafting.send();
    asking =
        before == null
            ? server.create(draft.create(), this::made)
            : server.change(before, draft.change(), this::changed);
  }

  private void made(Outcome<NewClient> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<NewClient>(NewClient made) ->
          saved(new Written(made.client(), made.clientSecret()));
      case Outcome.Refused<NewClient>(int _, String code, List<Violation> violations) ->
          refused(code, violations);
      case Outcome.Stale<NewClient> _, Outcome.Unknown<NewClient> _ ->
          drafting.stopped(messages.get("no-answer.create"));
    }
  }

  private void changed(Outcome<ProgramClient> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<ProgramClient>(ProgramClient program) -> saved(new Written(program, null));
      case Outcome.Refused<ProgramClient>(int _, String code, List<Violation> violations) ->
          refused(code, violations);
      case Outcome.Stale<ProgramClient>(ProgramClient current) -> stale(current);
      case Outcome.Unknown<ProgramClient> _ -> drafting.stopped(messages.get("no-answer"));
    }
  }

  private void saved(Written now) {
    drafting.saved(ProgramDraft.of(now.program()), messages.get("saved"));
    written.accept(now);
  }

  private void refused(String code, List<Violation> violations) {
    drafting.refused(refusals.beside(violations), refusals.told(code, violations));
  }

  private void stale(@Nullable ProgramClient current) {
    if (current == null) {
      drafting.stopped(messages.get("no-answer"));
    } else {
      drafting.overtaken(ProgramDraft.of(current), messages.get("stale"));
      written.accept(new Written(current, null));
    }
  }

  /// Says that something has to be done here first.
  void remind(String key) {
    drafting.show(draft(), messages.get(key));
  }

  /// Goes on with the client as the server has it now.
  void refresh(ProgramClient program) {
    drafting.show(ProgramDraft.of(program), "");
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
