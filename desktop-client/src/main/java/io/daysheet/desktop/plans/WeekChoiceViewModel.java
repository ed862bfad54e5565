package io.daysheet.desktop.plans;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import java.time.InstantSource;
import java.time.LocalDate;
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

/// Whose week is looked at: the hospital, the doctor, the week.
final class WeekChoiceViewModel implements AutoCloseable {

  private final WeekServer server;
  private final InstantSource clock;
  private final Predicate<Hospital> shows;
  private final Predicate<DoctorId> seen;
  private final ObservableList<Hospital> hospitals = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Hospital> hospital = new SimpleObjectProperty<>();
  private final ObservableList<Doctor> doctors = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Doctor> doctor = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable LocalDate> monday = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
  private List<Hospital> known = List.of();
  private @Nullable Request asking;

  /// Whether it is known what there is to choose.
  enum State {
    ASKING,
    KNOWN,
    /// The server did not answer.
    FAILED
  }

  /// @param shows which hospitals are somebody's to look after
  /// @param seen which doctors: a doctor sees the own week
  WeekChoiceViewModel(
      WeekServer server, InstantSource clock, Predicate<Hospital> shows, Predicate<DoctorId> seen) {
    this.server = server;
    this.clock = clock;
    this.shows = shows;
    this.seen = seen;
    hospital.subscribe(this::chosen);
  }

  ObservableList<Hospital> hospitals() {
    return hospitals;
  }

  ObjectProperty<@Nullable Hospital> hospitalProperty() {
    return hospital;
  }

  ObservableList<Doctor> doctors() {
    return doctors;
  }

  ObjectProperty<@Nullable Doctor> doctorProperty() {
    return doctor;
  }

  /// The first date of the week that is shown.
  ObjectProperty<@Nullable LocalDate> mondayProperty() {
    return monday;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// All hospitals, also those that are nobody's here: a doctor may work there, too.
  List<Hospital> known() {
    return known;
  }

  /// Asks what there is to choose.
  void start() {
    stop();
    state.set(State.ASKING);
    asking = server.hospitals(this::told);
  }

  private void told(Outcome<List<Hospital>> outcome) {
    asking = null;
    if (outcome instanceof Outcome.Done<List<Hospital>>(List<Hospital> all)) {
      known = List.copyOf(all);
      hospitals.setAll(
          all.stream()
              .filter(each -> each.active() && shows.test(each))
              .sorted(Comparator.comparing(Hospital::name))
              .toList());
      hospitals.stream().findFirst().ifPresentOrElse(this::choose, () -> state.set(State.KNOWN));
    } else {
      state.set(State.FAILED);
    }
  }

  private void choose(Hospital first) {
    if (first.equals(hospital.get())) {
      chosen(first);
    } else {
      hospital.set(first);
    }
  }

  private void chosen(@Nullable Hospital now) {
    if (now != null) {
      if (monday.get() == null) {
        today();
      }
      stop();
      state.set(State.ASKING);
      asking = server.doctors(now.id(), this::named);
    }
  }

  private void named(Outcome<List<Doctor>> outcome) {
    asking = null;
    if (outcome instanceof Outcome.Done<List<Doctor>>(List<Doctor> all)) {
      Doctor before = doctor.get();
      doctors.setAll(
          all.stream()
              .filter(each -> each.active() && seen.test(each.id()))
              .sorted(Comparator.comparing(Doctor::name))
              .toList());
      doctor.set(
          doctors.stream()
              .filter(each -> before != null && each.id().equals(before.id()))
              .findFirst()
              .orElse(doctors.isEmpty() ? null : doctors.getFirst()));
      state.set(State.KNOWN);
    } else {
      state.set(State.FAILED);
    }
  }

  /// The week that is so many weeks on.
  void move(int weeks) {
    LocalDate now = monday.get();
    if (now != null) {
      monday.set(now.plusWeeks(weeks));
    }
  }

  /// The week of the hospital's present date.
  void today() {
    Hospital where = hospital.get();
    if (where != null) {
      monday.set(DoctorWeek.mondayOf(where.dateAt(clock.instant())));
    }
  }

  /// The doctor who is so many names on, around the list.
  void step(int up) {
    int here = doctors.indexOf(doctor.get());
    if (!doctors.isEmpty()) {
      doctor.set(doctors.get(Math.floorMod(here + up, doctors.size())));
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
    stop();
  }
}
