package io.daysheet.desktop.users;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.UserServer;
import io.daysheet.desktop.users.UserDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.wire.User;
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

/// One account: typed, checked while it is typed, and written.
final class UserFormViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(UserFormViewModel.class);
  private final UserRefusals refusals = new UserRefusals(messages);
  private final UserServer server;
  private final Consumer<User> written;
  private final Set<Flaw> touched = EnumSet.noneOf(Flaw.class);
  private final ReadOnlyObjectWrapper<Shown> shown;
  private Map<Flaw, String> refused = new EnumMap<>(Flaw.class);
  private @Nullable CommandKey key;
  private @Nullable Request asking;

  /// What the form shows.
  ///
  /// @param wrong what is said beside a field
  /// @param told what became of the last try to write it; empty if nothing has to be said
  record Shown(
      UserDraft draft, Map<Flaw, String> wrong, boolean canSave, boolean saving, String told) {}

  /// @param written told each account as the server has it now
  UserFormViewModel(UserServer server, UserDraft draft, Consumer<User> written) {
    this.server = server;
    this.written = written;
    this.shown =
        new ReadOnlyObjectWrapper<>(new Shown(draft, new EnumMap<>(Flaw.class), false, false, ""));
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  UserDraft draft() {
    return shown.get().draft();
  }

  /// Types something into it.
  ///
  /// @param about what may be wrong with what is typed there
  void type(UnaryOperator<UserDraft> change, Flaw... about) {
    touched.addAll(List.of(about));
    UserDraft typed = change.apply(draft());
    if (!typed.equals(draft())) {
      refused = new EnumMap<>(Flaw.class);
      key = null;
      show(typed, "");
    }
  }

  private void show(UserDraft draft, String told) {
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
    UserDraft draft = draft();
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

  /// Writes it, if nothing is wrong with it. A try that was not answered is repeated by the same
  /// key, so nothing is made twice.
  void save() {
    if (!shown.get().canSave()) {
      return;
    }
    UserDraft draft = draft();
    CommandKey sent = key == null ? CommandKey.fresh() : key;
    key = sent;
    User before = draft.before();
    asking =
        before == null
            ? server.create(draft.create(), sent, this::answered)
            : server.change(before, draft.change(), sent, this::answered);
    if (shown.get().draft().equals(draft)) {
      show(draft, "");
    }
  }

  private void answered(Outcome<User> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<User>(User user) -> {
        key = null;
        touched.clear();
        show(UserDraft.of(user), messages.get("saved"));
        written.accept(user);
      }
      case Outcome.Refused<User>(int _, String code, List<Violation> violations) -> {
        key = null;
        refused = refusals.beside(violations);
        show(draft(), refusals.told(code, violations));
      }
      case Outcome.Stale<User>(User current) -> stale(current);
      case Outcome.Unknown<User> _ -> show(draft(), messages.get("no-answer"));
    }
  }

  private void stale(@Nullable User current) {
    key = null;
    if (current == null) {
      show(draft(), messages.get("no-answer"));
    } else {
      written.accept(current);
      show(UserDraft.of(current), messages.get("stale"));
    }
  }

  /// Says that something is typed here that is not saved.
  void remind() {
    show(draft(), messages.get("unsaved"));
  }

  /// Goes on with the account as the server has it now.
  void refresh(User user) {
    show(UserDraft.of(user), shown.get().told());
  }

  /// Nothing that was typed stays.
  void discard() {
    touched.clear();
    refused = new EnumMap<>(Flaw.class);
    key = null;
    show(Optional.ofNullable(draft().before()).map(UserDraft::of).orElseGet(UserDraft::empty), "");
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
