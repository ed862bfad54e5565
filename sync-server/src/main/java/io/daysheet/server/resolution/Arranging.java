package io.daysheet.server.resolution;

import io.daysheet.identity.Right;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.availability.Availabilities;
import io.daysheet.server.availability.Changing;
import io.daysheet.server.availability.Closing;
import io.daysheet.server.booking.Resolving;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.ChangeAvailability;
import io.daysheet.wire.CloseAvailability;
import io.daysheet.wire.InZone;
import io.daysheet.wire.RefusedResolution;
import io.daysheet.wire.Resolution;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Changes and takes back a doctor's time together with the visits that would lose theirs: in one
/// transaction under all locks that any of it needs, so it is all or nothing.
@Component
class Arranging {

  private static final IdempotencyKey NO_KEY = new IdempotencyKey(null);

  private final Availabilities availabilities;
  private final Changing changing;
  private final Closing closing;
  private final Resolving resolving;
  private final Hospitals hospitals;
  private final FirstAnswers answers;
  private final RequestHash hashes;
  private final Audit audit;
  private final JsonMapper json;

  Arranging(
      Availabilities availabilities,
      Changing changing,
      Closing closing,
      Resolving resolving,
      Hospitals hospitals,
      FirstAnswers answers,
      RequestHash hashes,
      Audit audit,
      JsonMapper json) {
    this.availabilities = availabilities;
    this.changing = changing;
    this.closing = closing;
    this.resolving = resolving;
    this.hospitals = hospitals;
    this.answers = answers;
    this.hashes = hashes;
    this.audit = audit;
    this.json = json;
  }

  /// @throws RequestRefused with every violation, and with all visits that would stand outside
  StoredAnswer change(
      AvailabilityId id,
      ChangeAvailability request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    StatedTimes.check("start", request.start());
    StatedTimes.check("end", request.end());
    List<Resolution> resolutions = resolutions(request.resolutions());
    return carryOut(
        id,
        resolutions,
        seen,
        caller,
        key,
        hashes.of("PUT /availabilities/" + id + " " + seen.version(), request),
        AuditAction.AVAILABILITY_CHANGED,
        before -> {
          refuse(addressed(request, before), before);
          var change =
              changing.propose(before, request.start(), request.end(), ids(resolutions), caller);
          changing.grow(change);
          resolve(before, change.during(), resolutions, AuditAction.AVAILABILITY_CHANGED, caller);
          Availability after = changing.write(change, caller);
          return new StoredAnswer(
              200,
              json.writeValueAsString(new InZone<>(change.hospital().timeZone(), after)),
              Answers.eTag(after.version()),
              null);
        });
  }

  private static List<Violation> addressed(ChangeAvailability request, Availability is) {
    return Stream.of(
            asAddressed(request.id(), is.id(), "id"),
            asAddressed(request.hospitalId(), is.hospitalId(), "hospitalId"),
            asAddressed(request.doctorId(), is.doctorId(), "doctorId"),
            asAddressed(request.version(), is.version(), "version"),
            request.planId() == null
                ? Stream.<Violation>empty()
                : asAddressed(request.planId(), is.planId(), "planId"))
        .flatMap(violations -> violations)
        .toList();
  }

  private static Stream<Violation> asAddressed(
      @Nullable Object sent, @Nullable Object is, String field) {
    return sent == null || sent.equals(is)
        ? Stream.empty()
        : Stream.of(new InvalidValue(field, Expected.AS_ADDRESSED));
  }

  /// Without visits to see to, it is a command of one round trip.
  StoredAnswer close(
      AvailabilityId id,
      @Nullable CloseAvailability request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    List<Resolution> resolutions = request == null ? List.of() : resolutions(request.resolutions());
    if (resolutions.isEmpty()) {
      return closing.close(id, seen, caller, key);
    }
    return carryOut(
        id,
        resolutions,
        seen,
        caller,
        key,
        hashes.of("DELETE /availabilities/" + id + " " + seen.version(), resolutions),
        AuditAction.AVAILABILITY_REMOVED,
        before -> {
          resolve(before, null, resolutions, AuditAction.AVAILABILITY_REMOVED, caller);
          return closing.close(id, seen, caller, NO_KEY);
        });
  }

  private StoredAnswer carryOut(
      AvailabilityId id,
      List<Resolution> resolutions,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key,
      byte[] hash,
      AuditAction action,
      Function<Availability, StoredAnswer> deed) {
    return answers.unlessRefused(
        key,
        hash,
        () -> {
          Sight sight = caller.sight(Right.ARRANGE_TIME);
          Availability known = availabilities.find(id).orElseThrow(sight::missing);
          sight.require(sight.sees(known));
          return answers.once(
              key,
              resolving.locks(id, known.doctorId(), resolutions),
              hash,
              () -> {
                Availability before = availabilities.find(id).orElseThrow(sight::missing);
                if (before.version() != seen.version()) {
                  throw new RequestRefused(
                      Problems.stale(seen.version(), before.version(), before), zone(before));
                }
                return deed.apply(before);
              },
              _ -> repeated(action, id, caller));
        },
        _ -> repeated(action, id, caller));
  }

  private void repeated(AuditAction action, AvailabilityId id, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, id.value(), null, List.of()));
  }

  /// What can't be done is told together with what nobody has seen to.
  private void resolve(
      Availability of,
      @Nullable TimeRange during,
      List<Resolution> resolutions,
      AuditAction because,
      Caller caller) {
    List<RefusedResolution> against =
        resolving.resolve(of.id(), resolutions, because.word(), caller);
    if (!against.isEmpty()) {
      List<Violation> all =
          Stream.concat(
                  against.stream().flatMap(each -> each.violations().stream()),
                  changing.leftOver(of, during, ids(resolutions), caller))
              .toList();
      throw new RequestRefused(Problems.refused(all).with(against), zone(of));
    }
  }

  private void refuse(List<Violation> violations, Availability of) {
    if (!violations.isEmpty()) {
      throw new RequestRefused(Problems.refused(violations), zone(of));
    }
  }

  private ZoneId zone(Availability of) {
    return hospitals.find(of.hospitalId()).orElseThrow().timeZone();
  }

  private static List<Resolution> resolutions(@Nullable List<Resolution> stated) {
    List<Resolution> resolutions = stated == null ? List.of() : stated;
    resolutions.forEach(each -> {
      if (each.start() != null) {
        StatedTimes.check("resolutions.start", each.start());
      }
    });
    return resolutions;
  }

  private static Set<UUID> ids(List<Resolution> resolutions) {
    return resolutions.stream()
        .map(Resolution::appointmentId)
        .map(AppointmentId::value)
        .collect(Collectors.toSet());
  }
}
