package io.daysheet.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What is out of sight is in no answer, and a refusal tells no more of the schedule than a look at
/// it would have told.
@ServerTest
@Import(SettableClock.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutOfSightIT {

  private static final String NOBODYS = new UUID(0, 0).toString();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api api;
  private TwoHospitals world;

  @BeforeAll
  void twoHospitals() {
    api = Api.on(port);
    world = TwoHospitals.in(jdbc);
    program("opening-program", "availability:write");
    program("writing-program", "schedule:write");
    program("unseeing-program", "schedule:write", "patients:read");
  }

  /// The patient is with another doctor at the other hospital then.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          receptionist, false
          scheduler,    false
          doctor,       false
          integration,  false
          unseeing-program, false
          patient,      true
          everywhere,   true
          """)
  void whatKeepsThePatientBusyIsToldToThoseWhoSeeIt(String role, boolean told) {
    String day = world.nextDay();
    PatientId patient = world.own().patient();
    UUID elsewhere = world.foreign().visit(day, patient).value();
    world.own().availability(day);

    Answer refused = as(role).post("/appointments", booking(day, patient));

    assertThat(refused.violations()).containsExactly("patient-busy");
    isTold(blocker(refused), elsewhere, told);
    assertThat(blocker(refused).get("start").asString()).startsWith(day + "T10:00");
  }

  /// The doctor works at the other hospital then.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          receptionist, false
          everywhere,   true
          """)
  void whatKeepsTheDoctorAwayIsToldToThoseWhoSeeIt(String role, boolean told) {
    String day = world.nextDay();
    DoctorId doctor = world.own().doctor();
    AvailabilityId elsewhere =
        world
            .clinic()
            .availability(
                world.foreign().hospital(), doctor, day + "T10:00+02:00", day + "T12:00+02:00");

    Answer refused =
        as(role)
            .post(
                "/availabilities",
                """
                {"hospitalId":"%s","doctorId":"%s","start":"%sT11:00:00+02:00",\
                "end":"%sT13:00:00+02:00"}
                """
                    .formatted(world.own().hospital(), doctor, day, day));

    assertThat(refused.violations()).containsExactly("availability-overlap");
    isTold(blocker(refused), elsewhere.value(), told);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          scheduler,       true
          opening-program, false
          """)
  void theVisitsInsideAnAvailabilityAreToldToThoseWhoSeeThem(String role, boolean told) {
    String day = world.nextDay();
    AvailabilityId availability = world.own().availability(day);
    AppointmentId visit = world.own().visit(availability, world.own().patient(), day);

    Answer refused =
        as(role).send("DELETE", "/availabilities/" + availability, null, "If-Match", "\"1\"");

    assertThat(refused.violations()).containsExactly("availability-in-use");
    isTold(refused.json().at("/violations/0/appointments/0"), visit.value(), told);
  }

  @Test
  void ofAnOwnPatientADoctorSeesTheOwnVisits() {
    String day = world.nextDay();
    PatientId patient = world.own().patient();
    AppointmentId elsewhere = world.foreign().visit(day, patient);
    String visits = "/patients/" + patient + "/appointments?limit=200";

    assertThat(as("doctor").get(visits).json().get("items")).isNotEmpty();
    assertThat(as("doctor").get(visits).text()).doesNotContain(elsewhere.toString());
    assertThat(as("doctor").get("/appointments/" + elsewhere).status()).isEqualTo(403);
    assertThat(as("patient").get(visits).text()).contains(elsewhere.toString());
  }

  /// With a visit, the patient would be the doctor's.
  @Test
  void aDoctorMakesNobodyAnOwnPatient() {
    String day = world.nextDay();
    world.own().availability(day);

    Answer refused = as("doctor").post("/appointments", booking(day, world.foreign().patient()));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(as("doctor").get("/patients/" + world.foreign().patient()).status()).isEqualTo(403);
  }

  @Test
  void aDoctorAsksForNoOtherDoctorsDay() {
    String day = "/schedule?date=2030-05-20&hospital=%s&doctor=%s";

    String hospital = world.own().hospital().toString();
    Answer others = as("doctor").get(day.formatted(hospital, world.foreign().doctor()));
    Answer own = as("doctor").get(day.formatted(hospital, world.own().doctor()));

    assertThat(others.status()).isEqualTo(403);
    assertThat(own.status()).isEqualTo(200);
  }

  /// It would be answered what stands there now.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cancel     | {"reason":"asked for it"}
          reschedule | {"start":"2030-06-01T10:00:00+02:00","reason":"asked for it"}
          confirm    |
          """)
  void whoMayWriteButNotReadIsShownNothingByAnOldVersion(String verb, @Nullable String body) {
    AppointmentId visit = world.own().visit(world.nextDay());
    String path = "/appointments/" + visit + "/" + verb;

    Answer reader = as("receptionist").send("POST", path, body, "If-Match", "\"7\"");
    Answer writer = as("writing-program").send("POST", path, body, "If-Match", "\"7\"");

    assertThat(reader.status()).isEqualTo(412);
    assertThat(reader.text()).contains(world.own().familyName());
    assertThat(writer.status()).isEqualTo(403);
    assertThat(writer.text()).doesNotContain(world.own().familyName());
  }

  /// Where somebody stands among others tells how they are called.
  @Test
  void aPageBeginsAfterNobodyWhoIsOutOfSight() {
    PatientId before = world.clinic().patient("Aaron", world.own().familyName(), "1970-02-03");
    String page = "/patients?query=" + world.own().familyName() + "&after=" + cursor(before);

    assertThat(as("doctor").get(page).json().get("items")).isEmpty();
    assertThat(api.get(page).json().get("items")).as("who sees both").isNotEmpty();
  }

  @Test
  void aPatientBooksWhatIsLeftToPatients() {
    String day = world.nextDay();
    world.own().availability(day);
    String booking = booking(day, world.own().patient());

    Answer refused =
        as("patient").post("/appointments", booking.replace("FOLLOW_UP", "URGENT_CARE"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations()).containsExactly("not-self-service");
    assertThat(as("patient").post("/appointments", booking).status()).isEqualTo(201);
  }

  private void program(String login, String... scopes) {
    TestAccounts.account(jdbc, login, login, "INTEGRATION");
    jdbc.sql("update client set scopes = ? where id = ?").params(scopes, login).update();
  }

  private Api as(String role) {
    return switch (role) {
      case "everywhere" -> api;
      case "opening-program", "writing-program", "unseeing-program" -> api.as(role);
      default -> api.as(TwoHospitals.login(role));
    };
  }

  private static JsonNode blocker(Answer refused) {
    return refused.json().at("/violations/0/blocker");
  }

  private static void isTold(JsonNode blocker, UUID id, boolean told) {
    assertThat(blocker.get("id").asString()).isEqualTo(told ? id.toString() : NOBODYS);
    if (!told) {
      assertThat(blocker.get("hospitalId").asString()).isEqualTo(NOBODYS);
      assertThat(blocker.get("doctorId").asString()).isEqualTo(NOBODYS);
      assertThat(blocker.path("by").asString("")).isEmpty();
    }
  }

  private String booking(String day, PatientId patient) {
    return """
    {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"%sT10:00:00+02:00",\
    "type":"FOLLOW_UP"}
    """
        .formatted(world.own().hospital(), world.own().doctor(), patient, day);
  }

  private static String cursor(PatientId patient) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(patient.toString().getBytes(StandardCharsets.UTF_8));
  }
}
