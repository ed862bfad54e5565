package io.daysheet.server.doctor;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.doctor.DoctorRows.DoctorFilter;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/doctors`.
@RestController
@RequestMapping("/api/v1/doctors")
class DoctorController {

  private final DoctorRows rows;
  private final Hospitals hospitals;

  DoctorController(DoctorRows rows, Hospitals hospitals) {
    this.rows = rows;
    this.hospitals = hospitals;
  }

  @NotAudited("The directory names no patient")
  @GetMapping
  @Needs(Right.SEE_DIRECTORY)
  Page<Doctor> list(
      @RequestParam(required = false) @Nullable HospitalId hospital,
      @RequestParam(required = false) @Nullable String specialty,
      @RequestParam(required = false) @Nullable String query,
      Paging paging) {
    if (hospital != null && hospitals.find(hospital).isEmpty()) {
      throw RequestRefused.unknown("hospital");
    }
    return paging.page(
        rows.list(
            new DoctorFilter(hospital, specialty, query), paging.limit() + 1, paging.after(2)),
        doctor -> List.of(doctor.name(), doctor.id().toString()));
  }

  @NotAudited("The directory names no patient")
  @GetMapping("/{id}")
  @Needs(Right.SEE_DIRECTORY)
  ResponseEntity<Object> find(@PathVariable DoctorId id) {
    Doctor doctor = rows.find(id).orElseThrow(RequestRefused::notFound);
    return Answers.found(doctor.version(), doctor);
  }
}
