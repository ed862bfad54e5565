package io.daysheet.bench;

import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A free hour of a doctor, and a patient who wants it.
record Slot(int doctor, UUID patient, OffsetDateTime start) {

  /// The request for it.
  String json() {
    return """
    {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"%s","type":"FOLLOW_UP",\
    "reason":"Blood pressure"}\
    """
        .formatted(
            Clinics.hospital(Clinics.hospitalOf(doctor)), Clinics.doctor(doctor), patient, start);
  }

  /// Hands out the hours of the loaded hospitals once each, now here, now there. Any thread.
  static final class Supply {

    private static final int ALL = Clinics.DOCTORS * (Clinics.DAYS - 1) * Clinics.HOURS;

    /// Shares no divisor with [#ALL], so that its multiples come by every hour once.
    private static final long STRIDE = 77_711;

    private final Clinics clinics;
    private final AtomicInteger next = new AtomicInteger();

    Supply(Clinics clinics) {
      this.clinics = clinics;
    }

    Slot take() {
      int turn = next.getAndIncrement();
      if (turn >= ALL) {
        throw new IllegalStateException("all " + ALL + " hours are booked");
      }
      int number = (int) (turn * STRIDE % ALL);
      int doctor = number % Clinics.DOCTORS;
      int hour = number / Clinics.DOCTORS;
      int day = 1 + hour / Clinics.HOURS;
      return new Slot(
          doctor, clinics.patient(doctor, day), clinics.start(day, hour % Clinics.HOURS));
    }
  }
}
