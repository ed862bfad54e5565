package io.daysheet.server.slots;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.BookingRules;
import io.daysheet.schedule.Alternative;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.BookableDay;
import io.daysheet.schedule.FreeStarts;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.slots.ManyDoctorsTime.Read;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// To which times visits could go: the next free ones of their own doctors, and of colleagues of
/// the same specialty who take the same plans. One statement reads the schedule for all of them.
@Component
public class Alternatives {

  private static final int DAYS = 14;
  private static final int MOST = 3;

  private final Doctors doctors;
  private final ManyDoctorsTime time;
  private final InstantSource clock;

  Alternatives(Doctors doctors, ManyDoctorsTime time, InstantSource clock) {
    this.doctors = doctors;
    this.time = time;
    this.clock = clock;
  }

  /// Three at most for each visit, in the order of the visits: soonest first from its date on.
  ///
  /// @param withColleagues false: only the visits' own doctors
  public List<List<Alternative>> of(
      Hospital hospital, List<Appointment> visits, boolean withColleagues) {
    Instant now = clock.instant();
    doctors.know(visits.stream().map(Appointment::doctorId).distinct().toList());
    List<Wanted> wanted =
        visits.stream()
            .map(visit -> wanted(hospital, visit, candidates(hospital, visit, withColleagues), now))
            .toList();
    Read read =
        time.read(
            hospital.id(),
            wanted.stream().flatMap(each -> each.candidates().stream()).map(Doctor::id).toList(),
            visits.stream().map(Appointment::patientId).toList(),
            wanted.stream().map(Wanted::window).toList(),
            now);
    Map<LocalDate, BookableDay> days = new HashMap<>();
    return wanted.stream().map(each -> each.next(read, days, now)).toList();
  }

  /// The visit's doctor first.
  private List<Doctor> candidates(Hospital hospital, Appointment visit, boolean withColleagues) {
    Doctor own = doctors.find(visit.doctorId()).orElseThrow();
    Stream<Doctor> colleagues =
        withColleagues
            ? doctors.at(hospital.id()).stream()
                .filter(each -> !each.id().equals(own.id()) && isLike(each, own))
            : Stream.empty();
    return Stream.concat(Stream.of(own), colleagues)
        .filter(each -> each.active() && each.worksAt(hospital.id()))
        .filter(each -> !visit.type().equals(BookingRules.NEW_PATIENT) || each.acceptsNewPatients())
        .toList();
  }

  /// Of whom the patient's insurance is not asked: whoever takes all that the own doctor takes.
  private static boolean isLike(Doctor colleague, Doctor own) {
    return colleague.specialties().stream().anyMatch(own.specialties()::contains)
        && (colleague.insurancePlans().isEmpty()
            || (!own.insurancePlans().isEmpty()
                && colleague.insurancePlans().containsAll(own.insurancePlans())));
  }

  private static Wanted wanted(
      Hospital hospital, Appointment visit, List<Doctor> candidates, Instant now) {
    int minutes = Math.toIntExact(visit.during().length().toMinutes());
    AppointmentType type =
        hospital
            .policy()
            .type(visit.type())
            .orElseGet(() -> new AppointmentType(visit.type(), minutes, 0, false, false));
    LocalDate first = hospital.dateAt(visit.start().isAfter(now) ? visit.start() : now);
    return new Wanted(hospital, visit, type, candidates, first);
  }

  /// A visit that is to go somewhere.
  private record Wanted(
      Hospital hospital,
      Appointment visit,
      AppointmentType type,
      List<Doctor> candidates,
      LocalDate first) {

    /// With what a visit of the last date can run into.
    TimeRange window() {
      var zone = hospital.timeZone();
      return new TimeRange(
          first.atStartOfDay(zone).toInstant(),
          first
              .plusDays(DAYS)
              .atStartOfDay(zone)
              .toInstant()
              .plus(type.length())
              .plus(type.buffer()));
    }

    List<Alternative> next(Read read, Map<LocalDate, BookableDay> days, Instant now) {
      if (!hospital.active()) {
        return List.of();
      }
      List<Alternative> found = new ArrayList<>();
      for (int i = 0; i < DAYS && found.size() < MOST; i++) {
        BookableDay day =
            days.computeIfAbsent(first.plusDays(i), date -> BookableDay.of(hospital, date));
        candidates.stream()
            .flatMap(doctor -> starts(day, doctor, read, now))
            .sorted(Comparator.comparing(Alternative::start))
            .limit(MOST - found.size())
            .forEach(found::add);
      }
      return found;
    }

    private Stream<Alternative> starts(BookableDay day, Doctor doctor, Read read, Instant now) {
      FreeStarts free =
          day.free(
              type,
              read.available(doctor.id()),
              read.occupied(doctor.id(), visit.id().value()),
              read.away(doctor.id()));
      return day.bookable(free, now).stream()
          .filter(start -> isAnotherPlace(doctor, start) && !isPatientBusy(read, start))
          .map(start -> new Alternative(doctor.id(), start));
    }

    private boolean isAnotherPlace(Doctor doctor, Instant start) {
      return !doctor.id().equals(visit.doctorId()) || !start.equals(visit.start());
    }

    private boolean isPatientBusy(Read read, Instant start) {
      TimeRange during = TimeRange.of(start, type.length());
      return read.busy(visit.patientId(), visit.id().value()).stream().anyMatch(during::overlaps);
    }
  }
}
