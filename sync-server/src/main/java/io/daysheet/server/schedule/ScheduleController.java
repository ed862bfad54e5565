package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Needs;
import io.daysheet.server.access.Sight;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.InZone;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/schedule`: one day of one hospital, in its own offset.
@RestController
class ScheduleController {

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final Days days;

  ScheduleController(Hospitals hospitals, Doctors doctors, Days days) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.days = days;
  }

  @Audited(AuditAction.DAY_READ)
  @GetMapping("/api/v1/schedule")
  @Needs(Right.SEE_DAY)
  InZone<DaySchedule> day(
      @RequestParam HospitalId hospital,
      @RequestParam LocalDate date,
      @RequestParam(required = false, defaultValue = "") List<DoctorId> doctor,
      Caller caller) {
    Sight sight = caller.sight(Right.SEE_DAY);
    sight.require(sight.sees(hospital));
    Hospital found = hospitals.find(hospital).orElseThrow(() -> RequestRefused.unknown("hospital"));
    for (DoctorId each : doctor) {
      if (doctors.find(each).isEmpty()) {
        throw RequestRefused.unknown("doctor");
      }
    }
    return new InZone<>(
        found.timeZone(),
        days.of(
            found,
            date,
            sight.narrowed(doctor),
            doctor.isEmpty() ? sight.emergencies() : List.of()));
  }
}
