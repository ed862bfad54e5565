package io.daysheet.desktop;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.wire.BookAppointment;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// A cancelled visit that is booked once more at its old place: another visit with the same words,
/// since what was cancelled stays cancelled.
record BookedAgain(Appointment visit, ZoneId zone) {

  BookAppointment command() {
    return new BookAppointment(
        visit.hospitalId(),
        visit.doctorId(),
        visit.patientId(),
        visit.start().atZone(zone).toOffsetDateTime(),
        null,
        visit.type(),
        visit.reason(),
        visit.notes(),
        visit.roomId(),
        null);
  }

  /// As the board shows it until the answer is there, under an id of the desk's own.
  Appointment expected() {
    return new Appointment(
        new AppointmentId(UUID.randomUUID()),
        visit.hospitalId(),
        visit.doctorId(),
        visit.patientId(),
        visit.patient(),
        visit.start(),
        visit.end(),
        visit.type(),
        AppointmentStatus.SCHEDULED,
        visit.reason(),
        visit.notes(),
        visit.roomId(),
        null,
        List.of(),
        0);
  }
}
