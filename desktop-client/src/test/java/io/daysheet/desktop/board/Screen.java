package io.daysheet.desktop.board;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A screen without a screen: it knows only what the news told it.
final class Screen implements BoardListener {

  final Map<AvailabilityId, BoardAvailability> availabilities = new HashMap<>();
  final Map<AppointmentId, BoardAppointment> appointments = new HashMap<>();
  final Map<HoldId, BoardHold> holds = new HashMap<>();
  final Map<TimeOffId, TimeOff> timeOff = new HashMap<>();
  final Map<DoctorId, List<Instant>> free = new HashMap<>();
  int pending;

  @Override
  public void heard(BoardNews news) {
    switch (news) {
      case BoardNews.Loaded(BoardDay day) -> {
        availabilities.clear();
        appointments.clear();
        free.clear();
        day.availabilities().forEach(a -> availabilities.put(a.id(), a));
        day.appointments().forEach(a -> appointments.put(a.id(), a));
        holds.clear();
        timeOff.clear();
        day.holds().forEach(h -> holds.put(h.id(), h));
        day.timeOff().forEach(off -> timeOff.put(off.id(), off));
        day.free().forEach((doctor, starts) -> free.put(doctor, starts.stream().toList()));
      }
      case BoardNews.AvailabilityShown(var shown, var replaces, _) -> {
        if (replaces != null) {
          Objects.requireNonNull(availabilities.remove(replaces));
        }
        availabilities.put(shown.id(), shown);
      }
      case BoardNews.AvailabilityGone(var id, _) ->
          Objects.requireNonNull(availabilities.remove(id));
      case BoardNews.AppointmentShown(var shown, var replaces, _) -> {
        if (replaces != null) {
          Objects.requireNonNull(appointments.remove(replaces));
        }
        appointments.put(shown.id(), shown);
        refuseDoubles(shown);
      }
      case BoardNews.AppointmentGone(var id, _) -> Objects.requireNonNull(appointments.remove(id));
      case BoardNews.HoldShown(var shown, _) -> holds.put(shown.id(), shown);
      case BoardNews.HoldGone(var id, _) -> Objects.requireNonNull(holds.remove(id));
      case BoardNews.TimeOffShown(var off, _) -> timeOff.put(off.id(), off);
      case BoardNews.TimeOffGone(var id, _) -> Objects.requireNonNull(timeOff.remove(id));
      case BoardNews.FreeStartsChanged(var doctor, var starts) ->
          free.put(doctor, starts.stream().toList());
      case BoardNews.PendingChanged(int writes) -> pending = writes;
      case BoardNews.WriteRefused _, BoardNews.LoadRefused _, BoardNews.ConnectionChanged _ -> {}
    }
  }

  /// What one command led to is never on the board twice; its reason tells it apart here.
  private void refuseDoubles(BoardAppointment shown) {
    long same =
        appointments.values().stream()
            .filter(a -> Objects.equals(a.appointment().reason(), shown.appointment().reason()))
            .count();
    if (same > 1 && shown.appointment().reason() != null) {
      throw new AssertionError("shown twice");
    }
  }
}
