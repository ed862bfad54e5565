package io.daysheet.server.records;

import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.wire.Change.AppointmentChanged;
import io.daysheet.wire.Change.PatientChanged;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What hospitals are told of a patient with visits there.
@Component
class PatientNews {

  private final Concerned concerned;
  private final News news;

  PatientNews(Concerned concerned, News news) {
    this.concerned = concerned;
    this.news = news;
  }

  /// In the order in which they are to be told.
  List<HospitalId> concerned(PatientId patient, Instant now) {
    return concerned.by(patient, now);
  }

  void tell(HospitalId hospital, Patient patient, Instant now, String by) {
    news.tell(
        hospital,
        new News.Item(
            "patient-changed",
            patient.id().value(),
            null,
            patient.version(),
            now,
            by,
            sequence ->
                new PatientChanged(
                    sequence, now, by, patient.id(), patient.summary(), patient.version())));
  }

  void tell(HospitalId hospital, Appointment visit, Instant now, String by) {
    news.tell(
        hospital,
        new News.Item(
            "appointment-changed",
            visit.id().value(),
            visit.doctorId(),
            visit.version(),
            now,
            by,
            sequence -> new AppointmentChanged(sequence, now, by, visit)));
  }
}
