package io.daysheet.server.records;

import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.RoomInUse;
import io.daysheet.rule.Violation.RoomNameTaken;
import io.daysheet.server.access.Caller;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.hospital.Rooms;
import io.daysheet.server.idempotency.FirstAnswers;
import io.daysheet.server.idempotency.Locks;
import io.daysheet.server.idempotency.RequestHash;
import io.daysheet.server.idempotency.StoredAnswer;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.Change.HospitalChanged;
import io.daysheet.wire.KeepRoom;
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

/// Makes, changes and removes a hospital's rooms, once per key. Visits that are booked into one
/// that is put out of service stay there; nobody is booked into it from then on.
@Component
class RoomWrites {

  private static final String PLACE = "/api/v1/rooms/";
  private static final StoredAnswer REMOVED = new StoredAnswer(204, null, null, null);

  private final Rooms rooms;
  private final Hospitals hospitals;
  private final FirstAnswers answers;
  private final RequestHash hash;
  private final Audit audit;
  private final News news;
  private final JsonMapper json;
  private final InstantSource clock;

  RoomWrites(
      Rooms rooms,
      Hospitals hospitals,
      FirstAnswers answers,
      RequestHash hash,
      Audit audit,
      News news,
      JsonMapper json,
      InstantSource clock) {
    this.rooms = rooms;
    this.hospitals = hospitals;
    this.answers = answers;
    this.hash = hash;
    this.audit = audit;
    this.news = news;
    this.json = json;
    this.clock = clock;
  }

  StoredAnswer create(KeepRoom request, Caller caller, IdempotencyKey key) {
    boolean isSomewhere = hospitals.find(request.hospitalId()).isPresent();
    Refusing.refuse(
        Refusing.unaddressed(request.id(), request.version()),
        Refusing.check(isSomewhere, "hospitalId", Expected.EXISTING_ID),
        request.violations().stream());
    return withName(
        request,
        () ->
            answers.once(
                key,
                hash.of("POST /rooms", request),
                () -> insert(request.room(new RoomId(UUID.randomUUID()), true, 1), caller),
                first -> repeated(AuditAction.ROOM_CREATED, made(first), request, caller)));
  }

  private StoredAnswer insert(Room room, Caller caller) {
    rooms.add(room);
    wrote(AuditAction.ROOM_CREATED, room, caller);
    return answer(201, room, PLACE + room.id());
  }

  StoredAnswer change(
      RoomId id, KeepRoom request, IfMatch seen, Caller caller, IdempotencyKey key) {
    Refusing.refuse(
        Refusing.addressed(request.id(), id, request.version(), seen),
        request.violations().stream());
    return withName(
        request,
        () ->
            answers.once(
                key,
                Locks.of(id),
                hash.of("PUT /rooms/" + id + " " + seen.version(), request),
                () -> update(id, request, seen, caller),
                _ -> repeated(AuditAction.ROOM_CHANGED, id, request, caller)));
  }

  private StoredAnswer update(RoomId id, KeepRoom request, IfMatch seen, Caller caller) {
    Room before = present(id, seen);
    Refusing.refuse(Refusing.addressed("hospitalId", request.hospitalId(), before.hospitalId()));
    Room after = request.room(id, before.active(), seen.version() + 1);
    rooms.change(after);
    wrote(AuditAction.ROOM_CHANGED, after, caller);
    return answer(200, after, null);
  }

  /// Only one in which nobody was ever: it would be missing in the visits.
  StoredAnswer remove(RoomId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return answers.once(
        key,
        Locks.of(id),
        hash.of("DELETE /rooms/" + id + " " + seen.version(), ""),
        () -> delete(id, seen, caller),
        _ ->
            audit.write(
                Who.of(caller),
                Deed.repeated(AuditAction.ROOM_REMOVED, id.value(), null, List.of())));
  }

  private StoredAnswer delete(RoomId id, IfMatch seen, Caller caller) {
    Room room = present(id, seen);
    long visits = rooms.visits(id);
    if (visits > 0) {
      throw Refusing.because(new RoomInUse(id, visits));
    }
    rooms.remove(id);
    wrote(AuditAction.ROOM_REMOVED, room, caller);
    return REMOVED;
  }

  /// Whoever else writes it waits.
  private Room present(RoomId id, IfMatch seen) {
    Room room = rooms.find(id).orElseThrow(RequestRefused::notFound);
    if (room.version() != seen.version()) {
      throw Refusing.stale(seen, room.version(), room);
    }
    return room;
  }

  /// The database decides on who has the name; which one it is, is looked up when it has.
  private StoredAnswer withName(KeepRoom request, Supplier<StoredAnswer> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException taken) {
      Room other = rooms.find(request.hospitalId(), request.name()).orElseThrow(() -> taken);
      throw Refusing.because(new RoomNameTaken(other.id()));
    }
  }

  private StoredAnswer answer(int status, Room room, @Nullable String location) {
    return new StoredAnswer(
        status, json.writeValueAsString(room), Answers.eTag(room.version()), location);
  }

  private static RoomId made(StoredAnswer first) {
    return RoomId.parse(Objects.requireNonNull(first.location()).substring(PLACE.length()));
  }

  /// Last in its transaction: each desk of the hospital loads its day anew.
  private void wrote(AuditAction action, Room room, Caller caller) {
    HospitalId hospital = room.hospitalId();
    audit.write(Who.of(caller), Deed.done(action, room.id().value(), hospital, List.of()));
    Instant now = clock.instant();
    String by = caller.account().name();
    int version = hospitals.present(hospital).orElseThrow().version();
    news.tell(
        hospital,
        new News.Item(
            "hospital-changed",
            hospital.value(),
            null,
            version,
            now,
            by,
            sequence -> new HospitalChanged(sequence, now, by, hospital, version)));
  }

  private void repeated(AuditAction action, RoomId id, KeepRoom request, Caller caller) {
    audit.write(Who.of(caller), Deed.repeated(action, id.value(), request.hospitalId(), List.of()));
  }
}
