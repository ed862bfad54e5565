package io.daysheet.desktop.programs;

import io.daysheet.desktop.programs.ProgramFormViewModel.Written;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.ProgramServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.wire.ProgramClient;
import io.daysheet.wire.User;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The programs that sign in for themselves, and the one that is open beside the list.
public final class ProgramsViewModel implements AutoCloseable {

  private final ProgramServer server;
  private final ObservableList<ProgramClient> programs = FXCollections.observableArrayList();
  private final ObservableList<User> accounts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();
  private @Nullable Request asking;
  private @Nullable Request askingAccounts;

  /// Where the list is.
  enum State {
    LOADING,
    WHOLE,
    /// The server did not answer.
    FAILED
  }

  /// The client beside the list.
  ///
  /// @param secret null for one that is not written yet
  record Open(ProgramFormViewModel form, @Nullable SecretViewModel secret) {}

  public ProgramsViewModel(ProgramServer server) {
    this.server = server;
  }

  /// Asks for everything there is to show.
  public void start() {
    load();
    loadAccounts();
  }

  void load() {
    if (asking != null) {
      asking.cancel();
    }
    state.set(State.LOADING);
    asking = server.programs(this::answered);
  }

  private void answered(Outcome<List<ProgramClient>> outcome) {
    asking = null;
    if (outcome instanceof Outcome.Done<List<ProgramClient>>(List<ProgramClient> all)) {
      programs.setAll(all);
      state.set(State.WHOLE);
    } else {
      state.set(State.FAILED);
    }
  }

  /// Only those in service: the others can't be chosen.
  private void loadAccounts() {
    if (askingAccounts != null) {
      askingAccounts.cancel();
    }
    askingAccounts =
        server.accounts(outcome -> {
          askingAccounts = null;
          if (outcome instanceof Outcome.Done<List<User>>(List<User> all)) {
            accounts.setAll(all.stream().filter(User::active).toList());
          }
        });
  }

  ObservableList<ProgramClient> programs() {
    return programs;
  }

  ObservableList<User> accounts() {
    return accounts;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Open> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Whether something is typed that is not written, or a secret is shown that nobody sees again.
  public boolean isUnfinished() {
    Open now = open.get();
    return now != null && (now.form().draft().isChanged() || isSecretShown(now));
  }

  private static boolean isSecretShown(Open now) {
    return now.secret() != null && now.secret().isShown();
  }

  /// Opens a client beside the list; what is typed there and not saved is not thrown away for it.
  ///
  /// @return false if it stays as it is
  boolean open(ProgramClient program) {
    if (isKept()) {
      return false;
    }
    close(open.get());
    open.set(
        new Open(
            new ProgramFormViewModel(server, ProgramDraft.of(program), this::written),
            secret(program, null)));
    return true;
  }

  /// Begins a new one. The accounts are asked for anew: one may have been made for it just now.
  void create() {
    if (!isKept()) {
      close(open.get());
      loadAccounts();
      open.set(
          new Open(new ProgramFormViewModel(server, ProgramDraft.empty(), this::written), null));
    }
  }

  private boolean isKept() {
    Open now = open.get();
    if (now == null || !isUnfinished()) {
      return false;
    }
    now.form().remind(isSecretShown(now) ? "secret.first" : "unsaved");
    return true;
  }

  /// Closes it. What is typed there is gone; a secret is not, until it is hidden.
  void leave() {
    Open now = open.get();
    if (now != null && isSecretShown(now)) {
      now.form().remind("secret.first");
    } else {
      close(now);
      open.set(null);
    }
  }

  /// Another secret, unless something is typed that would be lost with the version it belongs to.
  void newSecret() {
    Open now = open.get();
    if (now != null && now.secret() != null) {
      if (now.form().draft().isChanged()) {
        now.form().remind("unsaved");
      } else {
        now.secret().begin();
      }
    }
  }

  private SecretViewModel secret(ProgramClient program, @Nullable String made) {
    return new SecretViewModel(server, program, made, this::changedBySecret);
  }

  private void written(Written now) {
    put(now.program());
    Open there = open.get();
    if (there == null) {
      return;
    }
    if (there.secret() == null) {
      open.set(new Open(there.form(), secret(now.program(), now.secret())));
    } else {
      there.secret().refresh(now.program());
    }
  }

  private void changedBySecret(ProgramClient program) {
    put(program);
    Open there = open.get();
    if (there != null) {
      there.form().refresh(program);
    }
  }

  private void put(ProgramClient program) {
    for (int i = 0; i < programs.size(); i++) {
      if (programs.get(i).id().equals(program.id())) {
        programs.set(i, program);
        return;
      }
    }
    programs.add(program);
    programs.sort(Comparator.comparing(ProgramClient::id));
  }

  private static void close(@Nullable Open now) {
    if (now != null) {
      now.form().close();
      if (now.secret() != null) {
        now.secret().close();
      }
    }
  }

  @Override
  public void close() {
    close(open.get());
    open.set(null);
    for (Request request : List.of(orNothing(asking), orNothing(askingAccounts))) {
      request.cancel();
    }
  }

  private static Request orNothing(@Nullable Request request) {
    return request == null ? () -> {} : request;
  }
}
