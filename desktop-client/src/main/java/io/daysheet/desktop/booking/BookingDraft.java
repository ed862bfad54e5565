package io.daysheet.desktop.booking;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.BookAppointment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the form is about to book.
///
/// @param room null: any free one, or none is needed
/// @param hold by which the slot is kept for it; null if it is not
record BookingDraft(
    Hospital hospital,
    BookingSlot slot,
    Patient patient,
    AppointmentType type,
    String reason,
    String notes,
    @Nullable RoomId room,
    @Nullable HoldId hold) {

  BookAppointment command() {
    return new BookAppointment(
        hospital.id(),
        slot.doctor().id(),
        patient.id(),
        slot.start().atZone(hospital.timeZone()).toOffsetDateTime(),
        null,
        type.code(),
        orNull(reason),
        orNull(notes),
        room,
        hold);
  }

  /// As the board shows it until the answer is there, under an id of the desk's own.
  Appointment expected() {
    return new Appointment(
        new AppointmentId(UUID.randomUUID()),
        hospital.id(),
        slot.doctor().id(),
        patient.id(),
        patient.summary(),
        slot.start(),
        slot.start().plus(type.length()),
        type.code(),
        AppointmentStatus.SCHEDULED,
        orNull(reason),
        orNull(notes),
        room,
        null,
        List.of(),
        0);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
