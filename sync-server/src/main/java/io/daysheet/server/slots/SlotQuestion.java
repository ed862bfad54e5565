package io.daysheet.server.slots;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.time.TimeRange;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// At which times a doctor can be booked, for one kind of visit.
///
/// @param during the starts that are asked for, `[from, to)`
/// @param asking whose own holds are not in the way
/// @param patient whose other visits are: who asks for themselves, or whose visit is to be moved;
///   null: nobody's
/// @param moved the visit that is to be moved, which is not in its own way; null: none
record SlotQuestion(
    Hospital hospital,
    Doctor doctor,
    AppointmentType type,
    TimeRange during,
    AccountId asking,
    @Nullable PatientId patient,
    @Nullable AppointmentId moved) {

  /// The hospital's dates on which such a start can lie.
  Stream<LocalDate> dates() {
    LocalDate first = hospital.dateAt(during.start());
    LocalDate last = hospital.dateAt(during.end().minusNanos(1));
    return first.datesUntil(last.plusDays(1));
  }

  /// What can be in the way of such a start: a visit of the last one ends later, and its buffer.
  TimeRange surroundings() {
    var zone = hospital.timeZone();
    return new TimeRange(
        hospital.dateAt(during.start()).atStartOfDay(zone).toInstant(),
        hospital
            .dateAt(during.end())
            .plusDays(1)
            .atStartOfDay(zone)
            .toInstant()
            .plus(type.length())
            .plus(type.buffer()));
  }
}
