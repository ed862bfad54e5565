package io.daysheet.server.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// When the doctors of the notebook are there: what is open, and who is away.
final class ModelTime {

  static final Hours CLINIC = new Hours(9, 19);

  /// Whole hours, the last one not included.
  record Hours(int from, int until) {

    boolean holds(int hour) {
      return from <= hour && hour < until;
    }

    boolean overlap(Hours other) {
      return from < other.until && other.from < until;
    }

    boolean contain(Hours other) {
      return from <= other.from && other.until <= until;
    }

    Hours common(Hours other) {
      return new Hours(Math.max(from, other.from), Math.min(until, other.until));
    }

    /// From the first of both to the last.
    Hours span(Hours other) {
      return new Hours(Math.min(from, other.from), Math.max(until, other.until));
    }
  }

  /// @param planned a weekly plan has published it
  record Open(int doctor, Hours hours, boolean planned, boolean byHand, int version) {

    Open at(Hours then) {
      return new Open(doctor, then, planned, byHand, version + 1);
    }
  }

  record Away(String id, int doctor, Hours hours, int version) {}

  private final List<Open> open = new ArrayList<>();
  private final List<Away> away = new ArrayList<>();

  /// Minutes since midnight.
  private final IntSupplier now;

  ModelTime(IntSupplier now) {
    this.now = now;
  }

  List<Open> open() {
    return List.copyOf(open);
  }

  List<Away> away() {
    return List.copyOf(away);
  }

  /// It has not begun.
  boolean liesAhead(Hours hours) {
    return hours.from() * 60 > now.getAsInt();
  }

  private boolean isOver(Hours hours) {
    return hours.until() * 60 <= now.getAsInt();
  }

  boolean isThere(int doctor, int hour) {
    return open.stream().anyMatch(each -> each.doctor() == doctor && each.hours().holds(hour))
        && !isAway(doctor, new Hours(hour, hour + 1));
  }

  boolean isAway(int doctor, Hours hours) {
    return away.stream().anyMatch(off -> off.doctor() == doctor && off.hours().overlap(hours));
  }

  /// @param self is not in its own way
  boolean isOpen(int doctor, Hours hours, @Nullable Open self) {
    return open.stream()
        .anyMatch(
            each -> each.doctor() == doctor && !each.equals(self) && each.hours().overlap(hours));
  }

  int open(int doctor, Hours hours) {
    if (isOpen(doctor, hours, null)) {
      return 409;
    }
    if (!CLINIC.contain(hours) || isOver(hours)) {
      return 422;
    }
    add(new Open(doctor, hours, false, false, 1));
    return 201;
  }

  void add(Open one) {
    open.add(one);
  }

  Open replace(Open before, Open after) {
    open.set(open.indexOf(before), after);
    return after;
  }

  void remove(Open one) {
    open.remove(one);
  }

  /// What the rules say to other hours.
  ///
  /// @param inside the hours that visits take which are not resolved with it
  int mayChange(Open before, Hours hours, Collection<Integer> inside) {
    boolean grows = !before.hours().contain(hours);
    boolean inUse = !inside.stream().allMatch(hours::holds);
    if (inUse || (grows && isOpen(before.doctor(), hours, before))) {
      return 409;
    }
    return isOver(hours) || (grows && !CLINIC.contain(hours)) ? 422 : 200;
  }

  /// With what it grows by, before it shrinks.
  Open grown(Open before, Hours hours) {
    Hours is = before.hours();
    return is.overlap(hours) || is.until() == hours.from() || hours.until() == is.from()
        ? replace(before, before.at(is.span(hours)))
        : before;
  }

  /// As staff change it: no plan does from then on.
  void change(Open before, Hours hours, int version) {
    replace(before, new Open(before.doctor(), hours, before.planned(), before.planned(), version));
  }

  int leave(Hours hours) {
    return isOver(hours) ? 422 : 201;
  }

  /// Once the server has said which id it has.
  void leave(String id, int doctor, Hours hours) {
    away.add(new Away(id, doctor, hours, 1));
  }

  int leave(Away before, Hours hours) {
    if (isOver(hours)) {
      return 422;
    }
    away.set(
        away.indexOf(before), new Away(before.id(), before.doctor(), hours, before.version() + 1));
    return 200;
  }

  void comeBack(Away gone) {
    away.remove(gone);
  }
}
