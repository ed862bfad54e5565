package io.daysheet.desktop.records;

import io.daysheet.desktop.form.TypeName;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.patients.PatientWording;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.rule.Blocker;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.LikelySame.Trait;
import io.daysheet.wire.OverlappingVisits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Patients and their visits in words; each visit in the time of its own hospital.
final class RecordWording {

  private final Messages messages;
  private final RecordsViewModel records;

  RecordWording(Messages messages, RecordsViewModel records) {
    this.messages = messages;
    this.records = records;
  }

  String born(Patient patient) {
    return messages.get(
        "born",
        PatientWording.born(patient.birthDate()),
        Integer.toString(PatientWording.age(patient.birthDate(), records.today())));
  }

  String mrn(Patient patient) {
    return patient.mrn().isBlank() ? messages.get("unknown") : patient.mrn();
  }

  String reached(Patient patient) {
    String both =
        Stream.of(Optional.ofNullable(patient.phone()), Optional.ofNullable(patient.email()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    return both.isEmpty() ? messages.get("unknown") : both;
  }

  String insurance(Patient patient) {
    return patient.insurance() == null
        ? messages.get("unknown")
        : patient.insurance().plan() + " · " + patient.insurance().memberId();
  }

  String doctor(@Nullable DoctorId id) {
    return records.doctors().stream()
        .filter(doctor -> doctor.id().equals(id))
        .map(Doctor::name)
        .findFirst()
        .orElseGet(() -> messages.get("unknown"));
  }

  /// When and how long.
  String time(Appointment visit) {
    return time(visit.start(), visit.end(), hospital(visit).map(Hospital::timeZone));
  }

  private static String time(Instant start, Instant end, Optional<ZoneId> zone) {
    var times = new WallTimes(zone.orElse(ZoneOffset.UTC));
    var date = times.date(start);
    return WallTimes.day(date) + " " + date.getYear() + ", " + times.range(start, end);
  }

  /// With whom, where, and what became of it.
  String about(Appointment visit) {
    return Stream.of(
            doctor(visit.doctorId()),
            hospital(visit).map(Hospital::name).orElse(""),
            TypeName.of(visit.type()),
            messages.get(
                "status." + visit.status().name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private Optional<Hospital> hospital(Appointment visit) {
    return records.hospitals().stream()
        .filter(hospital -> hospital.id().equals(visit.hospitalId()))
        .findFirst();
  }

  /// What two records have in common.
  String trait(Trait trait) {
    return messages.get("trait." + trait.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// Two visits at the same time.
  String overlap(OverlappingVisits visits) {
    return messages.get("merge.overlap", blocker(visits.first()), blocker(visits.second()));
  }

  private String blocker(Blocker visit) {
    Optional<ZoneId> zone =
        records.hospitals().stream()
            .filter(hospital -> hospital.id().equals(visit.hospitalId()))
            .map(Hospital::timeZone)
            .findFirst();
    String when = time(visit.start(), visit.end(), zone);
    return visit.isAnonymous()
        ? messages.get("merge.elsewhere", when)
        : messages.get("merge.with", when, doctor(visit.doctorId()));
  }
}
