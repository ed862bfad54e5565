package io.daysheet.server.timeoff;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// In which offset a doctor's time off is told, which belongs to no hospital: in that of the first
/// at which the doctor works.
@Component
class TimeOffZone {

  private final Doctors doctors;
  private final Hospitals hospitals;

  TimeOffZone(Doctors doctors, Hospitals hospitals) {
    this.doctors = doctors;
    this.hospitals = hospitals;
  }

  ZoneId of(DoctorId id) {
    return doctors.find(id).map(Doctor::hospitals).stream()
        .flatMap(ids -> ids.stream().flatMap(each -> hospitals.find(each).stream()))
        .findFirst()
        .map(Hospital::timeZone)
        .orElse(ZoneOffset.UTC);
  }
}
