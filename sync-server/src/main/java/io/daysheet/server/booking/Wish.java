package io.daysheet.server.booking;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.RoomId;
import io.daysheet.patient.Patient;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.WrongDuration;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.access.Sight;
import io.daysheet.time.StatedTime;
import io.daysheet.wire.BookAppointment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a request asks for, with everything that it names found.
///
/// @param frame refusals of the request that are no rule about times: texts, and an end that is no
///   end
record Wish(
    BookAppointment request, ProposedBooking proposed, Patient patient, List<Violation> frame) {

  /// Longer than any visit; a stated end beyond it would have the rules count days for nothing.
  private static final Duration LONGEST = Duration.ofDays(2);

  static Wish of(BookAppointment request, ProposedBooking ofTheTypesLength, Patient patient) {
    Duration stated = stated(request, ofTheTypesLength);
    boolean possible = stated.isPositive() && stated.compareTo(LONGEST) <= 0;
    Stream<Violation> end =
        possible
            ? Stream.empty()
            : Stream.of(
                new WrongDuration(
                    request.type(), stated.toMinutes(), ofTheTypesLength.type().minutes()));
    return new Wish(
        request,
        new ProposedBooking(
            ofTheTypesLength.hospital(),
            ofTheTypesLength.doctor(),
            patient,
            ofTheTypesLength.at(),
            possible ? stated : ofTheTypesLength.length(),
            ofTheTypesLength.type(),
            request.roomId()),
        patient,
        Stream.of(
                TextRules.check("reason", request.reason(), TextRules.REASON),
                TextRules.check("notes", request.notes(), TextRules.NOTES),
                end)
            .flatMap(violations -> violations)
            .toList());
  }

  private static Duration stated(BookAppointment request, ProposedBooking ofTheTypesLength) {
    return request.end() == null
        ? ofTheTypesLength.length()
        : Duration.between(ofTheTypesLength.start(), request.end().toInstant());
  }

  static StatedTime start(BookAppointment request, Hospital hospital) {
    return StatedTime.of(request.start(), hospital.timeZone());
  }

  Hospital hospital() {
    return proposed.hospital();
  }

  /// What can be refused without looking into the schedule.
  List<Violation> refusals(Sight sight, Instant now) {
    return Stream.of(
            frame.stream(),
            sight.onlyPatient() == null
                ? Stream.<Violation>empty()
                : BookingRules.selfService(proposed.type()),
            BookingRules.checkRequest(proposed, now).stream())
        .flatMap(violations -> violations)
        .toList();
  }

  /// The visit as it will be, if it is booked.
  Appointment visit(@Nullable RoomId room) {
    return new Appointment(
        new AppointmentId(UUID.randomUUID()),
        hospital().id(),
        proposed.doctor().id(),
        patient.id(),
        patient.summary(),
        proposed.during().start(),
        proposed.during().end(),
        proposed.type().code(),
        AppointmentStatus.SCHEDULED,
        request.reason(),
        request.notes(),
        room,
        null,
        List.of(),
        1);
  }
}
