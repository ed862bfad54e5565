package io.daysheet.server.records;

import static io.daysheet.server.records.Bodies.put;
import static io.daysheet.server.records.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.wire.WireJson;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// `POST` and `PUT /doctors`.
@ServerTest
@Import(SettableClock.Configuration.class)
class DoctorWritesIT {

  private static final String TEN = "2030-06-03T10:00:00+02:00";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api desk;
  private Api admin;
  private Clinic clinic;
  private HospitalId hedwig;
  private HospitalId harbour;

  @BeforeEach
  void twoPlaces() {
    TestAccounts.account(jdbc, "records-admin", "Ada Admin", "ADMIN");
    desk = Api.on(port);
    admin = desk.as("records-admin");
    clinic = new Clinic(jdbc);
    hedwig = clinic.hospital("Hedwig", "Europe/Berlin");
    harbour = clinic.hospital("Harbour", "Europe/Berlin");
  }

  @Test
  void aNewDoctorIsOnTheBoardAtOnce() {
    assertThat(doctors(hedwig)).isEmpty();
    var body =
        with(
            with(json(Bodies.doctor("Zoë Adler", hedwig, hedwig, harbour)), "npi", "1234567893"),
            "languages",
            List.of("de", "pl"));

    Answer made = admin.post("/doctors", body.toString());

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().get("acceptsNewPatients").asBoolean()).isTrue();
    assertThat(made.json().get("hospitals").size()).isEqualTo(2);
    assertThat(admin.get(made.header("Location")).json()).isEqualTo(made.json());
    assertThat(doctors(hedwig)).containsExactly("Zoë Adler");
    assertThat(doctors(harbour)).containsExactly("Zoë Adler");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndAPlaceThatIsNotThereIsNotFound() {
    var body =
        with(
            with(json(Bodies.doctor(" x", hedwig)), "npi", "1234567890"),
            "languages",
            List.of("german"));
    Answer refused = admin.post("/doctors", body.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(fields(refused)).containsExactly("languages[0]", "npi");

    Answer nowhere = admin.post("/doctors", Bodies.doctor("X", new HospitalId(UUID.randomUUID())));
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(fields(nowhere)).containsExactly("hospitals");
    assertThat(fields(admin.post("/doctors", "{}"))).containsExactly("name");
  }

  @Test
  void anNpiIsOneDoctors() {
    var body = with(json(Bodies.doctor("First", hedwig)), "npi", "1245319599");
    String first = admin.post("/doctors", body.toString()).json().get("id").asString();

    Answer taken = admin.post("/doctors", with(body, "name", "Second").toString());
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("npi-taken");
    assertThat(taken.json().at("/violations/0/doctorId").asString()).isEqualTo(first);

    JsonNode other = admin.post("/doctors", Bodies.doctor("Third", hedwig)).json();
    String path = "/doctors/" + other.get("id").asString();
    assertThat(put(admin, path, with(other, "npi", "1245319599")).code()).isEqualTo("npi-taken");
    assertThat(admin.get(path).json()).isEqualTo(other);
  }

  @Test
  void whoComesSecondGetsThePresentState() {
    JsonNode read = admin.post("/doctors", Bodies.doctor("Zoë", hedwig)).json();
    String path = "/doctors/" + read.get("id").asString();
    assertThat(put(admin, path, with(read, "name", "First")).status()).isEqualTo(200);

    Answer second = put(admin, path, with(read, "name", "Second"));
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.json().at("/current/name").asString()).isEqualTo("First");
    assertThat(put(admin, "/doctors/" + UUID.randomUUID(), with(read, "id", null)).status())
        .isEqualTo(404);
  }

  /// Edge case 35: it is allowed, the visits stay and are listed, and can still be cancelled.
  @Test
  void aDoctorWithFutureVisitsIsPutOutOfServiceAndTheVisitsAreListed() {
    DoctorId zoe = clinic.doctor("Zoë Adler", hedwig);
    PatientId patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    AppointmentId visit = visit(zoe, hedwig, patient);
    JsonNode read = admin.get("/doctors/" + zoe).json();

    Answer gone = put(admin, "/doctors/" + zoe, with(read, "active", false));

    assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    assertThat(listed(hedwig)).containsExactly(visit + " inactive");
    JsonNode day = desk.get("/schedule?date=2030-06-03&hospital=" + hedwig).json();
    assertThat(day.at("/doctors/0/active").asBoolean()).isFalse();
    assertThat(day.at("/appointments/0/needsAttention/0").asString()).isEqualTo("inactive");
    assertThat(
            desk.get("/patients/" + patient + "/appointments").json().at("/items/0/id").asString())
        .isEqualTo(visit.toString());
    Answer booked = desk.post("/appointments", booking(zoe, hedwig, patient, TEN));
    assertThat(booked.violations()).contains("inactive");

    Answer cancelled =
        desk.post(
            "/appointments/" + visit + "/cancel", "{\"reason\":\"gone\"}", "If-Match", "\"1\"");
    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    assertThat(listed(hedwig)).isEmpty();
  }

  @Test
  void aDoctorWhoWorksSomewhereNoLongerLeavesVisitsThatNeedAttentionThere() {
    DoctorId zoe = clinic.doctor("Zoë Adler", hedwig, harbour);
    AppointmentId visit = visit(zoe, harbour, clinic.patient("Zofia", "Kowalska", "1987-05-14"));
    JsonNode read = admin.get("/doctors/" + zoe).json();

    put(admin, "/doctors/" + zoe, with(read, "hospitals", List.of(hedwig.toString())));

    assertThat(listed(harbour)).containsExactly(visit + " inactive");
    assertThat(doctors(harbour)).containsExactly("Zoë Adler");
    assertThat(
            desk.get("/schedule?date=2030-06-04&hospital=" + harbour).json().get("doctors").size())
        .isZero();
  }

  /// Edge case 17.
  @Test
  void aDoctorWhoIsBookedAtOneHospitalIsNotFreeAtAnother() {
    DoctorId zoe = clinic.doctor("Zoë Adler", hedwig, harbour);
    visit(zoe, hedwig, clinic.patient("Zofia", "Kowalska", "1987-05-14"));
    PatientId other = clinic.patient("Ada", "Winter", "1990-01-01");

    Answer open =
        desk.post(
            "/availabilities",
            """
            {"hospitalId":"%s","doctorId":"%s","start":"2030-06-03T10:00:00+02:00",
             "end":"2030-06-03T11:00:00+02:00"}
            """
                .formatted(harbour, zoe));
    assertThat(open.violations()).containsExactly("availability-overlap");
    assertThat(open.json().at("/violations/0/blocker/hospitalId").asString())
        .isEqualTo(hedwig.toString());
    Answer booked = desk.post("/appointments", booking(zoe, harbour, other, TEN));
    assertThat(booked.status()).isEqualTo(409);
    assertThat(booked.violations())
        .containsExactlyInAnyOrder("outside-availability", "doctor-busy");
  }

  private AppointmentId visit(DoctorId doctor, HospitalId hospital, PatientId patient) {
    return clinic.appointment(
        clinic.availability(hospital, doctor, TEN, "2030-06-03T12:00:00+02:00"),
        patient,
        TEN,
        "2030-06-03T11:00:00+02:00");
  }

  private static String booking(
      DoctorId doctor, HospitalId hospital, PatientId patient, String start) {
    return """
    {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"%s","type":"FOLLOW_UP"}
    """
        .formatted(hospital, doctor, patient, start);
  }

  private List<String> doctors(HospitalId hospital) {
    return desk.get("/schedule?date=2030-06-03&hospital=" + hospital)
        .json()
        .get("doctors")
        .valueStream()
        .map(doctor -> doctor.get("name").asString())
        .toList();
  }

  private List<String> listed(HospitalId hospital) {
    return desk.get("/rebooking?hospital=" + hospital)
        .json()
        .get("items")
        .valueStream()
        .map(v -> v.get("id").asString() + " " + v.at("/needsAttention/0").asString())
        .toList();
  }

  private static JsonNode json(String text) {
    return WireJson.mapper().readTree(text);
  }

  private static List<String> fields(Answer answer) {
    return answer
        .json()
        .get("violations")
        .valueStream()
        .map(v -> v.get("field").asString())
        .toList();
  }
}
