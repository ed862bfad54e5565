package io.daysheet.server.booking;

import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The day as somebody would keep it in a notebook: what each command should be answered with, and
/// what the day should be after it. Visits last an hour and begin on the hour; doctors and patients
/// are numbers.
final class ModelDay {

  /// @param hour of its start
  record Visit(
      String id, int doctor, int patient, int hour, AppointmentStatus status, int version) {

    Visit in(AppointmentStatus next) {
      return new Visit(id, doctor, patient, hour, next, version + 1);
    }

    Visit at(int newDoctor, int newHour) {
      return new Visit(id, newDoctor, patient, newHour, status, version + 1);
    }
  }

  /// The first hour and the one after the last, of each doctor.
  private final int[][] hours;

  private final List<Visit> visits = new ArrayList<>();

  /// Minutes since midnight.
  private int now = 8 * 60;

  ModelDay(int[]... hours) {
    this.hours = hours;
  }

  List<Visit> visits() {
    return List.copyOf(visits);
  }

  int now() {
    return now;
  }

  void pass(int minutes) {
    now += minutes;
  }

  /// Once the server has said which id it has.
  void add(String id, int doctor, int patient, int hour) {
    visits.add(new Visit(id, doctor, patient, hour, AppointmentStatus.SCHEDULED, 1));
  }

  int book(int doctor, int patient, int hour) {
    int answer = place(doctor, patient, hour, null);
    return answer == 200 ? 201 : answer;
  }

  int move(Visit visit, int doctor, int hour) {
    if (!visit.status().isCancellable() || hasBegun(visit)) {
      return 409;
    }
    if (visit.doctor() == doctor && visit.hour() == hour) {
      return 200;
    }
    int answer = place(doctor, visit.patient(), hour, visit);
    if (answer == 200) {
      replace(visit, visit.at(doctor, hour));
    }
    return answer;
  }

  int step(Visit visit, AppointmentStep step) {
    boolean late = visit.status() == AppointmentStatus.NO_SHOW;
    boolean allowed =
        switch (step) {
          case CONFIRM -> visit.status() == AppointmentStatus.SCHEDULED && !hasBegun(visit);
          case CANCEL -> visit.status().isCancellable() && !hasBegun(visit);
          case MARK_NO_SHOW -> visit.status().isCancellable() && hasBegun(visit);
          case CHECK_IN ->
              visit.status().isCancellable()
                  || (late && !isTaken(visit.doctor(), visit.patient(), visit.hour(), visit));
          case UNDO_CHECK_IN, COMPLETE -> visit.status() == AppointmentStatus.ARRIVED;
        };
    if (!allowed) {
      return 409;
    }
    replace(visit, visit.in(step.to()));
    return 200;
  }

  private boolean hasBegun(Visit visit) {
    return visit.hour() * 60 <= now;
  }

  private int place(int doctor, int patient, int hour, @Nullable Visit self) {
    if (isTaken(doctor, patient, hour, self)) {
      return 409;
    }
    boolean open = hours[doctor][0] <= hour && hour < hours[doctor][1];
    return open && hour * 60 > now ? 200 : 422;
  }

  private boolean isTaken(int doctor, int patient, int hour, @Nullable Visit self) {
    return visits.stream()
        .filter(each -> self == null || !Objects.equals(each.id(), self.id()))
        .filter(each -> each.status().occupiesTime() && each.hour() == hour)
        .anyMatch(each -> each.doctor() == doctor || each.patient() == patient);
  }

  private void replace(Visit before, Visit after) {
    visits.set(visits.indexOf(before), after);
  }
}
