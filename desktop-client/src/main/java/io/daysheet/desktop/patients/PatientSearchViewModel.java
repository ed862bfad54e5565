package io.daysheet.desktop.patients;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.PatientSearch;
import io.daysheet.desktop.remote.Request;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Finds a patient by the beginnings of names or the number, from two letters on.
///
/// It asks when the typing pauses; an answer to what is not typed any more is never shown.
public final class PatientSearchViewModel {

  static final int MOST = 5;
  private static final Duration PAUSE = Duration.ofMillis(120);

  /// Where a search is.
  public enum State {
    IDLE,
    SEARCHING,
    FOUND,
    /// The server did not answer; typing on or [#commit] asks anew.
    FAILED
  }

  private final PatientSearch server;
  private final Timers timers;
  private final InstantSource clock;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Patient> results = FXCollections.observableArrayList();
  private final IntegerProperty marked = new SimpleIntegerProperty(0);
  private final ObjectProperty<@Nullable Patient> picked = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private @Nullable Request pause;
  private @Nullable Request search;
  private boolean more;
  private int asked;
  private Predicate<PatientId> onlyLookedAt = _ -> false;

  public PatientSearchViewModel(PatientSearch server, Timers timers, InstantSource clock) {
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    query.addListener((_, _, typed) -> typed(typed));
  }

  /// Whom the form is not for, though they are found: nothing may be written about them.
  public void onlyLooksAt(Predicate<PatientId> patients) {
    onlyLookedAt = patients;
  }

  boolean isOnlyLookedAt(Patient patient) {
    return onlyLookedAt.test(patient.id());
  }

  /// Asks once more if nobody was found: it may be that somebody has come into sight.
  void lookAgain() {
    if (state.get() == State.FOUND && results.isEmpty()) {
      typed(query.get());
    }
  }

  private void typed(String text) {
    Patient patient = picked.get();
    if (patient != null && text.equals(patient.summary().sortName())) {
      return;
    }
    picked.set(null);
    cancel();
    String wanted = text.strip();
    if (wanted.codePointCount(0, wanted.length()) < 2) {
      results.clear();
      state.set(State.IDLE);
      return;
    }
    state.set(State.SEARCHING);
    pause = timers.after(PAUSE, () -> ask(wanted));
  }

  /// Forgets whatever is under way.
  public void cancel() {
    asked++;
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
    if (search != null) {
      search.cancel();
      search = null;
    }
  }

  private void ask(String wanted) {
    int number = ++asked;
    search =
        server.searchPatients(
            wanted,
            MOST,
            outcome -> {
              if (number == asked) {
                answered(outcome);
              }
            });
  }

  private void answered(Outcome<Page<Patient>> outcome) {
    switch (outcome) {
      case Outcome.Done<Page<Patient>>(Page<Patient> page) -> {
        results.setAll(page.items().stream().limit(MOST).toList());
        more = page.next() != null || page.items().size() > MOST;
        marked.set(0);
        state.set(State.FOUND);
      }
      case Outcome.Refused<Page<Patient>> _,
          Outcome.Stale<Page<Patient>> _,
          Outcome.Unknown<Page<Patient>> _ -> {
        results.clear();
        state.set(State.FAILED);
      }
    }
  }

  /// Moves the mark; it stops at the ends.
  public void move(int down) {
    marked.set(Math.clamp(marked.get() + down, 0, Math.max(0, results.size() - 1)));
  }

  /// Enter: takes the marked one, or asks once more if there was no answer; false if there is
  /// nothing to do.
  public boolean commit() {
    if (state.get() == State.FAILED) {
      typed(query.get());
      return true;
    }
    return pickMarked();
  }

  private boolean pickMarked() {
    if (picked.get() != null || results.isEmpty() || state.get() != State.FOUND) {
      return false;
    }
    if (isOnlyLookedAt(results.get(marked.get()))) {
      return true;
    }
    pick(results.get(marked.get()));
    return true;
  }

  /// Takes one, unless they are only to be looked at.
  public void pick(Patient patient) {
    if (isOnlyLookedAt(patient)) {
      return;
    }
    cancel();
    picked.set(patient);
    query.set(patient.summary().sortName());
    results.clear();
    state.set(State.IDLE);
  }

  /// The hospital's date, for the patients' ages.
  LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
  }

  public StringProperty queryProperty() {
    return query;
  }

  public ObservableList<Patient> results() {
    return results;
  }

  /// Whether there are more than are shown.
  public boolean hasMore() {
    return more;
  }

  public IntegerProperty markedProperty() {
    return marked;
  }

  public ReadOnlyObjectProperty<@Nullable Patient> pickedProperty() {
    return picked;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
