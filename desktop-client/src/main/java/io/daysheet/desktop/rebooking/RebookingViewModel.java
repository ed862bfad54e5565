package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RebookingServer;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The visits of a hospital that need attention, the one that is open beside them, and how many are
/// in order again.
public final class RebookingViewModel implements AutoCloseable {

  private final RebookingWording wording =
      new RebookingWording(Messages.beside(RebookingViewModel.class));
  private final RebookingServer server;
  private final InstantSource clock;
  private final Predicate<Hospital> shows;
  private final ObservableList<Hospital> hospitals = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Hospital> hospital = new SimpleObjectProperty<>();
  private final ObservableList<Appointment> visits = FXCollections.observableArrayList();
  private final ObservableList<Doctor> doctors = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(new Progress(State.LOADING, 0, 0));
  private final ReadOnlyObjectWrapper<@Nullable VisitViewModel> open =
      new ReadOnlyObjectWrapper<>();
  private @Nullable HospitalId wanted;
  private @Nullable Request asking;
  private @Nullable Request askingDoctors;

  /// Where the list is.
  enum State {
    LOADING,
    THERE,
    /// The server did not answer.
    FAILED
  }

  /// @param handled how many were moved or cancelled here since the list was asked for
  /// @param left how many still need attention
  record Progress(State state, int handled, int left) {}

  /// @param shows which hospitals are somebody's to look after
  public RebookingViewModel(
      RebookingServer server, InstantSource clock, Predicate<Hospital> shows) {
    this.server = server;
    this.clock = clock;
    this.shows = shows;
    hospital.subscribe(this::chosen);
  }

  /// Asks for everything there is to show.
  public void start() {
    server.hospitals(outcome -> {
      if (outcome instanceof Outcome.Done<List<Hospital>>(List<Hospital> all)) {
        hospitals.setAll(
            all.stream().filter(shows).sorted(Comparator.comparing(Hospital::name)).toList());
        choose();
      } else {
        progress.set(new Progress(State.FAILED, 0, 0));
      }
    });
  }

  private void choose() {
    HospitalId first = wanted;
    hospitals.stream()
        .filter(each -> first == null || each.id().equals(first))
        .findFirst()
        .ifPresent(hospital::set);
  }

  /// Shows the list of one hospital, as it is now.
  public void show(HospitalId which) {
    wanted = which;
    Hospital now = hospital.get();
    if (now != null && now.id().equals(which)) {
      load();
    } else {
      choose();
    }
  }

  private void chosen(@Nullable Hospital now) {
    if (now != null) {
      doctors.clear();
      askingDoctors =
          server.doctors(
              now.id(),
              outcome -> {
                if (outcome instanceof Outcome.Done<List<Doctor>>(List<Doctor> all)) {
                  doctors.setAll(all);
                  startAlternatives();
                }
              });
      load();
    }
  }

  /// Asks for the list anew.
  void load() {
    Hospital now = hospital.get();
    if (now == null) {
      start();
      return;
    }
    stop();
    leave();
    visits.clear();
    progress.set(new Progress(State.LOADING, 0, 0));
    asking = server.needingAttention(now.id(), this::answered);
  }

  private void answered(Outcome<List<Appointment>> outcome) {
    asking = null;
    if (outcome instanceof Outcome.Done<List<Appointment>>(List<Appointment> all)) {
      visits.setAll(all);
      progress.set(new Progress(State.THERE, 0, all.size()));
    } else {
      progress.set(new Progress(State.FAILED, 0, 0));
    }
  }

  ObservableList<Hospital> hospitals() {
    return hospitals;
  }

  ObjectProperty<@Nullable Hospital> hospitalProperty() {
    return hospital;
  }

  ObservableList<Appointment> visits() {
    return visits;
  }

  ObservableList<Doctor> doctors() {
    return doctors;
  }

  ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable VisitViewModel> openProperty() {
    return open.getReadOnlyProperty();
  }

  void open(Appointment visit) {
    Hospital where = hospital.get();
    VisitViewModel now = open.get();
    if (where == null || (now != null && now.visit().id().equals(visit.id()))) {
      return;
    }
    leave();
    var alternatives = new AlternativesViewModel(server, clock, visit, where);
    var opened =
        new VisitViewModel(
            server, where, visit, wording.reasons(visit), alternatives, this::changed);
    open.set(opened);
    startAlternatives();
  }

  /// As soon as it is known who works here.
  private void startAlternatives() {
    VisitViewModel now = open.get();
    if (now != null && !doctors.isEmpty()) {
      now.alternatives().start(List.copyOf(doctors));
    }
  }

  private void changed(Appointment visit, boolean handled) {
    int place = place(visit);
    if (place < 0) {
      return;
    }
    leave();
    if (!handled && !visit.needsAttention().isEmpty()) {
      visits.set(place, visit);
      open(visit);
      VisitViewModel again = open.get();
      if (again != null) {
        again.wasChanged();
      }
      return;
    }
    visits.remove(place);
    int done = progress.get().handled() + 1;
    progress.set(new Progress(State.THERE, done, visits.size()));
    if (!visits.isEmpty()) {
      open(visits.get(Math.min(place, visits.size() - 1)));
    }
  }

  private int place(Appointment visit) {
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).id().equals(visit.id())) {
        return i;
      }
    }
    return -1;
  }

  void leave() {
    VisitViewModel now = open.get();
    if (now != null) {
      now.close();
      open.set(null);
    }
  }

  private void stop() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }

  @Override
  public void close() {
    leave();
    stop();
    if (askingDoctors != null) {
      askingDoctors.cancel();
      askingDoctors = null;
    }
  }
}
