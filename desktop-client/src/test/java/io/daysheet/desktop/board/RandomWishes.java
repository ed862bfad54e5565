package io.daysheet.desktop.board;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// What desks may want at random, of a clinic's two dates.
final class RandomWishes {

  private final Random random;
  private int ids;

  RandomWishes(Random random) {
    this.random = random;
  }

  AppointmentStep anyStep() {
    AppointmentStep[] steps = AppointmentStep.values();
    return steps[random.nextInt(steps.length)];
  }

  RescheduleAppointment move() {
    return new RescheduleAppointment(
        hour(9 + random.nextInt(10)), random.nextBoolean() ? doctor() : null, null, null, null);
  }

  PlaceHold hold() {
    return new PlaceHold(Clinic.ID, doctor(), hour(9 + random.nextInt(10)), "FOLLOW_UP");
  }

  <T> Optional<T> any(List<T> things) {
    return things.isEmpty()
        ? Optional.empty()
        : Optional.of(things.get(random.nextInt(things.size())));
  }

  CreateAvailability range() {
    OffsetDateTime start = hour(9 + random.nextInt(8));
    return new CreateAvailability(
        Clinic.ID, doctor(), start, start.plusHours(1 + random.nextInt(3)));
  }

  BookAppointment booking() {
    return new BookAppointment(
        Clinic.ID,
        doctor(),
        new PatientId(new UUID(5, random.nextInt(6))),
        hour(9 + random.nextInt(10)),
        null,
        "FOLLOW_UP",
        "reason " + ids++,
        null,
        null,
        null);
  }

  DoctorId doctor() {
    return Clinic.DOCTORS.get(random.nextInt(Clinic.DOCTORS.size())).id();
  }

  OffsetDateTime hour(int hour) {
    return Clinic.at(Clinic.DATE.plusDays(random.nextInt(5) == 0 ? 1 : 0), 0)
        .plus(Duration.ofHours(hour))
        .atZone(Clinic.ZONE)
        .toOffsetDateTime();
  }

  Availability expected(CreateAvailability c) {
    return new Availability(
        new AvailabilityId(new UUID(9, ids++)),
        c.hospitalId(),
        c.doctorId(),
        c.start().toInstant(),
        c.end().toInstant(),
        null,
        0);
  }

  Appointment expected(BookAppointment c) {
    Appointment like = Clinic.visit(0, Clinic.HADDAD, 9, 1);
    return new Appointment(
        new AppointmentId(new UUID(9, ids++)),
        c.hospitalId(),
        c.doctorId(),
        c.patientId(),
        like.patient(),
        c.start().toInstant(),
        c.start().toInstant().plusSeconds(3600),
        c.type(),
        like.status(),
        c.reason(),
        null,
        null,
        null,
        List.of(),
        0);
  }

  Appointment expected(Appointment visit, RescheduleAppointment command) {
    return visit.movedTo(
        Objects.requireNonNullElse(command.doctorId(), visit.doctorId()),
        hourFrom(command.start()),
        null);
  }

  private static TimeRange hourFrom(OffsetDateTime start) {
    return new TimeRange(start.toInstant(), start.toInstant().plusSeconds(3600));
  }

  TimeRange absence() {
    return new TimeRange(hour(10).toInstant(), hour(36).toInstant());
  }
}
