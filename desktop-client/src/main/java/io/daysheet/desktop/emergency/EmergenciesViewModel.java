package io.daysheet.desktop.emergency;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.remote.EmergencyServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.EmergencyAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whom a doctor sees in an emergency at this moment, as the desk knows it. The server decides each
/// time anew; here it is known so that nobody forgets that they look at somebody else's patient.
public final class EmergenciesViewModel implements AutoCloseable {

  /// How long after a question that nobody answered it is asked again.
  static final Duration AGAIN = Duration.ofSeconds(10);

  /// What the sign says.
  ///
  /// @param current the first to end first
  /// @param failed whether the last try to end them was not answered
  public record Shown(List<EmergencyAccess> current, boolean ending, boolean failed) {
    public Shown {
      current = List.copyOf(current);
    }

    /// When the last of them ends. There has to be one.
    Instant until() {
      return current.getLast().until();
    }
  }

  private final EmergencyServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(List.of(), false, false));
  private @Nullable Request asking;
  private @Nullable Request later;
  private int toEnd;
  private boolean closed;

  public EmergenciesViewModel(EmergencyServer server, Timers timers, InstantSource clock) {
    this.server = server;
    this.timers = timers;
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Whether a patient is seen only so: to look at, and to write nothing about.
  public boolean isSeenSo(PatientId patient) {
    return shown.get().current().stream().anyMatch(each -> each.patientId().equals(patient));
  }

  /// Asks what has begun before, perhaps at another desk.
  public void start() {
    asking = server.current(this::answered);
  }

  private void answered(Outcome<List<EmergencyAccess>> outcome) {
    asking = null;
    switch (outcome) {
      case Outcome.Done<List<EmergencyAccess>>(List<EmergencyAccess> all) -> show(all);
      case Outcome.Unknown<List<EmergencyAccess>> _ -> wake(AGAIN, this::start);
      case Outcome.Refused<List<EmergencyAccess>> _, Outcome.Stale<List<EmergencyAccess>> _ -> {}
    }
  }

  /// One has begun here; it takes the place of one to the same patient.
  void began(EmergencyAccess access) {
    show(Stream.concat(without(access), Stream.of(access)).toList());
  }

  private Stream<EmergencyAccess> without(EmergencyAccess access) {
    return shown.get().current().stream()
        .filter(each -> !each.patientId().equals(access.patientId()));
  }

  /// Ends all of them.
  void endAll() {
    Shown now = shown.get();
    if (now.ending() || now.current().isEmpty()) {
      return;
    }
    shown.set(new Shown(now.current(), true, false));
    toEnd = now.current().size();
    now.current().forEach(each -> server.end(each, outcome -> ended(each, outcome)));
  }

  private void ended(EmergencyAccess access, Outcome<Boolean> outcome) {
    toEnd--;
    Shown now = shown.get();
    // what is refused is not there any more
    boolean over = !(outcome instanceof Outcome.Unknown<Boolean>);
    shown.set(
        new Shown(
            over ? without(access).toList() : now.current(), toEnd > 0, now.failed() || !over));
  }

  private void show(List<EmergencyAccess> all) {
    Instant now = clock.instant();
    List<EmergencyAccess> current =
        all.stream()
            .filter(each -> each.until().isAfter(now))
            .sorted(Comparator.comparing(EmergencyAccess::until))
            .toList();
    shown.set(new Shown(current, false, false));
    if (!current.isEmpty()) {
      wake(Duration.between(now, current.getFirst().until()), () -> show(shown.get().current()));
    }
  }

  private void wake(Duration after, Runnable task) {
    if (later != null) {
      later.cancel();
    }
    later = closed ? null : timers.after(after, task);
  }

  @Override
  public void close() {
    closed = true;
    if (asking != null) {
      asking.cancel();
    }
    if (later != null) {
      later.cancel();
    }
  }
}
