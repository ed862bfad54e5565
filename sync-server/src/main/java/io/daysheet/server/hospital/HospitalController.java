package io.daysheet.server.hospital;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import io.daysheet.server.access.Needs;
import io.daysheet.server.audit.NotAudited;
import io.daysheet.server.web.Answers;
import io.daysheet.server.web.Paging;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.wire.Page;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/hospitals`.
@RestController
@RequestMapping("/api/v1/hospitals")
class HospitalController {

  private final HospitalRows rows;

  HospitalController(HospitalRows rows) {
    this.rows = rows;
  }

  @NotAudited("The directory names no patient")
  @GetMapping
  @Needs(Right.SEE_DIRECTORY)
  Page<Hospital> list(Paging paging) {
    return paging.page(
        rows.list(paging.limit() + 1, paging.after(2)),
        hospital -> List.of(hospital.name(), hospital.id().toString()));
  }

  @NotAudited("The directory names no patient")
  @GetMapping("/{id}")
  @Needs(Right.SEE_DIRECTORY)
  ResponseEntity<Object> find(@PathVariable HospitalId id) {
    Hospital hospital = rows.find(id).orElseThrow(RequestRefused::notFound);
    return Answers.found(hospital.version(), hospital);
  }
}
