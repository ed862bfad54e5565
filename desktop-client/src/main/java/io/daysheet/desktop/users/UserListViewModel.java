package io.daysheet.desktop.users;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.UserServer;
import io.daysheet.wire.Page;
import io.daysheet.wire.User;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The accounts that a search finds, page after page.
///
/// It asks when the typing pauses; an answer to what is not typed any more is never shown.
public final class UserListViewModel implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  /// Where the list is.
  public enum State {
    LOADING,
    /// All that there are.
    WHOLE,
    /// There are more.
    PART,
    /// The server did not answer.
    FAILED
  }

  private final UserServer server;
  private final Timers timers;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<User> users = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private @Nullable Request pause;
  private @Nullable Request asking;
  private @Nullable String next;

  public UserListViewModel(UserServer server, Timers timers) {
    this.server = server;
    this.timers = timers;
    query.addListener((_, _, _) -> typed());
  }

  private void typed() {
    close();
    state.set(State.LOADING);
    pause = timers.after(PAUSE, this::load);
  }

  /// Asks for the first page.
  public void load() {
    close();
    state.set(State.LOADING);
    next = null;
    ask();
  }

  /// Asks for the next page, if there is one.
  public void more() {
    if (state.get() == State.PART) {
      ask();
    }
  }

  private void ask() {
    String from = next;
    asking = server.users(query.get().strip(), from, outcome -> answered(outcome, from == null));
  }

  private void answered(Outcome<Page<User>> outcome, boolean first) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<Page<User>>(Page<User> page) -> {
        next = page.next();
        if (first) {
          users.setAll(page.items());
        } else {
          users.addAll(page.items());
        }
        state.set(next == null ? State.WHOLE : State.PART);
      }
      case Outcome.Refused<Page<User>> _,
          Outcome.Stale<Page<User>> _,
          Outcome.Unknown<Page<User>> _ ->
          state.set(State.FAILED);
    }
  }

  /// Puts what the server wrote in the place of what was shown of it, or in front.
  void put(User written) {
    for (int i = 0; i < users.size(); i++) {
      if (users.get(i).id().equals(written.id())) {
        users.set(i, written);
        return;
      }
    }
    users.addFirst(written);
  }

  public StringProperty queryProperty() {
    return query;
  }

  public ObservableList<User> users() {
    return users;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  @Override
  public void close() {
    for (Request request : List.of(orNothing(pause), orNothing(asking))) {
      request.cancel();
    }
    pause = null;
    asking = null;
  }

  private static Request orNothing(@Nullable Request request) {
    return request == null ? () -> {} : request;
  }
}
