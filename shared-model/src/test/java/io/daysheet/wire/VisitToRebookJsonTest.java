package io.daysheet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Alternative;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VisitToRebookJsonTest {

  private static final JsonMapper JSON = WireJson.mapper();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant TEN = Instant.parse("2026-03-19T09:00:00Z");
  private static final DoctorId DOCTOR = new DoctorId(new UUID(2, 2));
  private static final Appointment VISIT =
      new Appointment(
          new AppointmentId(new UUID(3, 3)),
          new HospitalId(new UUID(1, 1)),
          DOCTOR,
          new PatientId(new UUID(4, 4)),
          new PatientSummary("Zofia", "Kowalska", LocalDate.of(1987, 5, 14)),
          TEN,
          TEN.plusSeconds(3600),
          "FOLLOW_UP",
          AppointmentStatus.SCHEDULED,
          null,
          null,
          null,
          null,
          List.of("on-time-off"),
          1);

  @Test
  void aVisitToRebookHasTheVisitsFieldsBesideItsAlternatives() {
    var entry = new VisitToRebook(VISIT, List.of(new Alternative(DOCTOR, TEN)));

    String json = JSON.writeValueAsString(new InZone<>(BERLIN, entry));

    assertThat(json)
        .contains("\"start\":\"2026-03-19T10:00:00+01:00\"")
        .contains("\"alternatives\":[{\"doctorId\":")
        .doesNotContain("\"visit\"");
    assertThat(JSON.readValue(json, VisitToRebook.class)).isEqualTo(entry);
  }
}
