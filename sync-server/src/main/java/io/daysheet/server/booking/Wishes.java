package io.daysheet.server.booking;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.web.Problems;
import io.daysheet.server.web.RequestRefused;
import io.daysheet.server.web.StatedTimes;
import io.daysheet.time.StatedTime;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.RescheduleAppointment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds what a request names.
@Component
class Wishes {

  private final Hospitals hospitals;
  private final Doctors doctors;
  private final KnownPatients patients;

  Wishes(Hospitals hospitals, Doctors doctors, KnownPatients patients) {
    this.hospitals = hospitals;
    this.doctors = doctors;
    this.patients = patients;
  }

  /// Refuses names of nothing, all of them at once.
  Wish of(BookAppointment request) {
    StatedTimes.check("start", request.start());
    if (request.end() != null) {
      StatedTimes.check("end", request.end());
    }
    Optional<Hospital> hospital = hospitals.find(request.hospitalId());
    Optional<Doctor> doctor = doctors.find(request.doctorId());
    Optional<Patient> patient = patients.find(request.patientId());
    Optional<AppointmentType> type = hospital.flatMap(h -> h.policy().type(request.type()));
    if (hospital.isEmpty() || doctor.isEmpty() || patient.isEmpty() || type.isEmpty()) {
      List<Violation> unknown = new ArrayList<>();
      addUnless(hospital.isPresent(), "hospitalId", Expected.EXISTING_ID, unknown);
      addUnless(doctor.isPresent(), "doctorId", Expected.EXISTING_ID, unknown);
      addUnless(patient.isPresent(), "patientId", Expected.EXISTING_ID, unknown);
      addUnless(hospital.isEmpty() || type.isPresent(), "type", Expected.KNOWN_WORD, unknown);
      throw new RequestRefused(Problems.refused(unknown));
    }
    return Wish.of(
        request,
        ProposedBooking.of(
            hospital.get(),
            doctor.get(),
            patient.get(),
            Wish.start(request, hospital.get()),
            type.get()),
        patient.get());
  }

  /// Where a visit is to be moved. Refuses a doctor who does not exist.
  Place of(VisitLook look, DoctorId doctor, RescheduleAppointment request) {
    Doctor found = doctors.find(doctor).orElseThrow(() -> RequestRefused.unknown("doctorId"));
    Patient patient = patients.find(look.visit().patientId()).orElseThrow();
    StatedTime start = StatedTime.of(request.start(), look.hospital().timeZone());
    AppointmentType type = look.type();
    return new Place(
        new ProposedBooking(
            look.hospital(), found, patient, start, type.length(), type, request.roomId()),
        patient,
        request.holdId());
  }

  /// Where a visit is that takes its own time again.
  Place of(VisitLook look) {
    Appointment visit = look.visit();
    Patient patient = patients.find(visit.patientId()).orElseThrow();
    return new Place(
        new ProposedBooking(
            look.hospital(),
            doctors.find(visit.doctorId()).orElseThrow(),
            patient,
            StatedTime.of(visit.start()),
            visit.during().length(),
            look.type(),
            null),
        patient,
        null);
  }

  /// Another node may have changed what is kept in memory here.
  void refresh() {
    hospitals.refresh();
    doctors.refresh();
    patients.refresh();
  }

  private static void addUnless(
      boolean known, String field, Expected expected, List<Violation> unknown) {
    if (!known) {
      unknown.add(new InvalidValue(field, expected));
    }
  }
}
