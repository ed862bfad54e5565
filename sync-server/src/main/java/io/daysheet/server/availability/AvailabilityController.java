package io.daysheet.server.availability;

import io.daysheet.identity.Right;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.IdempotencyKey;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.InZone;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/availabilities`.
@RestController
@RequestMapping("/api/v1/availabilities")
class AvailabilityController {

  private final Opening opening;
  private final AvailabilityRows rows;
  private final Hospitals hospitals;

  AvailabilityController(Opening opening, AvailabilityRows rows, Hospitals hospitals) {
    this.opening = opening;
    this.rows = rows;
    this.hospitals = hospitals;
  }

  @NotAudited("A doctor's time is nobody's record")
  @GetMapping("/{id}")
  @Needs(Right.SEE_DAY)
  ResponseEntity<Object> find(@PathVariable AvailabilityId id, Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    Availability found = rows.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(found));
    return Answers.found(
        found.version(),
        new InZone<>(hospitals.find(found.hospitalId()).orElseThrow().timeZone(), found));
  }

  @Audited(value = AuditAction.AVAILABILITY_CREATED, byItself = true)
  @PostMapping
  @Needs(Right.OPEN_TIME)
  ResponseEntity<Object> open(
      @RequestBody CreateAvailability request, Caller caller, IdempotencyKey key) {
    return opening.open(request, caller, key).toResponse();
  }
}
