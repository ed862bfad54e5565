package io.daysheet.desktop.records;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.wire.FindDuplicates;
import io.daysheet.wire.LikelySame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether somebody who is about to be registered is there already. It is asked while the form is
/// typed, when the typing pauses; an answer about what is not typed any more is never shown.
final class DuplicatesViewModel implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final PatientServer server;
  private final Timers timers;
  private final ReadOnlyObjectWrapper<Likely> likely = new ReadOnlyObjectWrapper<>(new Nobody());
  private Optional<FindDuplicates> question = Optional.empty();
  private Runnable known = () -> {};
  private @Nullable Request pause;
  private @Nullable Request asking;

  /// Who is likely the same person.
  sealed interface Likely {}

  /// Nobody, or too little is typed to tell.
  record Nobody() implements Likely {}

  /// The server was not heard yet.
  record Asking() implements Likely {}

  /// The server did not answer.
  record Unanswered() implements Likely {}

  /// These, at least one.
  record Somebody(List<LikelySame> all) implements Likely {

    public Somebody {
      all = List.copyOf(all);
    }
  }

  DuplicatesViewModel(PatientServer server, Timers timers) {
    this.server = server;
    this.timers = timers;
  }

  ReadOnlyObjectProperty<Likely> likelyProperty() {
    return likely.getReadOnlyProperty();
  }

  /// Something else may be typed now.
  void typed(RecordDraft draft) {
    Optional<FindDuplicates> now = draft.isNew() ? draft.question() : Optional.empty();
    if (now.equals(question)) {
      return;
    }
    close();
    question = now;
    if (now.isEmpty()) {
      likely.set(new Nobody());
    } else {
      likely.set(new Asking());
      pause = timers.after(PAUSE, this::ask);
    }
  }

  /// Runs something as soon as it is known who is likely the same person.
  void whenKnown(Runnable then) {
    switch (likely.get()) {
      case Nobody _, Somebody _ -> then.run();
      case Asking _ -> known = then;
      case Unanswered _ -> {
        known = then;
        likely.set(new Asking());
        ask();
      }
    }
  }

  private void ask() {
    question.ifPresent(about -> asking = server.duplicates(about, this::answered));
  }

  private void answered(Outcome<List<LikelySame>> outcome) {
    asking = null;
    Runnable then = known;
    known = () -> {};
    if (outcome instanceof Outcome.Done<List<LikelySame>>(List<LikelySame> all)) {
      likely.set(all.isEmpty() ? new Nobody() : new Somebody(all));
      then.run();
    } else {
      likely.set(new Unanswered());
    }
  }

  @Override
  public void close() {
    known = () -> {};
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
