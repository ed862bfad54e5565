package io.daysheet.server.booking;

import io.daysheet.server.booking.ModelTime.Hours;
import io.daysheet.server.booking.ModelTime.Open;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One doctor's weekly plan, and what it makes of the notebook's day.
final class ModelPlan {

  private final ModelTime time;

  /// The hours of a doctor that visits and holds take.
  private final IntFunction<List<Integer>> taken;

  private final int doctor;
  private Hours hours;
  private int version = 1;
  private boolean isChanged;

  /// What it has for this day, if that is changed; null: nothing.
  private @Nullable Hours changed;

  ModelPlan(ModelTime time, IntFunction<List<Integer>> taken, int doctor, Hours hours) {
    this.time = time;
    this.taken = taken;
    this.doctor = doctor;
    this.hours = hours;
    publish();
  }

  int doctor() {
    return doctor;
  }

  Hours hours() {
    return hours;
  }

  int version() {
    return version;
  }

  int change(Hours then) {
    if (!ModelTime.CLINIC.contain(then)) {
      return 422;
    }
    hours = then;
    version++;
    publish();
    return 200;
  }

  /// @param then for this day alone; null: none
  int changeDate(@Nullable Hours then) {
    if (then == null) {
      Hours before = isChanged && changed != null ? changed : hours;
      return time.liesAhead(before) ? changed(true, null) : 422;
    }
    if (time.open().stream()
        .anyMatch(
            each -> each.doctor() == doctor && !each.planned() && each.hours().overlap(then))) {
      return 409;
    }
    return ModelTime.CLINIC.contain(then) && time.liesAhead(then) && !time.isAway(doctor, then)
        ? changed(true, then)
        : 422;
  }

  /// The day is again as the others are.
  int resetDate() {
    return time.liesAhead(hours) ? changed(false, null) : 422;
  }

  private int changed(boolean isOtherwise, @Nullable Hours then) {
    isChanged = isOtherwise;
    changed = then;
    published()
        .ifPresent(each ->
            time.replace(each, new Open(each.doctor(), each.hours(), true, false, each.version())));
    version++;
    publish();
    return 200;
  }

  /// Staff took back what it had published.
  void skip() {
    isChanged = true;
    changed = null;
    version++;
  }

  private Optional<Open> published() {
    return time.open().stream().filter(Open::planned).findFirst();
  }

  private void publish() {
    Hours stated = isChanged ? changed : hours;
    Hours wish = stated == null || !time.liesAhead(stated) ? null : stated;
    Optional<Open> there = published();
    if (there.isPresent()) {
      publish(there.get(), wish);
    } else if (wish != null && isFree(wish, null)) {
      time.add(new Open(doctor, wish, true, false, 1));
    }
  }

  private boolean isFree(Hours wish, @Nullable Open self) {
    return !time.isOpen(doctor, wish, self) && !time.isAway(doctor, wish);
  }

  private void publish(Open there, @Nullable Hours wish) {
    boolean isStaffs = there.byHand() || (wish == null && isChanged && changed != null);
    if (isStaffs || !time.liesAhead(there.hours())) {
      return;
    }
    Hours then = wish == null ? null : possible(there, wish);
    if (there.hours().equals(then) || !isUnused(there, then)) {
      return;
    }
    if (then == null) {
      time.remove(there);
    } else {
      time.replace(there, there.at(then));
    }
  }

  private boolean isUnused(Open there, @Nullable Hours then) {
    return taken.apply(doctor).stream()
        .filter(there.hours()::holds)
        .allMatch(hour -> then != null && then.holds(hour));
  }

  /// What is wanted, or as much of it as is there already.
  private @Nullable Hours possible(Open there, Hours wish) {
    if (there.hours().equals(wish) || isFree(wish, there)) {
      return wish;
    }
    return there.hours().overlap(wish) ? there.hours().common(wish) : null;
  }
}
