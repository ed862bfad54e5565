package io.daysheet.desktop.board;

import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;

/// An appointment as the board shows it. While it is [WriteState#SAVING] its id is the desk's own
/// and its version 0.
public record BoardAppointment(Appointment appointment, WriteState state) {

  public AppointmentId id() {
    return appointment.id();
  }
}
