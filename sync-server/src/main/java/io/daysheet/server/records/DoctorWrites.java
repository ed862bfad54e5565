package io.daysheet.server.records;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.NpiTaken;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.Change.DoctorChanged;
import io.daysheet.wire.KeepDoctor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes and changes doctors, once per key. The visits of one who is put out of service, or works
/// somewhere no longer, stay and need attention.
@Component
class DoctorWrites {

  private static final String PLACE = "/api/v1/doctors/";

  private final Doctors doctors;
  private final Hospitals hospitals;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final Concerned concerned;
  private final News news;
  private final JsonMapper json;
  private final InstantSource clock;

  DoctorWrites(
      Doctors doctors,
      Hospitals hospitals,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      Concerned concerned,
      News news,
      JsonMapper json,
      InstantSource clock) {
    this.doctors = doctors;
    this.hospitals = hospitals;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.concerned = concerned;
    this.news = news;
    this.json = json;
    this.clock = clock;
  }

  StoredAnswer create(KeepDoctor request, Caller caller, IdempotencyKey key) {
    Refusing.refuse(
        Refusing.unaddressed(request.id(), request.version()),
        request.violations().stream(),
        Refusing.check(hospitalsExist(request), "hospitals", Expected.EXISTING_ID));
    return withNpi(
        request,
        () ->
            answers.once(
                key,
                hash.of("POST /doctors", request),
                () -> insert(request.doctor(new DoctorId(UUID.randomUUID()), true, 1), caller),
                first -> repeated(AuditAction.DOCTOR_CREATED, made(first), caller)));
  }

  private StoredAnswer insert(Doctor doctor, Caller caller) {
    doctors.add(doctor);
    wrote(AuditAction.DOCTOR_CREATED, doctor.id(), caller);
    tell(doctor, List.of(), caller);
    return answer(201, doctor.id(), PLACE + doctor.id());
  }

  StoredAnswer change(
      DoctorId id, KeepDoctor request, IfMatch seen, Caller caller, IdempotencyKey key) {
    Refusing.refuse(
        Refusing.addressed(request.id(), id, request.version(), seen),
        request.violations().stream(),
        Refusing.check(hospitalsExist(request), "hospitals", Expected.EXISTING_ID));
    return withNpi(
        request,
        () ->
            answers.once(
                key,
                hash.of("PUT /doctors/" + id + " " + seen.version(), request),
                () -> update(id, request, seen, caller),
                _ -> repeated(AuditAction.DOCTOR_CHANGED, id, caller)));
  }

  private StoredAnswer update(DoctorId id, KeepDoctor request, IfMatch seen, Caller caller) {
    Doctor before = doctors.present(id).orElseThrow(RequestRefused::notFound);
    Doctor after = request.doctor(id, before.active(), seen.version() + 1);
    if (!doctors.change(after)) {
      Doctor current = doctors.present(id).orElseThrow();
      throw Refusing.stale(seen, current.version(), current);
    }
    wrote(AuditAction.DOCTOR_CHANGED, id, caller);
    tell(after, before.hospitals(), caller);
    return answer(200, id, null);
  }

  /// The database decides on whose the number is; who has it is looked up when it has.
  private StoredAnswer withNpi(KeepDoctor request, Supplier<StoredAnswer> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException taken) {
      DoctorId other =
          doctors.findByNpi(Objects.requireNonNull(request.npi())).orElseThrow(() -> taken);
      throw Refusing.because(new NpiTaken(other));
    }
  }

  private boolean hospitalsExist(KeepDoctor request) {
    return Objects.requireNonNull(request.hospitals()).stream()
        .allMatch(hospital -> hospitals.find(hospital).isPresent());
  }

  private void tell(Doctor doctor, List<HospitalId> before, Caller caller) {
    Instant now = clock.instant();
    String by = caller.account().name();
    DoctorId id = doctor.id();
    int version = doctor.version();
    var item =
        new News.Item(
            "doctor-changed",
            id.value(),
            id,
            version,
            now,
            by,
            sequence -> new DoctorChanged(sequence, now, by, id, version));
    concerned.by(id, before, now).forEach(hospital -> news.tell(hospital, item));
  }

  /// As the doctor will be read.
  private StoredAnswer answer(int status, DoctorId id, @Nullable String location) {
    Doctor doctor = doctors.present(id).orElseThrow();
    return new StoredAnswer(
        status, json.writeValueAsString(doctor), Answers.eTag(doctor.version()), location);
  }

  private static DoctorId made(StoredAnswer first) {
    return DoctorId.parse(Objects.requireNonNull(first.location()).substring(PLACE.length()));
  }

  private void wrote(AuditAction action, DoctorId id, Caller caller) {
    audit.write(Who.of(caller), Deed.done(action, id.value()));
  }

  private void repeated(AuditAction action, DoctorId id, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, id.value(), null, List.of()));
  }
}
