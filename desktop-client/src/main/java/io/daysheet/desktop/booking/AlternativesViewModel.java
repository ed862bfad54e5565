package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.DaySchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what is free instead: on the board at once, and on the next days by asking for them one by
/// one until the doctor has something.
public final class AlternativesViewModel {

  static final int MOST = 4;
  private static final int DAYS = 14;

  private final Board board;
  private final ScheduleServer server;
  private final InstantSource clock;
  private @Nullable Request asking;
  private @Nullable BookingSlot askedFor;
  private @Nullable Alternative later;

  public AlternativesViewModel(Board board, ScheduleServer server, InstantSource clock) {
    this.board = board;
    this.server = server;
    this.clock = clock;
  }

  /// Up to four that suit this patient and type, with the next day's first if it is known by now.
  List<Alternative> find(BookingSlot lost, @Nullable Patient patient, AppointmentType type) {
    Optional<BoardDay> day = board.day();
    if (day.isEmpty()) {
      return List.of();
    }
    Hospital hospital = day.get().hospital();
    Instant now = clock.instant();
    List<Alternative> today =
        new NearestFree(lost.doctor(), lost.start(), now)
            .among(
                day.get().doctors(),
                doctor -> board.free(doctor, type),
                a ->
                    new BookingSlot(a.doctor(), a.start(), null)
                        .check(board, hospital, patient, type, null, now)
                        .isEmpty(),
                MOST);
    var all = new ArrayList<>(today);
    if (later != null && lost.equals(askedFor) && all.size() < MOST) {
      var slot = new BookingSlot(later.doctor(), later.start(), later.otherDay());
      if (suits(slot, patient, type)) {
        all.add(later);
      }
    }
    return List.copyOf(all);
  }

  /// Asks for the following days, once for a slot; `found` is told if one of them has something.
  void askNextDays(
      BookingSlot lost, @Nullable Patient patient, AppointmentType type, Runnable found) {
    if (lost.equals(askedFor)) {
      return;
    }
    askedFor = lost;
    later = null;
    board.date().ifPresent(date -> ask(lost, patient, type, date, 1, found));
  }

  private void ask(
      BookingSlot lost,
      @Nullable Patient patient,
      AppointmentType type,
      LocalDate date,
      int ahead,
      Runnable found) {
    Hospital hospital = board.hospital().orElseThrow();
    asking =
        server.schedule(
            hospital.id(),
            date.plusDays(ahead),
            outcome -> {
              if (outcome instanceof Outcome.Done<DaySchedule>(DaySchedule day)) {
                later = first(lost, patient, type, day).orElse(null);
                if (later != null) {
                  found.run();
                } else if (ahead < DAYS) {
                  ask(lost, patient, type, date, ahead + 1, found);
                }
              } else {
                // No answer, or none for this day: the next time somebody looks it is asked again.
                askedFor = null;
              }
            });
  }

  /// The first start that day at which the lost slot's doctor can be booked.
  private Optional<Alternative> first(
      BookingSlot lost, @Nullable Patient patient, AppointmentType type, DaySchedule day) {
    Duration grid = Duration.ofMinutes(day.hospital().policy().gridMinutes());
    return day.availabilities().stream()
        .filter(a -> a.doctorId().equals(lost.doctor().id()))
        .map(a -> a.during())
        .sorted((a, b) -> a.start().compareTo(b.start()))
        .flatMap(range -> Stream.iterate(range.start(), range::contains, start -> start.plus(grid)))
        .filter(start -> suits(new BookingSlot(lost.doctor(), start, day), patient, type))
        .map(start -> new Alternative(lost.doctor(), start, Alternative.Kind.ANOTHER_DAY, day))
        .findFirst();
  }

  private boolean suits(BookingSlot slot, @Nullable Patient patient, AppointmentType type) {
    return slot.check(board, board.hospital().orElseThrow(), patient, type, null, clock.instant())
        .isEmpty();
  }

  void cancel() {
    if (asking != null) {
      asking.cancel();
    }
  }
}
