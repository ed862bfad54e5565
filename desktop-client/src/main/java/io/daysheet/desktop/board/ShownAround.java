package io.daysheet.desktop.board;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What takes time besides visits, as the screens have been told of it: holds and absences. There
/// are few of them, so all are looked at each time.
final class ShownAround {

  private final OwnHolds own;
  private final Consumer<BoardNews> news;
  private final Map<HoldId, BoardHold> holds = new LinkedHashMap<>();
  private final Map<TimeOffId, TimeOff> timeOff = new LinkedHashMap<>();

  ShownAround(OwnHolds own, Consumer<BoardNews> news) {
    this.own = own;
    this.news = news;
  }

  Collection<BoardHold> holds() {
    return holds.values();
  }

  Collection<TimeOff> timeOff() {
    return timeOff.values();
  }

  /// Another day, of which everything is told at once.
  void start(Replica replica, Instant now) {
    holds.clear();
    timeOff.clear();
    holds.putAll(holds(replica, now));
    timeOff.putAll(replica.timeOff());
  }

  /// Tells what is different by now; what has gone first, so that its place is free.
  ///
  /// @return whose time it is
  Set<DoctorId> reconcile(Replica replica, Instant now, Origin origin) {
    var doctors = new LinkedHashSet<DoctorId>();
    Map<HoldId, BoardHold> held = holds(replica, now);
    Map<TimeOffId, TimeOff> away = replica.timeOff();
    for (BoardHold before : List.copyOf(holds.values())) {
      if (!held.containsKey(before.id())) {
        holds.remove(before.id());
        doctors.add(before.hold().doctorId());
        news.accept(new BoardNews.HoldGone(before.id(), origin));
      }
    }
    for (TimeOff before : List.copyOf(timeOff.values())) {
      if (!away.containsKey(before.id())) {
        timeOff.remove(before.id());
        doctors.add(before.doctorId());
        news.accept(new BoardNews.TimeOffGone(before.id(), origin));
      }
    }
    held.values().stream()
        .filter(hold -> !hold.equals(holds.get(hold.id())))
        .forEach(hold -> show(hold, doctors, origin));
    away.values().stream()
        .filter(off -> !off.equals(timeOff.get(off.id())))
        .forEach(off -> show(off, doctors, origin));
    return doctors;
  }

  private void show(BoardHold hold, Set<DoctorId> doctors, Origin origin) {
    holds.put(hold.id(), hold);
    doctors.add(hold.hold().doctorId());
    news.accept(new BoardNews.HoldShown(hold, origin));
  }

  private void show(TimeOff off, Set<DoctorId> doctors, Origin origin) {
    TimeOff before = timeOff.put(off.id(), off);
    doctors.add(off.doctorId());
    if (before != null) {
      doctors.add(before.doctorId());
    }
    news.accept(new BoardNews.TimeOffShown(off, origin));
  }

  /// One that is over keeps nothing, whether or not somebody has told of its end.
  private Map<HoldId, BoardHold> holds(Replica replica, Instant now) {
    var kept = new LinkedHashMap<HoldId, BoardHold>();
    replica.holds().stream()
        .filter(hold -> !hold.isOver(now))
        .forEach(hold -> kept.put(hold.id(), new BoardHold(hold, own.contains(hold))));
    return kept;
  }
}
