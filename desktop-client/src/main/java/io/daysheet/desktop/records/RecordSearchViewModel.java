package io.daysheet.desktop.records;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.patient.Patient;
import io.daysheet.wire.Page;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The records that a search finds, page after page, from two letters on: nobody looks through all
/// patients.
///
/// It asks when the typing pauses; an answer to what is not typed any more is never shown.
final class RecordSearchViewModel implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(150);

  private final PatientServer server;
  private final Timers timers;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Patient> found = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private @Nullable Request pause;
  private @Nullable Request asking;
  private @Nullable String next;

  /// Where the search is.
  enum State {
    /// Too little is typed.
    IDLE,
    SEARCHING,
    /// All that there are.
    WHOLE,
    /// There are more.
    PART,
    /// The server did not answer.
    FAILED
  }

  RecordSearchViewModel(PatientServer server, Timers timers) {
    this.server = server;
    this.timers = timers;
    query.addListener((_, _, _) -> typed());
  }

  private void typed() {
    close();
    if (wanted().codePointCount(0, wanted().length()) < 2) {
      found.clear();
      state.set(State.IDLE);
    } else {
      state.set(State.SEARCHING);
      pause = timers.after(PAUSE, this::ask);
    }
  }

  private String wanted() {
    return query.get().strip();
  }

  /// Asks once more.
  void again() {
    if (state.get() != State.IDLE) {
      close();
      state.set(State.SEARCHING);
      ask();
    }
  }

  private void ask() {
    next = null;
    asking = server.patients(wanted(), null, outcome -> answered(outcome, true));
  }

  /// Asks for the next page, if there is one.
  void more() {
    if (state.get() == State.PART && asking == null) {
      asking = server.patients(wanted(), next, outcome -> answered(outcome, false));
    }
  }

  private void answered(Outcome<Page<Patient>> outcome, boolean first) {
    asking = null;
    if (outcome instanceof Outcome.Done<Page<Patient>>(Page<Patient> page)) {
      next = page.next();
      if (first) {
        found.setAll(page.items());
      } else {
        found.addAll(page.items());
      }
      state.set(next == null ? State.WHOLE : State.PART);
    } else {
      found.clear();
      state.set(State.FAILED);
    }
  }

  StringProperty queryProperty() {
    return query;
  }

  ObservableList<Patient> found() {
    return found;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Puts what the server has now in the place of what was shown of it, or in front.
  void put(Patient record) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).id().equals(record.id())) {
        found.set(i, record);
        return;
      }
    }
    found.addFirst(record);
  }

  void remove(Patient record) {
    found.removeIf(each -> each.id().equals(record.id()));
  }

  @Override
  public void close() {
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
