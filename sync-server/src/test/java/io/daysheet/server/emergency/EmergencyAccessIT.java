package io.daysheet.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.access.TwoHospitals;
import io.daysheet.server.access.TwoHospitals.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a doctor sees in an emergency, of whom, and until when.
@ServerTest
@Import(SettableClock.Configuration.class)
class EmergencyAccessIT {

  private static final String BORN = "1980-05-17";
  private static final String WHY = "Unconscious in the corridor, heart stopped";
  private static final Duration LASTS = Duration.ofHours(12);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;

  private TwoHospitals world;
  private Side foreign;
  private PatientId patient;
  private DoctorInNeed doctor;
  private Instant start;

  @BeforeEach
  void aDoctorAndAPatientOfTheOtherHospital() {
    world = TwoHospitals.in(jdbc);
    foreign = world.foreign();
    patient = foreign.patient();
    doctor = DoctorInNeed.of(world, port);
    start = clock.instant();
  }

  @AfterEach
  void asItWas() {
    clock.set(start);
  }

  /// Every place at which something of the patient is to be seen.
  private List<String> places(AppointmentId visit) {
    return List.of(
        "/patients/" + patient,
        "/patients?query=" + foreign.familyName(),
        "/patients/" + patient + "/appointments?limit=200",
        "/appointments/" + visit,
        "/schedule?date=2030-05-20&hospital=" + foreign.hospital());
  }

  private void assertSees(DoctorInNeed who, boolean seen) {
    for (String place : places(visit())) {
      Answer answer = who.api().get(place);
      if (seen) {
        assertThat(answer.status()).as(place).isEqualTo(200);
        assertThat(answer.text()).as(place).contains(foreign.familyName());
      } else {
        assertThat(answer.text()).as(place).doesNotContain(foreign.familyName());
      }
    }
  }

  private AppointmentId visit() {
    return new AppointmentId(
        jdbc.sql(
                """
                select id from appointment where patient_id = ? and hospital_id = ?
                order by created_at, id limit 1
                """)
            .params(patient.value(), foreign.hospital().value())
            .query(UUID.class)
            .single());
  }

  private int history() {
    return doctor.api().get("/appointments/" + visit() + "/history").status();
  }

  @Test
  void thePatientIsInSightEverywhereUntilItsTimeIsOver() {
    assertSees(doctor, false);

    Answer begun = doctor.ask(doctor.mrn(patient), BORN, WHY);

    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.json().get("patientId").asString()).isEqualTo(patient.toString());
    assertThat(begun.json().at("/patient/familyName").asString()).isEqualTo(foreign.familyName());
    assertThat(begun.json().get("until").asString()).isEqualTo(start.plus(LASTS).toString());
    assertThat(begun.text()).doesNotContain(WHY);
    assertThat(begun.header("Location")).endsWith("/" + begun.json().get("id").asString());
    assertSees(doctor, true);
    assertThat(history()).isEqualTo(200);
    assertThat(doctor.api().get("/emergency-access").json().at("/items/0")).isEqualTo(begun.json());

    clock.set(start.plus(LASTS).minusSeconds(1));
    assertSees(doctor, true);
    clock.set(start.plus(LASTS));
    assertSees(doctor, false);
    assertThat(doctor.api().get("/patients/" + patient).status()).isEqualTo(403);
    assertThat(history()).isEqualTo(403);
    assertThat(doctor.api().get("/emergency-access").json().get("items")).isEmpty();
  }

  @Test
  void itIsOneDoctorsAndEndsWhenTheySaySo() {
    DoctorInNeed other = DoctorInNeed.of(world, port);
    String id = doctor.begin(patient, BORN, WHY);

    assertSees(other, false);
    assertThat(other.api().get("/emergency-access").json().get("items")).isEmpty();
    assertThat(other.api().send("DELETE", "/emergency-access/" + id, null).status()).isEqualTo(403);
    assertThat(doctor.api().send("DELETE", "/emergency-access/" + UUID.randomUUID(), null).status())
        .isEqualTo(403);
    assertSees(doctor, true);

    doctor.end(id);
    assertSees(doctor, false);
    doctor.end(id);
    assertThat(doctor.trail())
        .filteredOn(entry -> entry.startsWith("emergency-access-ended done"))
        .hasSize(1);
  }

  /// The day of a hospital shows that patient's visits with the doctors whose they are, and of
  /// these doctors nothing else.
  @Test
  void nobodyElseComesIntoSight() {
    String day = foreign.nextDay();
    PatientId neighbour = world.clinic().patient("Otto", "Nachbar", "1971-01-01");
    var times = foreign.availability(day);
    world.clinic().appointment(times, patient, day + "T10:00+02:00", day + "T11:00+02:00");
    world.clinic().appointment(times, neighbour, day + "T11:00+02:00", day + "T12:00+02:00");
    foreign.hold(
        world
            .clinic()
            .availability(
                foreign.hospital(), foreign.doctor(), day + "T13:00+02:00", day + "T14:00+02:00"),
        "receptionist");
    doctor.begin(patient, BORN, WHY);

    Answer seen = doctor.api().get("/schedule?date=" + day + "&hospital=" + foreign.hospital());

    assertThat(seen.json().get("appointments")).hasSize(1);
    assertThat(seen.json().get("availabilities")).isEmpty();
    assertThat(seen.json().get("holds")).isEmpty();
    assertThat(seen.text())
        .contains(foreign.familyName(), "Dr. South")
        .doesNotContain("Nachbar", neighbour.toString());
    assertThat(doctor.api().get("/patients/" + neighbour).status()).isEqualTo(403);
    assertThat(doctor.api().get("/patients?query=Nachbar").json().get("items")).isEmpty();
    assertThat(
            doctor
                .api()
                .get(
                    "/schedule?date=%s&hospital=%s&doctor=%s"
                        .formatted(day, foreign.hospital(), foreign.doctor()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void aReasonSaysSomethingAndFits() {
    String mrn = doctor.mrn(patient);

    assertThat(doctor.ask(mrn, BORN, "...............").violations())
        .containsExactly("reason-too-short");
    assertThat(doctor.ask(mrn, BORN, "wants to 1").violations())
        .containsExactly("reason-too-short");
    assertThat(doctor.ask(mrn, BORN, "x".repeat(501)).violations()).containsExactly("too-long");
    assertThat(doctor.ask(mrn, BORN, " ").status()).isEqualTo(400);
    assertSees(doctor, false);
  }

  /// Who begins anew says anew why; to end it is to end both.
  @Test
  void theLastOneToAPatientIsTheOneThatCounts() {
    doctor.begin(patient, BORN, WHY);
    clock.set(start.plusSeconds(3_600));
    String second = doctor.begin(patient, BORN, "Second arrest in the lift");

    assertThat(doctor.api().get("/emergency-access").json().get("items")).hasSize(1);
    doctor.api().get("/patients/" + patient);
    assertThat(doctor.trail()).contains("patient-read done because Second arrest in the lift");
    doctor.end(second);
    assertSees(doctor, false);
  }
}
