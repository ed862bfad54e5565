package io.daysheet.server.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// The slots that the notebook's desks keep while they type.
final class ModelHolds {

  private static final int MOST = 10;
  private static final int MINUTES = 5;
  private static final int LONGEST = 60;

  /// @param placed and until when, in minutes since midnight
  record Held(String id, int desk, int doctor, int hour, int placed, int until) {}

  private final List<Held> holds = new ArrayList<>();
  private final IntSupplier now;

  ModelHolds(IntSupplier now) {
    this.now = now;
  }

  /// Those that are not over.
  List<Held> all() {
    return holds.stream().filter(hold -> hold.until() > now.getAsInt()).toList();
  }

  /// Also those that are over by now.
  List<Held> ever() {
    return List.copyOf(holds);
  }

  boolean hasAll(int desk) {
    return all().stream().filter(hold -> hold.desk() == desk).count() >= MOST;
  }

  /// Somebody holds it, or the hold that was named is none of this desk's for it.
  boolean isInTheWay(int desk, int doctor, int hour, @Nullable Held named) {
    List<Held> there =
        all().stream().filter(each -> each.doctor() == doctor && each.hour() == hour).toList();
    return named == null ? !there.isEmpty() : named.desk() != desk || !there.contains(named);
  }

  void add(String id, int desk, int doctor, int hour) {
    int placed = now.getAsInt();
    holds.add(new Held(id, desk, doctor, hour, placed, until(placed, hour)));
  }

  private int until(int placed, int hour) {
    return Math.min(Math.min(now.getAsInt() + MINUTES, placed + LONGEST), hour * 60);
  }

  int renew(Held hold) {
    int until = until(hold.placed(), hold.hour());
    if (hold.until() <= now.getAsInt() || until <= now.getAsInt()) {
      return 409;
    }
    holds.set(
        holds.indexOf(hold),
        new Held(hold.id(), hold.desk(), hold.doctor(), hold.hour(), hold.placed(), until));
    return 200;
  }

  void remove(@Nullable Held hold) {
    holds.remove(hold);
  }
}
