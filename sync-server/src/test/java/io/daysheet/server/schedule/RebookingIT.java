package io.daysheet.server.schedule;

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
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Visits that need attention: wherever a visit is read, and on the list.
@ServerTest
@Import(SettableClock.Configuration.class)
class RebookingIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @Autowired Hospitals hospitals;
  @Autowired Doctors doctors;
  private Api api;
  private Clinic clinic;
  private HospitalId hospital;
  private DoctorId zoe;
  private PatientId patient;

  @BeforeEach
  void aDayWithVisits() {
    clock.set(Instant.parse("2030-06-03T08:30:00Z"));
    api = Api.on(port);
    clinic = new Clinic(jdbc);
    hospital = clinic.hospital("Hedwig", "Europe/Berlin");
    zoe = clinic.doctor("Zoë Adler", hospital);
    patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
  }

  @Test
  void nothingIsListedWhileAllIsWell() {
    visit(zoe, "2030-06-03T11:00+02:00");

    assertThat(listed()).isEmpty();
    assertThat(day("2030-06-03").at("/appointments/0/needsAttention").isEmpty()).isTrue();
  }

  /// Edge case 34: the visit stays, twice covered by absences or once.
  @Test
  void timeOffOverVisitsListsThemAndKeepsThem() {
    AppointmentId hit = visit(zoe, "2030-06-03T11:00+02:00");
    visit(zoe, "2030-06-03T12:00+02:00");
    off("2030-06-03T10:00+02:00", "2030-06-03T11:30+02:00");
    off("2030-06-03T11:15+02:00", "2030-06-03T12:00+02:00");

    assertThat(listed()).containsExactly(hit + " [on-time-off]");
    assertThat(attention(api.get("/appointments/" + hit).json())).containsExactly("on-time-off");
    assertThat(attention(day("2030-06-03").at("/appointments/0"))).containsExactly("on-time-off");
    assertThat(attention(api.get("/patients/" + patient + "/appointments").json().at("/items/0")))
        .containsExactly("on-time-off");
  }

  @Test
  void aVisitThatHasBegunOrTakesNoTimeIsNotListed() {
    visit(zoe, "2030-06-03T10:00+02:00");
    clinic.status(visit(zoe, "2030-06-03T12:00+02:00"), "CANCELLED");
    off("2030-06-03T00:00+02:00", "2030-06-04T00:00+02:00");

    assertThat(listed()).isEmpty();
  }

  @Test
  void pagesComeSoonestFirstAndMissNothing() {
    List<String> expected = new ArrayList<>();
    for (int hour = 18; hour >= 11; hour--) {
      expected.addFirst(visit(zoe, "2030-06-03T%d:00+02:00".formatted(hour)) + " [on-time-off]");
    }
    off("2030-06-03T00:00+02:00", "2030-06-04T00:00+02:00");

    var seen = new ArrayList<String>();
    String next = "";
    for (int pages = 0; pages < 4; pages++) {
      JsonNode page = list(api, "&limit=3" + next).json();
      seen.addAll(items(page));
      if (page.get("next").isNull()) {
        break;
      }
      next = "&after=" + page.get("next").asString();
    }
    assertThat(seen).isEqualTo(expected);
    assertThat(list(api, "").json().at("/items/0/start").asString())
        .isEqualTo("2030-06-03T11:00:00+02:00");
  }

  @Test
  void aDoctorIsToldOfTheOwnVisitsOnly() {
    DoctorId ben = clinic.doctor("Ben Zimmer", hospital);
    AppointmentId own = visit(ben, "2030-06-03T11:00+02:00");
    visit(zoe, "2030-06-03T12:00+02:00");
    jdbc.sql("update hospital set active = false where id = ?").param(hospital.value()).update();
    hospitals.refresh();
    TestAccounts.doctor(jdbc, "rebooking-ben", ben.value());

    assertThat(items(list(api.as("rebooking-ben"), "").json()))
        .containsExactly(own + " [inactive]");
    assertThat(listed()).hasSize(2);
  }

  @Test
  void whoKeepsTheHospitalIsToldHowManyAndNothingOfThem() {
    DoctorId ben = clinic.doctor("Ben Zimmer", hospital);
    visit(ben, "2030-06-03T11:00+02:00");
    visit(zoe, "2030-06-03T12:00+02:00");
    visit(zoe, "2030-06-03T13:00+02:00");
    TestAccounts.account(jdbc, "rebooking-admin", "Ada Admin", "ADMIN");
    assertThat(counted("")).isZero();
    jdbc.sql("update hospital set active = false where id = ?").param(hospital.value()).update();
    hospitals.refresh();

    assertThat(counted("")).isEqualTo(3);
    assertThat(counted("&doctor=" + ben)).isEqualTo(1);
    assertThat(counted("&doctor=" + ben + "&doctor=" + zoe)).isEqualTo(3);
    assertThat(list(api.as("rebooking-admin"), "").status()).isEqualTo(403);
    assertThat(api.as("rebooking-admin").get("/rebooking/count?hospital=" + UUID.randomUUID()))
        .extracting(Answer::status)
        .isEqualTo(404);
  }

  private int counted(String more) {
    return api.as("rebooking-admin")
        .get("/rebooking/count?hospital=" + hospital + more)
        .json()
        .get("visits")
        .asInt();
  }

  @Test
  void aHospitalThatDoesNotExistOrACursorOfAnotherListIsRefused() {
    Answer nowhere = api.get("/rebooking?hospital=" + UUID.randomUUID());
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.json().at("/violations/0/field").asString()).isEqualTo("hospital");
    assertThat(list(api, "&after=eHl6").status()).isEqualTo(400);
  }

  private AppointmentId visit(DoctorId doctor, String start) {
    String end = start.replace(start.substring(11, 13), "%02d".formatted(hour(start) + 1));
    return clinic.appointment(
        clinic.availability(hospital, doctor, start, end), patient, start, end);
  }

  private static int hour(String start) {
    return Integer.parseInt(start.substring(11, 13));
  }

  private void off(String start, String end) {
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (?, ?, tstzrange(?::timestamptz, ?::timestamptz), 'SICK')
            """)
        .params(UUID.randomUUID(), zoe.value(), start, end)
        .update();
  }

  private List<String> listed() {
    return items(list(api, "").json());
  }

  private Answer list(Api as, String more) {
    return as.get("/rebooking?hospital=" + hospital + more);
  }

  private static List<String> items(JsonNode page) {
    return page.get("items")
        .valueStream()
        .map(visit -> visit.get("id").asString() + " " + attention(visit))
        .toList();
  }

  private static List<String> attention(JsonNode visit) {
    return visit.get("needsAttention").valueStream().map(JsonNode::asString).toList();
  }

  private JsonNode day(String date) {
    return api.get("/schedule?hospital=" + hospital + "&date=" + date).json();
  }
}
