package io.daysheet.server.records;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.Inactive;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.rule.Violation.Merged;
import io.daysheet.rule.Violation.Subject;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.identity.AccountRegister;
import io.daysheet.server.patient.Patients;
import io.daysheet.server.schedule.Visits;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.MergePatient;
import io.daysheet.wire.MergedPatient;
import io.daysheet.wire.OverlappingVisits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes two records of one person one. Everything that names the merged one names the other from
/// then on; where that makes visits overlap, both stay, and it is told.
///
/// The merged record stays readable as it was, out of service, and says into which it was merged.
@Component
class Merging {

  private final Patients patients;
  private final MergeRows rows;
  private final Visits visits;
  private final Hospitals hospitals;
  private final AccountRegister accounts;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final PatientNews news;
  private final JsonMapper json;
  private final InstantSource clock;

  Merging(
      Patients patients,
      MergeRows rows,
      Visits visits,
      Hospitals hospitals,
      AccountRegister accounts,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      PatientNews news,
      JsonMapper json,
      InstantSource clock) {
    this.patients = patients;
    this.rows = rows;
    this.visits = visits;
    this.hospitals = hospitals;
    this.accounts = accounts;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.news = news;
    this.json = json;
    this.clock = clock;
  }

  StoredAnswer merge(
      PatientId id, MergePatient request, IfMatch seen, Caller caller, IdempotencyKey key) {
    Sight sight = caller.sight(Right.KEEP_PATIENTS);
    sight.require(sight.reach() == Reach.EVERYTHING);
    List<PatientId> both = List.of(id, request.into());
    return answers.once(
        key,
        Locks.of(both),
        hash.of("POST /patients/" + id + "/merge " + seen.version(), request),
        () -> write(id, request, seen, caller),
        _ ->
            audit.write(
                Who.of(caller), Deed.repeated(AuditAction.PATIENT_MERGED, id.value(), null, both)));
  }

  private StoredAnswer write(PatientId id, MergePatient request, IfMatch seen, Caller caller) {
    Patient from = patients.find(id).orElseThrow(RequestRefused::notFound);
    if (from.version() != seen.version()) {
      throw Refusing.stale(seen, from.version(), from);
    }
    Patient into = patients.find(request.into()).orElse(null);
    Refusing.refuse(violations(from, into).stream());
    Patient stays = filledFrom(from, Objects.requireNonNull(into));

    Instant now = clock.instant();
    String by = caller.account().name();
    patients.merge(from.id(), stays.id());
    if (stays.version() > into.version() && !patients.change(stays)) {
      throw new IllegalStateException("a record is changed under its patient's lock only");
    }
    List<UUID> marked = rows.mark(from.id(), stays.id());
    List<UUID> carried = rows.carry(from.id(), stays.id());
    List<UUID> touched = Stream.concat(marked.stream(), carried.stream()).toList();
    rows.remember(touched, now, by);
    accounts.carryOver(from.id(), stays.id());
    audit.write(
        Who.of(caller),
        Deed.done(AuditAction.PATIENT_MERGED, id.value(), null, List.of(id, stays.id())));
    List<OverlappingVisits> overlaps = overlaps(stays.id(), carried, caller);
    tell(stays, touched, now, by);
    return new StoredAnswer(
        200,
        json.writeValueAsString(new MergedPatient(stays, carried.size(), overlaps)),
        Answers.eTag(stays.version()),
        null);
  }

  private static List<Violation> violations(Patient from, @Nullable Patient into) {
    if (into == null) {
      return List.of(new InvalidValue("into", Expected.EXISTING_ID));
    }
    if (into.id().equals(from.id())) {
      return List.of(new InvalidValue("into", Expected.ANOTHER_ID));
    }
    PatientId merged = or(from.mergedInto(), into.mergedInto());
    if (merged != null) {
      return List.of(new Merged(merged));
    }
    return into.active() ? List.of() : List.of(new Inactive(Subject.PATIENT, into.id().value()));
  }

  /// What the record that stays does not know is taken from the other; where both know something,
  /// its own word stands, and the other's stays readable in the merged record.
  private static Patient filledFrom(Patient from, Patient into) {
    var filled =
        new Patient(
            into.id(),
            into.mrn(),
            into.givenName(),
            into.familyName(),
            into.birthDate(),
            or(into.phone(), from.phone()),
            or(into.email(), from.email()),
            or(into.insurance(), from.insurance()),
            or(into.primaryDoctorId(), from.primaryDoctorId()),
            into.preferences().equals(ContactPreferences.NONE)
                ? from.preferences()
                : into.preferences(),
            into.active(),
            null,
            into.version());
    return filled.equals(into) ? into : next(filled);
  }

  private static Patient next(Patient patient) {
    return new Patient(
        patient.id(),
        patient.mrn(),
        patient.givenName(),
        patient.familyName(),
        patient.birthDate(),
        patient.phone(),
        patient.email(),
        patient.insurance(),
        patient.primaryDoctorId(),
        patient.preferences(),
        patient.active(),
        null,
        patient.version() + 1);
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T others) {
    return own == null ? others : own;
  }

  /// Of another hospital than the caller's they are told when, and not which visit it is.
  private List<OverlappingVisits> overlaps(PatientId patient, List<UUID> carried, Caller caller) {
    Sight sight = caller.sight(Right.SEE_VISITS);
    List<MergeRows.Pair> pairs = rows.overlaps(patient, carried);
    Map<AppointmentId, Appointment> byId =
        visits
            .find(
                pairs.stream()
                    .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                    .map(AppointmentId::value)
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Appointment::id, Function.identity()));
    return pairs.stream()
        .map(pair ->
            new OverlappingVisits(
                shown(Objects.requireNonNull(byId.get(pair.first())), sight),
                shown(Objects.requireNonNull(byId.get(pair.second())), sight)))
        .toList();
  }

  private static Blocker shown(Appointment visit, Sight sight) {
    var blocker =
        new Blocker(
            visit.id().value(),
            visit.hospitalId(),
            visit.doctorId(),
            visit.start(),
            visit.end(),
            null);
    return sight.sees(visit) ? blocker : blocker.anonymous();
  }

  /// Each hospital is told of each visit from its today on, and of the patient.
  private void tell(Patient stays, List<UUID> touched, Instant now, String by) {
    Comparator<HospitalId> order = Comparator.comparing(HospitalId::value);
    Map<HospitalId, List<Appointment>> byHospital =
        visits.find(touched).stream()
            .filter(visit -> isFromTodayOn(visit, now))
            .collect(
                Collectors.groupingBy(
                    Appointment::hospitalId, () -> new TreeMap<>(order), Collectors.toList()));
    Stream.concat(byHospital.keySet().stream(), news.concerned(stays.id(), now).stream())
        .distinct()
        .sorted(order)
        .forEach(hospital -> {
          byHospital
              .getOrDefault(hospital, List.of())
              .forEach(visit -> news.tell(hospital, visit, now, by));
          news.tell(hospital, stays, now, by);
        });
  }

  private boolean isFromTodayOn(Appointment visit, Instant now) {
    Hospital hospital = hospitals.find(visit.hospitalId()).orElseThrow();
    return !hospital.dateAt(visit.start()).isBefore(hospital.dateAt(now));
  }
}
