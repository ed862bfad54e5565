package io.daysheet.desktop.users;

import io.daysheet.desktop.form.Drafting;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.UserServer;
import io.daysheet.desktop.users.UserDraft.Flaw;
import io.daysheet.rule.Violation;
import io.daysheet.wire.User;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// One account: typed, checked while it is typed, and written.
final class UserFormViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(UserFormViewModel.class);
  private final UserRefusals refusals = new UserRefusals(messages);
  private final UserServer server;
  private final Consumer<User> written;
  private final Drafting<UserDraft, Flaw> drafting;
  private @Nullable CommandKey key;
  private @Nullable Request asking;

  /// @param written told each account as the server has it now
  UserFormViewModel(UserServer server, UserDraft draft, Consumer<User> written) {
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

  ReadOnlyObjectProperty<Drafting.Shown<UserDraft, Flaw>> shownProperty() {
    return drafting.shownProperty();
  }

  UserDraft draft() {
    return drafting.draft();
  }

  /// Types something into it.
  ///
  /// @param about what may be wrong with what is typed there
  void type(UnaryOperator<UserDraft> change, Flaw... about) {
    if (drafting.type(change, List.of(about))) {
      key = null;
    }
  }

  /// What keeps it from being saved; empty if nothing does.
  String reason() {
    return drafting.reason();
  }

  /// Writes it, if nothing is wrong with it. A try that was not answered is repeated by the same
  /// key, so nothing is made twice.
  void save() {
    if (!drafting.canSave()) {
      return;
    }
    UserDraft draft = draft();
    CommandKey sent = key == null ? CommandKey.fresh() : key;
    key = sent;
    User before = draft.before();
    drafting.send();
    asking =
        before == null
            ? server.create(draft.create(), sent, this::answered)
            : server.change(before, draft.change(), sent, this::answered);
  }

  private void answered(Outcome<User> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<User>(User user) -> {
        key = null;
        drafting.saved(UserDraft.of(user), messages.get("saved"));
        written.accept(user);
      }
      case Outcome.Refused<User>(int _, String code, List<Violation> violations) -> {
        key = null;
        drafting.refused(refusals.beside(violations), refusals.told(code, violations));
      }
      case Outcome.Stale<User>(User current) -> stale(current);
      case Outcome.Unknown<User> _ -> drafting.stopped(messages.get("no-answer"));
    }
  }

  private void stale(@Nullable User current) {
    key = null;
    if (current == null) {
      drafting.stopped(messages.get("no-answer"));
    } else {
      written.accept(current);
      drafting.overtaken(UserDraft.of(current), messages.get("stale"));
    }
  }

  /// Says that something is typed here that is not saved.
  void remind() {
    drafting.show(draft(), messages.get("unsaved"));
  }

  /// Goes on with the account as the server has it now.
  void refresh(User user) {
    drafting.show(UserDraft.of(user), drafting.shownProperty().get().told());
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
