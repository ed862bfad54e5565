package io.daysheet.server.slots;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Slot;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.slots.MovedVisits.MovedVisit;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.InZone;
import io.daysheet.wire.Page;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/slots`: at which times a doctor can be booked. A slot is computed, never stored: booking one
/// is `POST /appointments` with its start, and cancelling the visit makes it available again.
@RestController
class SlotController {

  /// More than the year that can usually be booked; who looks further asks again.
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final FreeSlots slots;
  private final MovedVisits visits;

  SlotController(Hospitals hospitals, Doctors doctors, FreeSlots slots, MovedVisits visits) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.slots = slots;
    this.visits = visits;
  }

  /// @param from the first start, and `to` where the starts end: times with offset, or the
  ///   hospital's dates, of which the last is included
  /// @param status `available` (the usual), or `all`: also what is booked and held
  /// @param visit one that is to be moved: it is not in its own way, its patient's others are
  @NotAudited("Free times are nobody's record, and what takes one is told by its number only")
  @GetMapping("/api/v1/slots")
  @Needs(Right.SEE_FREE_TIMES)
  InZone<Page<Slot>> list(
      @RequestParam DoctorId doctor,
      @RequestParam HospitalId hospital,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam String type,
      @RequestParam(required = false, defaultValue = "available") String status,
      @RequestParam(required = false) @Nullable AppointmentId visit,
      Caller caller) {
    Hospital where = hospitals.find(hospital).orElseThrow(() -> RequestRefused.unknown("hospital"));
    Doctor who = doctors.find(doctor).orElseThrow(() -> RequestRefused.unknown("doctor"));
    AppointmentType kind =
        where
            .policy()
            .type(type)
            .orElseThrow(() -> RequestRefused.invalid("type", Expected.KNOWN_WORD));
    @Nullable MovedVisit moved = visit == null ? null : moved(visit, caller);
    var question =
        new SlotQuestion(
            where,
            who,
            kind,
            during(from, to, where.timeZone()),
            caller.account().id(),
            moved == null ? caller.sightIfAny(Right.BOOK).onlyPatient() : moved.patientId(),
            visit);
    return new InZone<>(where.timeZone(), new Page<>(answer(question, status, caller), null));
  }

  private MovedVisit moved(AppointmentId id, Caller caller) {
    Sight sight = caller.sightIfAny(Right.BOOK);
    MovedVisit visit = visits.find(id).orElseThrow(sight::missing);
    sight.require(sight.sees(visit.hospitalId(), visit.doctorId(), visit.patientId()));
    return visit;
  }

  private List<Slot> answer(SlotQuestion question, String status, Caller caller) {
    return switch (status) {
      case "available" ->
          question.type().selfService() || caller.reach(Right.BOOK) != Reach.OWN_RECORD
              ? slots.available(question)
              : List.of();
      case "all" -> {
        Sight sight = caller.sight(Right.SEE_DAY);
        sight.require(sight.sees(question.hospital().id(), question.doctor().id()));
        yield slots.all(question, sight);
      }
      default -> throw RequestRefused.invalid("status", Expected.KNOWN_WORD);
    };
  }

  private static TimeRange during(String from, String to, ZoneId zone) {
    var start = AskedTime.from(from, zone);
    var end = AskedTime.until(to, zone);
    if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw RequestRefused.invalid("to", Expected.END_OF_PERIOD);
    }
    return new TimeRange(start, end);
  }
}
