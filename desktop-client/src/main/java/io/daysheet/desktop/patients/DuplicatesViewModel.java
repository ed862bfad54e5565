package io.daysheet.desktop.patients;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.DuplicateSearch;
import io.daysheet.desktop.remote.Outcome;
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
public final class DuplicatesViewModel implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final DuplicateSearch server;
  private final Timers timers;
  private final ReadOnlyObjectWrapper<Likely> likely = new ReadOnlyObjectWrapper<>(new Nobody());
  private Optional<FindDuplicates> question = Optional.empty();
  private @Nullable Runnable known;
  private @Nullable Request pause;
  private @Nullable Request asking;

  /// Who is likely the same person.
  public sealed interface Likely {}

  /// Nobody, or too little is typed to tell.
  public record Nobody() implements Likely {}

  /// The server was not heard yet.
  public record Asking() implements Likely {}

  /// The server did not answer.
  public record Unanswered() implements Likely {}

  /// These, at least one.
  public record Somebody(List<LikelySame> all) implements Likely {

    public Somebody {
      all = List.copyOf(all);
    }
  }

  public DuplicatesViewModel(DuplicateSearch server, Timers timers) {
    this.server = server;
    this.timers = timers;
  }

  public ReadOnlyObjectProperty<Likely> likelyProperty() {
    return likely.getReadOnlyProperty();
  }

  /// Something else may be typed now.
  ///
  /// @param now empty: too little is typed to tell
  public void typed(Optional<FindDuplicates> now) {
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
  public void whenKnown(Runnable then) {
    switch (likely.get()) {
      case Nobody _, Somebody _ -> then.run();
      case Asking _ -> {
        known = then;
        askNow();
      }
      case Unanswered _ -> {
        known = then;
        likely.set(new Asking());
        ask();
      }
    }
  }

  /// Whether something waits for it.
  boolean isAwaited() {
    return known != null;
  }

  /// Who waits for it does not wait for the pause.
  private void askNow() {
    if (pause != null) {
      pause.cancel();
      ask();
    }
  }

  private void ask() {
    pause = null;
    question.ifPresent(about -> asking = server.duplicates(about, this::answered));
  }

  private void answered(Outcome<List<LikelySame>> outcome) {
    asking = null;
    Runnable then = known;
    known = null;
    if (outcome instanceof Outcome.Done<List<LikelySame>>(List<LikelySame> all)) {
      likely.set(all.isEmpty() ? new Nobody() : new Somebody(all));
      if (then != null) {
        then.run();
      }
    } else {
      likely.set(new Unanswered());
    }
  }

  @Override
  public void close() {
    known = null;
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
