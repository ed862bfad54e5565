package io.daysheet.server.records;

import io.daysheet.hospital.RoomId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.server.web.IfMatch;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.KeepRoom;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/rooms`, as administrators write them.
@RestController
@RequestMapping("/api/v1/rooms")
class RoomWritesController {

  private final RoomWrites writes;

  RoomWritesController(RoomWrites writes) {
    this.writes = writes;
  }

  @Audited(value = AuditAction.ROOM_CREATED, byItself = true)
  @PostMapping
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> create(@RequestBody KeepRoom request, Caller caller, IdempotencyKey key) {
    return writes.create(request, caller, key).toResponse();
  }

  @Audited(value = AuditAction.ROOM_CHANGED, byItself = true)
  @PutMapping("/{id}")
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> change(
      @PathVariable RoomId id,
      @RequestBody KeepRoom request,
      IfMatch seen,
      Caller caller,
      IdempotencyKey key) {
    return writes.change(id, request, seen, caller, key).toResponse();
  }

  @Audited(value = AuditAction.ROOM_REMOVED, byItself = true)
  @DeleteMapping("/{id}")
  @Needs(Right.MANAGE_HOSPITALS)
  ResponseEntity<Object> remove(
      @PathVariable RoomId id, IfMatch seen, Caller caller, IdempotencyKey key) {
    return writes.remove(id, seen, caller, key).toResponse();
  }
}
