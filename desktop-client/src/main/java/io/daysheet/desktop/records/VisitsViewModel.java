package io.daysheet.desktop.records;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.PatientServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The visits of one patient, and of nobody else: what was asked about another is forgotten.
final class VisitsViewModel implements AutoCloseable {

  private final PatientServer server;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Visits> visits = new ReadOnlyObjectWrapper<>(new Asking());
  private @Nullable Request asking;

  /// What is known of them.
  sealed interface Visits {}

  /// Nothing yet.
  record Asking() implements Visits {}

  /// The server did not answer.
  record Unanswered() implements Visits {}

  /// @param next soonest first
  /// @param past latest first
  record Known(List<Appointment> next, List<Appointment> past) implements Visits {

    public Known {
      next = List.copyOf(next);
      past = List.copyOf(past);
    }

    int count() {
      return next.size() + past.size();
    }
  }

  VisitsViewModel(PatientServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  ReadOnlyObjectProperty<Visits> visitsProperty() {
    return visits.getReadOnlyProperty();
  }

  void load(Patient patient) {
    close();
    visits.set(new Asking());
    asking = server.visits(patient, this::answered);
  }

  private void answered(Outcome<List<Appointment>> outcome) {
    asking = null;
    if (outcome instanceof Outcome.Done<List<Appointment>>(List<Appointment> all)) {
      var now = clock.instant();
      Comparator<Appointment> soonest = Comparator.comparing(Appointment::start);
      visits.set(
          new Known(
              all.stream().filter(visit -> visit.end().isAfter(now)).sorted(soonest).toList(),
              all.stream()
                  .filter(visit -> !visit.end().isAfter(now))
                  .sorted(soonest.reversed())
                  .toList()));
    } else {
      visits.set(new Unanswered());
    }
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
