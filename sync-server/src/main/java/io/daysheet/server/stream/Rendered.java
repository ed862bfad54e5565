package io.daysheet.server.stream;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Sight;
import io.daysheet.wire.Change;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A change and its JSON, which is made once for all sockets whose reader may see it, by the first
/// that sends it.
final class Rendered {
  private final Change change;
  private final ChangeText text;
  private final TheirDoctors doctors;
  private volatile String json = "";
  private volatile @Nullable Set<DoctorId> theirs;

  Rendered(Change change, ChangeText text, TheirDoctors doctors) {
    this.change = change;
    this.text = text;
    this.doctors = doctors;
  }

  long sequence() {
    return change.sequence();
  }

  /// For one who sees this much.
  String json(Sight sight) {
    if (!isSeenBy(sight)) {
      return text.of(unseen(change, sight));
    }
    if (json.isEmpty()) {
      json = text.of(change);
    }
    return json;
  }

  /// Some of them as `StreamMessage.Changes`.
  static String frame(HospitalId hospital, List<Rendered> changes, Sight sight) {
    return changes.stream()
        .map(change -> change.json(sight))
        .collect(
            Collectors.joining(
                ",",
                "{\"type\":\"changes\",\"hospital\":\"" + hospital + "\",\"changes\":[",
                "]}"));
  }

  boolean isAboutSomebody() {
    return switch (change) {
      case Change.OfAppointment _, Change.PatientChanged _ -> true;
      case Change.OfAvailability _,
          Change.AppointmentLeft _,
          Change.HoldPlaced _,
          Change.HoldReleased _,
          Change.TimeOffChanged _,
          Change.HospitalChanged _,
          Change.DoctorChanged _,
          Change.Withheld _ ->
          false;
    };
  }

  /// Who saw a visit until it was moved is told that it left, but not where it is.
  private static Change unseen(Change change, Sight sight) {
    return change instanceof Change.AppointmentMoved moved
            && moved.fromDoctorId() != null
            && sight.sees(moved.appointment().hospitalId(), moved.fromDoctorId())
        ? new Change.AppointmentLeft(
            moved.sequence(),
            moved.at(),
            moved.by(),
            moved.appointment().id(),
            moved.appointment().version())
        : new Change.Withheld(change.sequence(), change.at());
  }

  /// Whose data some changes tell to one who sees this much.
  static Set<PatientId> patients(List<Rendered> changes, Sight sight) {
    return changes.stream()
        .filter(each -> each.isSeenBy(sight))
        .flatMap(each ->
            switch (each.change) {
              case Change.OfAppointment of -> Stream.of(of.appointment().patientId());
              case Change.PatientChanged of -> Stream.of(of.patientId());
              case Change.OfAvailability _,
                  Change.AppointmentLeft _,
                  Change.HoldPlaced _,
                  Change.HoldReleased _,
                  Change.TimeOffChanged _,
                  Change.HospitalChanged _,
                  Change.DoctorChanged _,
                  Change.Withheld _ ->
                  Stream.<PatientId>empty();
            })
        .collect(Collectors.toSet());
  }

  /// Asked once for all sockets: what the audit is told and what is sent are the same.
  private boolean isTheirs(PatientId patient, Sight sight) {
    DoctorId doctor = sight.onlyDoctor(patient);
    if (doctor == null) {
      return true;
    }
    Set<DoctorId> known = theirs;
    if (known == null) {
      known = doctors.of(patient);
      theirs = known;
    }
    return known.contains(doctor);
  }

  private boolean isSeenBy(Sight sight) {
    return switch (change) {
      case Change.OfAvailability of -> sight.sees(of.availability());
      case Change.OfAppointment of -> sight.sees(of.appointment());
      case Change.HoldPlaced of -> sight.sees(of.hold().hospitalId(), of.hold().doctorId());
      case Change.HoldReleased of -> sight.sees(of.hold().hospitalId(), of.hold().doctorId());
      case Change.TimeOffChanged of ->
          sight.onlyDoctor() == null || of.timeOff().doctorId().equals(sight.onlyDoctor());
      case Change.PatientChanged of -> isTheirs(of.patientId(), sight);
      case Change.AppointmentLeft _, Change.HospitalChanged _, Change.DoctorChanged _ -> true;
      case Change.Withheld _ -> true;
    };
  }

  /// Whose patient somebody is. It may ask the database: a change of a patient is rare.
  @FunctionalInterface
  interface TheirDoctors {
    Set<DoctorId> of(PatientId patient);
  }

  /// Writes a change as JSON, in the hospital's offset.
  @FunctionalInterface
  interface ChangeText {
    String of(Change change);
  }
}
