package io.daysheet.server.schedule;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/rebooking`: the visits of one hospital that somebody should move, cancel, or let be.
@RestController
class RebookingController {

  private final Hospitals hospitals;
  private final Rebooking rebooking;
  private final InstantSource clock;

  RebookingController(Hospitals hospitals, Rebooking rebooking, InstantSource clock) {
    this.hospitals = hospitals;
    this.rebooking = rebooking;
    this.clock = clock;
  }

  @Audited(AuditAction.REBOOKING_READ)
  @GetMapping("/api/v1/rebooking")
  @Needs(Right.SEE_DAY)
  InZone<Page<Appointment>> list(@RequestParam HospitalId hospital, Paging paging, Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    sight.require(sight.sees(hospital));
    Hospital found = hospitals.find(hospital).orElseThrow(() -> RequestRefused.unknown("hospital"));
    Page<Rebooking.Place> page =
        paging.page(
            rebooking.places(
                hospital, clock.instant(), sight, paging.limit() + 1, VisitCursor.read(paging)),
            place -> VisitCursor.of(place.start(), place.id()));
    return new InZone<>(found.timeZone(), new Page<>(rebooking.read(page.items()), page.next()));
  }
}
