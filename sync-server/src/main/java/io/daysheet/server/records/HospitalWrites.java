package io.daysheet.server.records;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.Change.HospitalChanged;
import io.daysheet.wire.KeepHospital;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes and changes hospitals, once per key. Visits that a change leaves outside the new frame
/// stay, and need attention.
@Component
class HospitalWrites {

  private static final String PLACE = "/api/v1/hospitals/";

  private final Hospitals hospitals;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final News news;
  private final JsonMapper json;
  private final InstantSource clock;

  HospitalWrites(
      Hospitals hospitals,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      News news,
      JsonMapper json,
      InstantSource clock) {
    this.hospitals = hospitals;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.news = news;
    this.json = json;
    this.clock = clock;
  }

  StoredAnswer create(KeepHospital request, Caller caller, IdempotencyKey key) {
    Refusing.refuse(
        Refusing.unaddressed(request.id(), request.version()), request.violations().stream());
    return answers.once(
        key,
        hash.of("POST /hospitals", request),
        () -> insert(request.hospital(new HospitalId(UUID.randomUUID()), true, 1), caller),
        first -> repeated(AuditAction.HOSPITAL_CREATED, made(first), caller));
  }

  private StoredAnswer insert(Hospital hospital, Caller caller) {
    hospitals.add(hospital);
    wrote(AuditAction.HOSPITAL_CREATED, hospital.id(), caller);
    return answer(201, hospital, PLACE + hospital.id());
  }

  StoredAnswer change(
      HospitalId id, KeepHospital request, IfMatch seen, Caller caller, IdempotencyKey key) {
    Refusing.refuse(
        Refusing.addressed(request.id(), id, request.version(), seen),
        request.violations().stream());
    return answers.once(
        key,
        hash.of("PUT /hospitals/" + id + " " + seen.version(), request),
        () -> update(id, request, seen, caller),
        _ -> repeated(AuditAction.HOSPITAL_CHANGED, id, caller));
  }

  private StoredAnswer update(HospitalId id, KeepHospital request, IfMatch seen, Caller caller) {
    Hospital before = hospitals.present(id).orElseThrow(RequestRefused::notFound);
    Hospital after = request.hospital(id, before.active(), seen.version() + 1);
    if (!hospitals.change(after)) {
      Hospital current = hospitals.present(id).orElseThrow();
      throw Refusing.stale(seen, current.version(), current);
    }
    wrote(AuditAction.HOSPITAL_CHANGED, id, caller);
    Instant now = clock.instant();
    String by = caller.account().name();
    int version = after.version();
    news.tell(
        id,
        new News.Item(
            "hospital-changed",
            id.value(),
            null,
            version,
            now,
            by,
            sequence -> new HospitalChanged(sequence, now, by, id, version)));
    return answer(200, after, null);
  }

  private StoredAnswer answer(int status, Hospital hospital, @Nullable String location) {
    return new StoredAnswer(
        status, json.writeValueAsString(hospital), Answers.eTag(hospital.version()), location);
  }

  private static HospitalId made(StoredAnswer first) {
    return HospitalId.parse(Objects.requireNonNull(first.location()).substring(PLACE.length()));
  }

  private void wrote(AuditAction action, HospitalId id, Caller caller) {
    audit.write(Who.of(caller), Deed.done(action, id.value(), id, List.of()));
  }

  private void repeated(AuditAction action, HospitalId id, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, id.value(), id, List.of()));
  }
}
