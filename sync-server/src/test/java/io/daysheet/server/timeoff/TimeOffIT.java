package io.daysheet.server.timeoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.booking.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Doctors' absences as desks enter them. It is Tuesday, 12 March 2030, 08:00 in Berlin.
@ServerTest
@Import(SettableClock.Configuration.class)
class TimeOffIT {

  private static final String NINE = "2030-03-14T09:00:00+01:00";
  private static final String NOON = "2030-03-14T12:00:00+01:00";
  private static final String EVENING = "2030-03-14T19:00:00+01:00";

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  private TestDesk api;
  private TestHospital hospital;
  private UUID doctor;

  @BeforeEach
  void hire() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
  }

  @AfterEach
  void close() {
    api.close();
  }

  private Map<String, Object> off(String start, String end) {
    return Map.of("doctorId", doctor, "start", start, "end", end, "reason", "SICK");
  }

  private Answer made(String start, String end) {
    Answer made = api.post("/time-off", off(start, end));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made;
  }

  @Test
  void itIsAnsweredFoundListedAndOnTheDay() {
    Answer made = made(NINE, NOON);
    assertThat(made.etag()).isEqualTo("\"1\"");
    assertThat(made.text("start")).isEqualTo(NINE);
    assertThat(api.get("/time-off/" + made.text("id")).json()).isEqualTo(made.json());
    assertThat(made.location()).isEqualTo("/api/v1/time-off/" + made.text("id"));
    for (String query : List.of("hospital=" + hospital.id(), "doctor=" + doctor)) {
      assertThat(api.get("/time-off?upcoming=true&" + query).json().at("/items/0"))
          .isEqualTo(made.json());
    }
    String day = "/schedule?hospital=" + hospital.id() + "&date=2030-03-14";
    assertThat(api.get(day).json().get("timeOff").get(0)).isEqualTo(made.json());
    assertThat(api.get(day + "&doctor=" + hospital.doctor()).json().get("timeOff")).isEmpty();
    assertThat(
            api.get("/schedule?hospital=" + hospital.id() + "&date=2030-03-15")
                .json()
                .get("timeOff"))
        .isEmpty();
    clock.set(SettableClock.TUESDAY.plusSeconds(5 * 24 * 3600));
    assertThat(api.get("/time-off?upcoming=true&doctor=" + doctor).json().get("items")).isEmpty();
    assertThat(api.get("/time-off?doctor=" + doctor).json().get("items")).hasSize(1);
  }

  /// Edge case 34.
  @Test
  void overVisitsItLeavesThemAndTheyAreListedAlsoWhenSeveralOverlap() {
    hospital.availability(doctor, NINE, EVENING);
    String visit =
        api.post("/appointments", hospital.booking(doctor, hospital.patient(), NINE)).text("id");
    made("2030-03-14T08:00:00+01:00", NOON);
    made(NINE, EVENING);

    assertThat(api.get("/appointments/" + visit).text("status")).isEqualTo("SCHEDULED");
    Answer listed = api.get("/rebooking?hospital=" + hospital.id());
    assertThat(listed.json().get("items").findValuesAsString("id")).containsExactly(visit);
    assertThat(listed.json().at("/items/0/needsAttention/0").asString()).isEqualTo("on-time-off");
    Answer refused = api.post("/appointments", hospital.booking(doctor, hospital.patient(), NOON));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly("on-time-off");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2030-03-14T12:00:00+01:00, 2030-03-14T12:00:00+01:00, too-short
          2030-03-14T12:00:00+01:00, 2030-03-14T09:00:00+01:00, too-short
          2030-03-11T12:00:00+01:00, 2030-03-12T08:00:00+01:00, in-the-past
          2030-03-14T12:00:00+01:00, 2040-03-12T08:00:00+01:00, invalid-value
          """)
  void whatIsNoAbsenceIsRefused(String start, String end, String code) {
    Answer refused = api.post("/time-off", off(start, end));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly(code);
  }

  @Test
  void itMayHaveBegunAndNeedsNoGrid() {
    made("2030-03-12T06:17:00+01:00", "2030-03-12T08:01:00+01:00");
  }

  @Test
  void itIsChangedAndRemovedByTheVersionThatWasSeen() {
    String id = made(NINE, NOON).text("id");
    Answer changed = api.put("/time-off/" + id, off(NINE, EVENING), "If-Match", "\"1\"");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("end")).isEqualTo(EVENING);
    Answer stale = api.put("/time-off/" + id, off(NINE, NOON), "If-Match", "\"1\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/current/end").asString()).isEqualTo(EVENING);
    assertThat(api.put("/time-off/" + id, changed.body(), "If-Match", "\"2\"").status())
        .isEqualTo(200);
    Answer gone =
        api.delete("/time-off/" + id, "If-Match", "\"3\"", "Idempotency-Key", "gone " + id);
    assertThat(gone.status()).isEqualTo(204);
    assertThat(api.delete("/time-off/" + id, "If-Match", "\"3\"", "Idempotency-Key", "gone " + id))
        .isEqualTo(gone);
    assertThat(api.get("/time-off/" + id).status()).isEqualTo(404);
    Map<String, Object> another =
        Map.of("doctorId", hospital.doctor(), "start", NINE, "end", NOON, "reason", "CME");
    assertThat(api.put("/time-off/" + made(NINE, NOON).text("id"), another, "If-Match", "\"1\""))
        .extracting(Answer::status)
        .isEqualTo(422);
  }

  @Test
  void eachHospitalOfTheDoctorIsToldAndCanBeToldLater() {
    TestHospital other = TestHospital.hourly(jdbc);
    other.employs(doctor);
    String id = made(NINE, NOON).text("id");
    api.delete("/time-off/" + id, "If-Match", "\"1\"");
    for (TestHospital each : List.of(hospital, other)) {
      assertThat(
              jdbc.sql("select kind || ' ' || version from change where hospital_id = ? order by 1")
                  .param(each.id())
                  .query(String.class)
                  .list())
          .containsExactly("time-off-changed 1", "time-off-changed 2");
    }
  }

  @Test
  void aDoctorEntersTheOwnAndASchedulerThoseOfTheOwnHospitals() {
    UUID colleague = hospital.doctor();
    TestAccounts.doctor(jdbc, "off-" + doctor, doctor);
    try (TestDesk own = TestDesk.of("off-" + doctor, port)) {
      Answer mine = own.post("/time-off", off(NINE, NOON));
      assertThat(mine.status()).isEqualTo(201);
      assertThat(own.get("/time-off").json().get("items").findValuesAsString("id"))
          .containsExactly(mine.text("id"));
      Map<String, Object> theirs =
          Map.of("doctorId", colleague, "start", NINE, "end", NOON, "reason", "CME");
      assertThat(own.post("/time-off", theirs).status()).isEqualTo(403);
      String id = api.post("/time-off", theirs).text("id");
      assertThat(own.get("/time-off/" + id).status()).isEqualTo(403);
      assertThat(own.delete("/time-off/" + id, "If-Match", "\"1\"").status()).isEqualTo(403);
      assertThat(own.get("/time-off?doctor=" + colleague).json().get("items")).isEmpty();
    }
  }

  /// Under the doctor's lock one of the two comes first: a visit that is booked over an absence was
  /// there before it.
  @RepeatedTest(3)
  void againstBookingsNothingFailsAndNothingIsBookedIntoIt() throws Exception {
    hospital.availability(doctor, NINE, EVENING);
    List<Answer> answers =
        Together.answers(
            12,
            i ->
                i == 3
                    ? api.post("/time-off", off(NINE, EVENING))
                    : api.post(
                        "/appointments",
                        hospital.booking(
                            doctor,
                            hospital.patient(),
                            "2030-03-14T%02d:00:00+01:00".formatted(9 + i % 10))));
    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409, 422).contains(201);
    assertThat(
            hospital.count(
                """
                select count(*) from change later
                join change off on off.kind = 'time-off-changed'
                  and off.hospital_id = later.hospital_id and off.sequence < later.sequence
                where later.hospital_id = ? and later.kind = 'appointment-booked'
                """,
                hospital.id()))
        .isZero();
  }
}
