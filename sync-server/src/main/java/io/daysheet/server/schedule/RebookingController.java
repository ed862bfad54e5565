package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.schedule.Alternative;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.slots.Alternatives;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AttentionCount;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import io.daysheet.wire.VisitToRebook;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/rebooking`: the visits of one hospital that somebody should move, cancel, or let be.
@RestController
class RebookingController {

  private final Hospitals hospitals;
  private final Rebooking rebooking;
  private final Alternatives alternatives;
  private final InstantSource clock;

  RebookingController(
      Hospitals hospitals, Rebooking rebooking, Alternatives alternatives, InstantSource clock) {
    this.hospitals = hospitals;
    this.rebooking = rebooking;
    this.alternatives = alternatives;
    this.clock = clock;
  }

  @Audited(AuditAction.REBOOKING_READ)
  @GetMapping("/api/v1/rebooking")
  @Needs(Right.SEE_DAY)
  InZone<Page<VisitToRebook>> list(
      @RequestParam HospitalId hospital, Paging paging, Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    sight.require(sight.sees(hospital));
    Hospital found = hospitals.find(hospital).orElseThrow(() -> RequestRefused.unknown("hospital"));
    Page<Rebooking.Place> page =
        paging.page(
            rebooking.places(
                hospital, clock.instant(), sight, paging.limit() + 1, VisitCursor.read(paging)),
            place -> VisitCursor.of(place.start(), place.id()));
    return new InZone<>(
        found.timeZone(),
        new Page<>(proposed(found, rebooking.read(page.items()), sight), page.next()));
  }

  /// A doctor moves visits within the own calendar only.
  private List<VisitToRebook> proposed(Hospital hospital, List<Appointment> visits, Sight sight) {
    List<List<Alternative>> proposed =
        alternatives.of(hospital, visits, sight.onlyDoctor() == null);
    return IntStream.range(0, visits.size())
        .mapToObj(i -> new VisitToRebook(visits.get(i), proposed.get(i)))
        .toList();
  }

  /// For those who change what visits rest on and see none of them.
  @NotAudited("A number, which names nobody")
  @GetMapping("/api/v1/rebooking/count")
  @Needs(Right.MANAGE_HOSPITALS)
  AttentionCount count(
      @RequestParam HospitalId hospital,
      @RequestParam(required = false, defaultValue = "") List<DoctorId> doctor) {
    if (hospitals.find(hospital).isEmpty()) {
      throw RequestRefused.unknown("hospital");
    }
    return new AttentionCount(rebooking.count(hospital, clock.instant(), doctor));
  }
}
