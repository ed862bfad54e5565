package io.daysheet.desktop.programs;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.programs.ProgramDraft.Flaw;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ProgramServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.rule.Violation;
import io.daysheet.wire.NewClient;
import io.daysheet.wire.ProgramClient;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One program's client: typed, checked while it is typed, and written.
final class ProgramFormViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(ProgramFormViewModel.class);
  private final ProgramRefusals refusals = new ProgramRefusals(messages);
  private final ProgramServer server;
  private final Consumer<Written> written;
  private final Set<Flaw> touched = EnumSet.noneOf(Flaw.class);
  private final ReadOnlyObjectWrapper<Shown> shown;
  private Map<Flaw, String> refused = new EnumMap<>(Flaw.class);
  private @Nullable Request asking;

  /// What the form shows.
  ///
  /// @param wrong what is said beside a field
  /// @param told what became of the last try to write it; empty if nothing has to be said
  record Shown(
      ProgramDraft draft, Map<Flaw, String> wrong, boolean canSave, boolean saving, String told) {}

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
    this.shown =
        new ReadOnlyObjectWrapper<>(new Shown(draft, new EnumMap<>(Flaw.class), false, false, ""));
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ProgramDraft draft() {
    return shown.get().draft();
  }

  /// Types something into it.
  ///
  /// @param about what may be wrong with what is typed there
  void type(UnaryOperator<ProgramDraft> change, Flaw... about) {
    touched.addAll(List.of(about));
    ProgramDraft typed = change.apply(draft());
    if (!typed.equals(draft())) {
      refused = new EnumMap<>(Flaw.class);
      show(typed, "");
    }
  }

  private void show(ProgramDraft draft, String told) {
    Set<Flaw> flaws = draft.flaws();
    Map<Flaw, String> wrong = new EnumMap<>(Flaw.class);
    flaws.stream().filter(touched::contains).forEach(flaw -> wrong.put(flaw, text(flaw)));
    wrong.putAll(refused);
    boolean saving = asking != null;
    boolean canSave = flaws.isEmpty() && draft.isChanged() && !saving;
    shown.set(new Shown(draft, wrong, canSave, saving, told));
  }

  /// What keeps it from being saved; empty if nothing does.
  String reason() {
    ProgramDraft draft = draft();
    if (shown.get().saving()) {
      return messages.get("saving");
    }
    Optional<Flaw> first = draft.flaws().stream().findFirst();
    return first
        .map(this::text)
        .orElseGet(() -> draft.isChanged() ? "" : messages.get("unchanged"));
  }

  private String text(Flaw flaw) {
    return messages.get("flaw." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// Writes it, if nothing is wrong with it.
  void save() {
    if (!shown.get().canSave()) {
      return;
    }
    ProgramDraft draft = draft();
    ProgramClient before = draft.before();
    asking =
        before == null
            ? server.create(draft.create(), this::made)
            : server.change(before, draft.change(), this::changed);
    if (shown.get().draft().equals(draft)) {
      show(draft, "");
    }
  }

  private void made(Outcome<NewClient> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<NewClient>(NewClient made) ->
          saved(new Written(made.client(), made.clientSecret()));
      case Outcome.Refused<NewClient>(int _, String code, List<Violation> violations) ->
          refused(code, violations);
      case Outcome.Stale<NewClient> _, Outcome.Unknown<NewClient> _ ->
          show(draft(), messages.get("no-answer.create"));
    }
  }

  private void changed(Outcome<ProgramClient> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<ProgramClient>(ProgramClient program) -> saved(new Written(program, null));
      case Outcome.Refused<ProgramClient>(int _, String code, List<Violation> violations) ->
          refused(code, violations);
      case Outcome.Stale<ProgramClient>(ProgramClient current) -> stale(current);
      case Outcome.Unknown<ProgramClient> _ -> show(draft(), messages.get("no-answer"));
    }
  }

  private void saved(Written now) {
    touched.clear();
    show(ProgramDraft.of(now.program()), messages.get("saved"));
    written.accept(now);
  }

  private void refused(String code, List<Violation> violations) {
    refused = refusals.beside(violations);
    show(draft(), refusals.told(code, violations));
  }

  private void stale(@Nullable ProgramClient current) {
    if (current == null) {
      show(draft(), messages.get("no-answer"));
    } else {
      show(ProgramDraft.of(current), messages.get("stale"));
      written.accept(new Written(current, null));
    }
  }

  /// Says that something has to be done here first.
  void remind(String key) {
    show(draft(), messages.get(key));
  }

  /// Goes on with the client as the server has it now.
  void refresh(ProgramClient program) {
    show(ProgramDraft.of(program), "");
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
