package io.daysheet.desktop.plans;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.WeekServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.wire.PlanHorizon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the doctor who is chosen has planned, and is away, in the week that is chosen.
final class WeekContentsViewModel implements AutoCloseable {

  private final WeekServer server;
  private final WeekChoiceViewModel choice;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(Shown.without(State.LOADING));
  private final Map<HospitalId, LocalDate> horizons = new HashMap<>();
  private final List<Request> asking = new ArrayList<>();
  private @Nullable Request askingHorizon;
  private @Nullable List<WeeklyPlan> plans;
  private @Nullable List<TimeOff> away;

  /// Where it is.
  enum State {
    LOADING,
    THERE,
    /// There is nobody whose week could be shown.
    NOBODY,
    /// The server did not answer.
    FAILED
  }

  /// What is to be seen.
  ///
  /// @param week null if it isn't there
  /// @param publishedUntil how far ahead is published; null if that isn't known
  record Shown(State state, @Nullable DoctorWeek week, @Nullable LocalDate publishedUntil) {

    static Shown without(State state) {
      return new Shown(state, null, null);
    }
  }

  WeekContentsViewModel(WeekServer server, WeekChoiceViewModel choice) {
    this.server = server;
    this.choice = choice;
    choice.doctorProperty().subscribe((_, _) -> load());
    choice.mondayProperty().subscribe((_, _) -> show());
    choice.stateProperty().subscribe((_, now) -> chosen(now));
  }

  private void chosen(WeekChoiceViewModel.State now) {
    switch (now) {
      case ASKING -> shown.set(Shown.without(State.LOADING));
      case FAILED -> shown.set(Shown.without(State.FAILED));
      case KNOWN -> {
        if (choice.doctorProperty().get() == null) {
          shown.set(Shown.without(State.NOBODY));
        } else {
          show();
          askHorizon();
        }
      }
    }
  }

  /// Without it the week is shown all the same.
  private void askHorizon() {
    Hospital hospital = choice.hospitalProperty().get();
    if (hospital != null) {
      stopHorizon();
      askingHorizon =
          server.horizon(
              hospital.id(),
              outcome -> {
                if (outcome instanceof Outcome.Done<PlanHorizon>(PlanHorizon horizon)) {
                  horizons.put(hospital.id(), horizon.until());
                  show();
                }
              });
    }
  }

  private void stopHorizon() {
    if (askingHorizon != null) {
      askingHorizon.cancel();
      askingHorizon = null;
    }
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  @Nullable DoctorWeek week() {
    return shown.get().week();
  }

  /// Asks for everything anew.
  void load() {
    plans = null;
    away = null;
    shown.set(Shown.without(State.LOADING));
    refresh();
  }

  /// Asks anew, and shows what there was until it is there.
  void refresh() {
    stop();
    Doctor doctor = choice.doctorProperty().get();
    if (doctor == null) {
      return;
    }
    asking.add(
        server.plans(
            doctor.id(),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<WeeklyPlan>>(List<WeeklyPlan> all)) {
                plans = all;
                show();
              } else {
                failed();
              }
            }));
    asking.add(
        server.timeOff(
            doctor.id(),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<TimeOff>>(List<TimeOff> all)) {
                away = all;
                show();
              } else {
                failed();
              }
            }));
  }

  private void failed() {
    stop();
    shown.set(Shown.without(State.FAILED));
  }

  private void show() {
    Hospital hospital = choice.hospitalProperty().get();
    LocalDate monday = choice.mondayProperty().get();
    if (hospital != null && monday != null && plans != null && away != null) {
      shown.set(
          new Shown(
              State.THERE,
              new DoctorWeek(
                  hospital,
                  choice.known().stream()
                      .collect(Collectors.toMap(Hospital::id, Function.identity())),
                  monday,
                  plans,
                  away),
              horizons.get(hospital.id())));
    }
  }

  private void stop() {
    asking.forEach(Request::cancel);
    asking.clear();
  }

  @Override
  public void close() {
    stop();
    stopHorizon();
  }
}
