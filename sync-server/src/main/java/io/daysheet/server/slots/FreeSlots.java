package io.daysheet.server.slots;

import io.daysheet.rule.BookingRules;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.Slot;
import io.daysheet.server.access.Sight;
import io.daysheet.server.slots.DoctorTime.Read;
import io.daysheet.server.slots.DoctorTime.Taken;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Answers at which times a doctor can be booked, by the same kernel as the desk.
@Component
class FreeSlots {

  private final DoctorTime time;
  private final InstantSource clock;

  FreeSlots(DoctorTime time, InstantSource clock) {
    this.time = time;
    this.clock = clock;
  }

  /// The free ones, soonest first.
  List<Slot> available(SlotQuestion question) {
    Instant now = clock.instant();
    return available(question, read(question, now), now).toList();
  }

  /// Also those that are taken, of which is told what the asker may see.
  List<Slot> all(SlotQuestion question, Sight sight) {
    Instant now = clock.instant();
    Read read = read(question, now);
    return Stream.concat(available(question, read, now), taken(question, read, sight))
        .sorted(Comparator.comparing(Slot::start))
        .toList();
  }

  private Read read(SlotQuestion question, Instant now) {
    return time.read(
        question.doctor().id(),
        question.hospital().id(),
        question.surroundings(),
        question.patient(),
        question.moved(),
        now);
  }

  private static Stream<Slot> available(SlotQuestion question, Read read, Instant now) {
    if (isRefusedAnyway(question)) {
      return Stream.empty();
    }
    List<TimeRange> occupied =
        read.taken().stream()
            .filter(taken -> !question.asking().value().equals(taken.holder()))
            .map(Taken::occupied)
            .toList();
    return question
        .dates()
        .flatMap(date -> starts(question, date, read, occupied, now))
        .filter(question.during()::contains)
        .filter(start -> isPatientFree(question, read, start))
        .map(start -> slot(question, start));
  }

  private static boolean isPatientFree(SlotQuestion question, Read read, Instant start) {
    TimeRange visit = TimeRange.of(start, question.type().length());
    return read.patients().stream().noneMatch(visit::overlaps);
  }

  /// Whenever it were: out of service, or no new patients.
  private static boolean isRefusedAnyway(SlotQuestion question) {
    return !question.hospital().active()
        || !question.doctor().active()
        || !question.doctor().worksAt(question.hospital().id())
        || (question.type().code().equals(BookingRules.NEW_PATIENT)
            && !question.doctor().acceptsNewPatients());
  }

  private static Stream<Instant> starts(
      SlotQuestion question, LocalDate date, Read read, List<TimeRange> occupied, Instant now) {
    BookableDay day = BookableDay.of(question.hospital(), date);
    return day
        .bookable(day.free(question.type(), read.available(), occupied, read.away()), now)
        .stream();
  }

  private static Slot slot(SlotQuestion question, Instant start) {
    return new Slot(
        question.hospital().id(),
        question.doctor().id(),
        start,
        start.plus(question.type().length()),
        Slot.Status.AVAILABLE,
        null);
  }

  private static Stream<Slot> taken(SlotQuestion question, Read read, Sight sight) {
    return read.taken().stream()
        .filter(taken -> taken.hospitalId().equals(question.hospital().id()))
        .filter(taken -> taken.during().overlaps(question.during()))
        .map(taken -> slot(question, taken, sight));
  }

  private static Slot slot(SlotQuestion question, Taken taken, Sight sight) {
    var patient = taken.patientId();
    return new Slot(
        taken.hospitalId(),
        question.doctor().id(),
        taken.during().start(),
        taken.during().end(),
        patient == null ? Slot.Status.HELD : Slot.Status.BOOKED,
        patient != null && sight.sees(taken.hospitalId(), question.doctor().id(), patient)
            ? taken.appointmentId()
            : null);
  }
}
