package io.daysheet.server.stream;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// News of somebody's visit, for those who only ask about whom it is.
final class Bookings {

  private Bookings() {}

  static Change booked(long sequence, PatientId patient) {
    return new Change.AppointmentBooked(
        sequence,
        Instant.EPOCH,
        null,
        new Appointment(
            new AppointmentId(new UUID(0, 4)),
            new HospitalId(new UUID(0, 2)),
            new DoctorId(new UUID(0, 3)),
            patient,
            new PatientSummary("Zofia", "Test", LocalDate.EPOCH),
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(3600),
            "FOLLOW_UP",
            AppointmentStatus.SCHEDULED,
            null,
            null,
            null,
            null,
            List.of(),
            1));
  }
}
