package io.daysheet.server.booking;

import io.daysheet.hospital.Hospital;
import io.daysheet.identity.Right;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.IfMatch;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds the visit that somebody wants to change, and sees whether they may.
@Component
class VisitLooks {

  private final AppointmentRows rows;
  private final Hospitals hospitals;
  private final Audit audit;
  private final InstantSource clock;

  VisitLooks(AppointmentRows rows, Hospitals hospitals, Audit audit, InstantSource clock) {
    this.rows = rows;
    this.hospitals = hospitals;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws RequestRefused if there is no such visit, if it is not theirs, or if it is another
  ///   version by now
  VisitLook at(AppointmentId id, IfMatch seen, Caller caller) {
    Sight sight = caller.sight(Right.BOOK);
    Appointment visit = rows.find(id).orElseThrow(sight::missing);
    // whoever may not look at it is not shown it by way of a refusal either
    Sight reader = caller.sight(Right.SEE_VISITS);
    sight.require(sight.sees(visit) && reader.sees(visit));
    Hospital hospital = hospitals.find(visit.hospitalId()).orElseThrow();
    if (seen.version() != visit.version()) {
      throw new RequestRefused(
          Problems.stale(seen.version(), visit.version(), visit), hospital.timeZone());
    }
    return new VisitLook(visit, hospital, caller, sight, reader, clock.instant());
  }

  /// Whether nobody has changed it since.
  boolean isStillSo(VisitLook look) {
    return rows.find(look.visit().id())
        .filter(visit -> visit.version() == look.visit().version())
        .isPresent();
  }

  /// Writes of an answer for which nothing was written: the first one again, or the visit as it is.
  VisitWrites.AnsweredOnly told(AppointmentId id, AuditAction action, Caller caller) {
    return isRepeated -> {
      Optional<Appointment> visit = rows.find(id);
      List<PatientId> whose = visit.map(Appointment::patientId).stream().toList();
      audit.write(
          Who.of(caller),
          isRepeated
              ? Deed.repeated(action, id.value(), null, whose)
              : Deed.done(
                  AuditAction.APPOINTMENT_READ,
                  id.value(),
                  visit.map(Appointment::hospitalId).orElse(null),
                  whose));
    };
  }
}
