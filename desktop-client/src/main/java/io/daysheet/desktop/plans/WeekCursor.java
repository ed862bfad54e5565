package io.daysheet.desktop.plans;

import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The place of the week at which the keys work: an hour of a date.
final class WeekCursor {

  private static final int DAYS = 7;
  private static final int HOUR = 60;

  private final Supplier<@Nullable DoctorWeek> week;
  private final IntConsumer leave;
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(new Place(0, MinuteOfDay.parse("09:00")));

  /// A place of the week.
  ///
  /// @param day from 0, a Monday
  record Place(int day, MinuteOfDay time) {}

  /// @param leave goes so many weeks on
  WeekCursor(Supplier<@Nullable DoctorWeek> week, IntConsumer leave) {
    this.week = week;
    this.leave = leave;
  }

  ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  MinuteOfDay time() {
    return place.get().time();
  }

  /// Its date in the week that is shown.
  LocalDate date(DoctorWeek shown) {
    return shown.monday().plusDays(place.get().day());
  }

  /// Before Monday lies the week before, beyond Sunday the next.
  void move(int days, int hours) {
    DoctorWeek shown = week.get();
    if (shown == null) {
      return;
    }
    int day = place.get().day() + days;
    if (day < 0 || day >= DAYS) {
      leave.accept(day < 0 ? -1 : 1);
    }
    int time =
        Math.clamp(
            time().minutes() + (long) hours * HOUR,
            shown.first().minutes(),
            shown.last().minutes() - HOUR);
    place.set(new Place(Math.floorMod(day, DAYS), new MinuteOfDay(time)));
  }

  void set(LocalDate date, MinuteOfDay time) {
    place.set(new Place(date.getDayOfWeek().getValue() - 1, time));
  }
}
