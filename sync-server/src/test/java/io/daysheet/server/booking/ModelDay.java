package io.daysheet.server.booking;

import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.server.booking.ModelHolds.Held;
import io.daysheet.server.booking.ModelTime.Hours;
import io.daysheet.server.booking.ModelTime.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The day as somebody would keep it in a notebook: what each command should be answered with, and
/// what the day should be after it. Visits last an hour and begin on the hour; doctors, patients
/// and desks are numbers. One doctor has a weekly plan.
final class ModelDay {

  static final int ROOMS = 2;

  /// @param hour of its start
  /// @param room it takes place in one
  record Visit(
      String id,
      int doctor,
      int patient,
      int hour,
      boolean room,
      AppointmentStatus status,
      int version) {

    Visit in(AppointmentStatus next) {
      return new Visit(id, doctor, patient, hour, room, next, version + 1);
    }

    Visit at(int newDoctor, int newHour) {
      return new Visit(id, newDoctor, patient, newHour, room, status, version + 1);
    }
  }

  /// What becomes of a visit with its time.
  ///
  /// @param hour to which it goes; null: it is cancelled
  record Resolved(Visit visit, @Nullable Integer hour) {}

  private final List<Visit> visits = new ArrayList<>();
  private final ModelHolds holds = new ModelHolds(this::now);
  private final ModelTime time = new ModelTime(this::now);
  private final ModelPlan plan;

  /// Minutes since midnight.
  private int now = 8 * 60;

  /// @param planned whose plan it is
  ModelDay(int planned, Hours hours) {
    plan = new ModelPlan(time, this::taken, planned, hours);
  }

  ModelPlan plan() {
    return plan;
  }

  ModelTime time() {
    return time;
  }

  List<Visit> visits() {
    return List.copyOf(visits);
  }

  ModelHolds holds() {
    return holds;
  }

  int now() {
    return now;
  }

  void pass(int minutes) {
    now += minutes;
  }

  private List<Integer> taken(int doctor) {
    return Stream.concat(
            visits.stream()
                .filter(visit -> visit.doctor() == doctor && visit.status().occupiesTime())
                .map(Visit::hour),
            holds.all().stream().filter(hold -> hold.doctor() == doctor).map(Held::hour))
        .toList();
  }

  /// Once the server has said which id it has.
  void add(String id, int doctor, int patient, int hour, boolean room) {
    visits.add(new Visit(id, doctor, patient, hour, room, AppointmentStatus.SCHEDULED, 1));
  }

  /// @param under the hold that the form was filled in under; null: none
  int book(int desk, int doctor, int patient, int hour, boolean room, @Nullable Held under) {
    if (isTaken(doctor, patient, hour, room, null) || holds.isInTheWay(desk, doctor, hour, under)) {
      return 409;
    }
    if (!canBegin(doctor, hour)) {
      return 422;
    }
    holds.remove(under);
    return 201;
  }

  int move(int desk, Visit visit, int doctor, int hour, @Nullable Held under) {
    if (!isMovable(visit)) {
      return 409;
    }
    if (visit.doctor() == doctor && visit.hour() == hour) {
      return 200;
    }
    if (isTaken(doctor, visit.patient(), hour, visit.room(), visit)
        || holds.isInTheWay(desk, doctor, hour, under)) {
      return 409;
    }
    if (!canBegin(doctor, hour)) {
      return 422;
    }
    holds.remove(under);
    replace(visit, visit.at(doctor, hour));
    return 200;
  }

  int step(Visit visit, AppointmentStep step) {
    boolean allowed =
        switch (step) {
          case CONFIRM -> visit.status() == AppointmentStatus.SCHEDULED && !hasBegun(visit);
          case CANCEL -> isMovable(visit);
          case MARK_NO_SHOW -> visit.status().isCancellable() && hasBegun(visit);
          case CHECK_IN ->
              visit.status().isCancellable() || visit.status() == AppointmentStatus.NO_SHOW;
          case UNDO_CHECK_IN, COMPLETE -> visit.status() == AppointmentStatus.ARRIVED;
        };
    if (!allowed) {
      return 409;
    }
    if (visit.status() == AppointmentStatus.NO_SHOW) {
      int answer = comeLate(visit);
      if (answer != 200) {
        return answer;
      }
    }
    replace(visit, visit.in(step.to()));
    return 200;
  }

  /// It takes its time again.
  private int comeLate(Visit visit) {
    if (isTaken(visit.doctor(), visit.patient(), visit.hour(), visit.room(), visit)) {
      return 409;
    }
    return time.isThere(visit.doctor(), visit.hour()) ? 200 : 422;
  }

  int hold(int desk, int doctor, int hour) {
    if (taken(doctor).contains(hour) || holds.hasAll(desk)) {
      return 409;
    }
    return canBegin(doctor, hour) ? 201 : 422;
  }

  /// @param hours null: it goes
  int rearrange(Open open, @Nullable Hours hours, List<Resolved> resolved) {
    int rules =
        hours == null
            ? inside(open, resolved).isEmpty() ? 200 : 409
            : time.mayChange(open, hours, inside(open, resolved));
    if (rules != 200) {
      return rules;
    }
    List<Visit> before = visits();
    Open grown = hours == null ? open : time.grown(open, hours);
    int answer = resolve(resolved);
    if (answer == 200 && !inside(grown, List.of()).stream().allMatch(h -> isIn(hours, h))) {
      answer = 409;
    }
    if (answer != 200) {
      visits.clear();
      visits.addAll(before);
      time.replace(grown, open);
      return answer;
    }
    if (hours == null) {
      time.remove(grown);
      if (grown.planned()) {
        plan.skip();
      }
      return 204;
    }
    time.change(grown, hours, open.version() + 1);
    return 200;
  }

  private static boolean isIn(@Nullable Hours hours, int hour) {
    return hours != null && hours.holds(hour);
  }

  private List<Integer> inside(Open open, List<Resolved> resolved) {
    return taken(open.doctor()).stream()
        .filter(open.hours()::holds)
        .filter(hour ->
            resolved.stream()
                .noneMatch(
                    each -> each.visit().hour() == hour && each.visit().doctor() == open.doctor()))
        .toList();
  }

  /// One after the other, and all that is refused is told.
  private int resolve(List<Resolved> resolved) {
    List<Integer> answers = resolved.stream().map(this::resolve).toList();
    return answers.contains(409) ? 409 : answers.contains(422) ? 422 : 200;
  }

  private int resolve(Resolved one) {
    Visit visit = one.visit();
    @Nullable Integer hour = one.hour();
    return hour == null
        ? step(visit, AppointmentStep.CANCEL)
        : move(0, visit, visit.doctor(), hour, null);
  }

  /// That the doctor will be away.
  boolean needsAttention(Visit visit) {
    return visit.status().occupiesTime()
        && !hasBegun(visit)
        && time.isAway(visit.doctor(), new Hours(visit.hour(), visit.hour() + 1));
  }

  private boolean isMovable(Visit visit) {
    return visit.status().isCancellable() && !hasBegun(visit);
  }

  private boolean hasBegun(Visit visit) {
    return visit.hour() * 60 <= now;
  }

  private boolean canBegin(int doctor, int hour) {
    return time.isThere(doctor, hour) && hour * 60 > now;
  }

  private boolean isTaken(int doctor, int patient, int hour, boolean room, @Nullable Visit self) {
    List<Visit> others =
        visits.stream()
            .filter(each -> self == null || !Objects.equals(each.id(), self.id()))
            .filter(each -> each.status().occupiesTime() && each.hour() == hour)
            .toList();
    return others.stream().anyMatch(each -> each.doctor() == doctor || each.patient() == patient)
        || (room && others.stream().filter(Visit::room).count() >= ROOMS);
  }

  private void replace(Visit before, Visit after) {
    visits.set(visits.indexOf(before), after);
  }
}
