package io.daysheet.server.schedule;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import io.daysheet.time.TimeRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts a hospital's day together. The date is the hospital's: it begins and ends at its midnights,
/// so it has 23 or 25 hours when the clock changes.
@Component
class Days {

  private final DaySnapshot snapshot;
  private final Doctors doctors;
  private final InstantSource clock;

  Days(DaySnapshot snapshot, Doctors doctors, InstantSource clock) {
    this.snapshot = snapshot;
    this.doctors = doctors;
    this.clock = clock;
  }

  /// No doctors wanted means all of them.
  ///
  /// @param patients their visits besides, with the doctors whose they are
  DaySchedule of(
      Hospital hospital,
      LocalDate date,
      Collection<DoctorId> wanted,
      Collection<PatientId> patients) {
    TimeRange day =
        hospital.day(date).orElseThrow(() -> RequestRefused.invalid("date", Expected.DATE));
    DaySnapshot.Rows rows = snapshot.read(hospital.id(), day, wanted, patients, clock.instant());
    List<OpeningHours> hours =
        hospital.closureOn(date).isPresent()
            ? List.of()
            : hospital.operatingHours().of(date.getDayOfWeek());
    return new DaySchedule(
        hospital,
        date,
        hours.stream()
            .map(OpeningHours::open)
            .min(Comparator.<MinuteOfDay>naturalOrder())
            .orElse(null),
        hours.stream()
            .map(OpeningHours::close)
            .max(Comparator.<MinuteOfDay>naturalOrder())
            .orElse(null),
        rows.stream(),
        onDuty(hospital, rows, wanted),
        rows.availabilities(),
        rows.appointments(),
        rows.holds(),
        rows.timeOff(),
        rows.rooms());
  }

  /// The hospital's doctors by name: those in service, and those who have something on that day.
  private List<Doctor> onDuty(
      Hospital hospital, DaySnapshot.Rows rows, Collection<DoctorId> wanted) {
    Set<DoctorId> busy = new HashSet<>();
    rows.availabilities().forEach(a -> busy.add(a.doctorId()));
    rows.appointments().forEach(a -> busy.add(a.doctorId()));
    rows.holds().forEach(h -> busy.add(h.doctorId()));
    List<Doctor> here = doctors.at(hospital.id());
    Stream<Doctor> others =
        busy.stream()
            .filter(id -> here.stream().noneMatch(d -> d.id().equals(id)))
            .flatMap(id -> doctors.find(id).stream());
    return Stream.concat(here.stream(), others)
        .filter(d -> d.active() || busy.contains(d.id()))
        .filter(d -> wanted.isEmpty() || wanted.contains(d.id()) || busy.contains(d.id()))
        .sorted(Comparator.comparing(Doctor::name).thenComparing(d -> d.id().toString()))
        .toList();
  }
}
