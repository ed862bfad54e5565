package io.daysheet.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.access.TwoHospitals;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the trail has of an emergency, for those who review it.
@ServerTest
@Import(SettableClock.Configuration.class)
class EmergencyAuditIT {

  private static final String BORN = "1980-05-17";
  private static final String WHY = "Unconscious in the corridor, heart stopped";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private TwoHospitals world;
  private PatientId patient;
  private DoctorInNeed doctor;

  @BeforeEach
  void aDoctorAndAPatientOfTheOtherHospital() {
    world = TwoHospitals.in(jdbc);
    patient = world.foreign().patient();
    doctor = DoctorInNeed.of(world, port);
  }

  /// Neither number nor birth date is told to be the wrong one, and each try is there to review.
  @Test
  void aWrongPairIsNobodyAndTheAuditKnowsWhoTried() {
    Answer wrongDate = doctor.ask(doctor.mrn(patient), "1980-05-18", WHY);
    Answer noSuchNumber = doctor.ask("T-" + UUID.randomUUID(), BORN, WHY);

    assertThat(wrongDate.status()).isEqualTo(404);
    assertThat(wrongDate.code()).isEqualTo("not-found");
    assertThat(noSuchNumber.text()).isEqualTo(wrongDate.text());
    assertThat(doctor.api().get("/patients/" + patient).status()).isEqualTo(403);
    assertThat(doctor.trail())
        .filteredOn(entry -> entry.startsWith("emergency-access "))
        .containsExactly(
            "emergency-access refused not-found because " + WHY,
            "emergency-access refused not-found because " + WHY);
  }

  @Test
  void aRepeatedRequestBeginsNothingNew() {
    String key = UUID.randomUUID().toString();
    String mrn = doctor.mrn(patient);

    Answer first = doctor.ask(mrn, BORN, WHY, "Idempotency-Key", key);
    Answer second = doctor.ask(mrn, BORN, WHY, "Idempotency-Key", key);
    Answer other = doctor.ask(mrn, BORN, WHY + " again", "Idempotency-Key", key);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(other.code()).isEqualTo("key-reused");
    assertThat(doctor.trail())
        .filteredOn(entry -> entry.startsWith("emergency-access "))
        .containsExactly(
            "emergency-access done because " + WHY,
            "emergency-access repeated because " + WHY,
            "emergency-access refused key-reused");
  }

  /// Whatever is read of the patient says why, and nothing else does.
  @Test
  void theAuditHasTheReasonWithEachRead() {
    String visits = "/patients/" + patient + "/appointments";
    String id = doctor.begin(patient, BORN, WHY);
    doctor.api().get("/patients/" + patient);
    doctor.api().get("/patients?query=" + world.foreign().familyName());
    String visit = doctor.api().get(visits).json().at("/items/0/id").asString();
    doctor.api().get("/appointments/" + visit);
    doctor.api().get("/schedule?date=2030-05-20&hospital=" + world.foreign().hospital());
    doctor.api().get("/patients/" + world.own().patient());
    doctor.end(id);
    doctor.api().get("/patients/" + patient);

    assertThat(doctor.trail())
        .containsExactly(
            "emergency-access done because " + WHY,
            "patient-read done because " + WHY,
            "patients-searched done because " + WHY,
            "patient-visits-read done because " + WHY,
            "appointment-read done because " + WHY,
            "day-read done because " + WHY,
            "patient-read done",
            "emergency-access-ended done because " + WHY,
            "patient-read forbidden forbidden");
  }

  @Test
  void theEntryIsOfTheTransactionThatItTellsOf() {
    String id = doctor.begin(patient, BORN, WHY);

    assertThat(
            jdbc.sql(
                    """
                    select e.xid = a.xmin::text::bigint from audit_entry e
                    join emergency_access a on a.id = e.subject_id
                    where a.id = ?
                    """)
                .param(UUID.fromString(id))
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
