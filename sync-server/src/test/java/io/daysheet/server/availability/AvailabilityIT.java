package io.daysheet.server.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opening and closing a doctor's time as a desk does it.
@ServerTest
@Import(SettableClock.Configuration.class)
class AvailabilityIT {

  private static final String NINE = "2030-03-12T09:00:00+01:00";
  private static final String NOON = "2030-03-12T12:00:00+01:00";

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

  @Test
  void anOpenedTimeIsAnsweredFoundAndBookable() {
    Answer opened = api.post("/availabilities", hospital.opening(doctor, NINE, NOON));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.etag()).isEqualTo("\"1\"");
    assertThat(opened.text("start")).isEqualTo(NINE);
    assertThat(opened.text("end")).isEqualTo(NOON);
    Answer found = api.get("/availabilities/" + opened.text("id"));
    assertThat(found.json()).isEqualTo(opened.json());
    assertThat(
            api.post("/appointments", hospital.booking(doctor, hospital.patient(), NINE)).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2030-03-12T09:30:00+01:00, 2030-03-12T12:00:00+01:00, off-grid
          2030-03-12T12:00:00+01:00, 2030-03-12T09:00:00+01:00, too-short
          2030-03-12T12:00:00+01:00, 2030-03-12T12:00:00+01:00, too-short
          2030-03-12T18:00:00+01:00, 2030-03-12T20:00:00+01:00, outside-operating-hours
          2030-03-12T18:00:00+01:00, 2030-03-13T10:00:00+01:00, outside-operating-hours
          2030-03-12T18:00:00+01:00, 9999-03-13T10:00:00+01:00, invalid-value
          2030-05-01T09:00:00+02:00, 2030-05-01T12:00:00+02:00, hospital-closed
          2030-03-11T09:00:00+01:00, 2030-03-11T12:00:00+01:00, in-the-past
          2032-03-11T09:00:00+01:00, 2032-03-11T12:00:00+01:00, too-far-ahead
          """)
  void whatBreaksTheFrameIsRefused(String start, String end, String code) {
    Answer refused = api.post("/availabilities", hospital.opening(doctor, start, end));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.codes()).contains(code);
  }

  @Test
  void whatItNamesHasToExist() {
    Answer refused =
        api.post(
            "/availabilities",
            Map.of(
                "hospitalId",
                UUID.randomUUID(),
                "doctorId",
                UUID.randomUUID(),
                "start",
                NINE,
                "end",
                NOON));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("code")).isEqualTo("not-found");
    assertThat(refused.json().get("violations").findValuesAsString("field"))
        .containsExactly("hospitalId", "doctorId");
  }

  @Test
  void aDoctorIsAvailableAtOnePlaceAtATime() {
    Answer first =
        api.post(
            "/availabilities", hospital.opening(doctor, NINE, NOON), "Daysheet-Desk", "Desk%201");
    TestHospital other = TestHospital.hourly(jdbc);
    other.employs(doctor);
    // the doctor was read before the other hospital employed them
    jdbc.sql("update doctor set version = version + 1 where id = ?").param(doctor).update();
    Answer touching =
        api.post("/availabilities", hospital.opening(doctor, NOON, "2030-03-12T14:00:00+01:00"));
    assertThat(touching.status()).isEqualTo(201);
    Answer refused =
        api.post(
            "/availabilities",
            hospital.opening(doctor, "2030-03-12T11:00:00+01:00", "2030-03-12T13:00:00+01:00"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("availability-overlap", "availability-overlap");
    assertThat(refused.violation("availability-overlap").get("blocker").get("id").asString())
        .isEqualTo(first.text("id"));
    assertThat(refused.violation("availability-overlap").get("blocker").get("by").asString())
        .isEqualTo(TestAccounts.DESKS_NAME);
  }

  @Test
  void oneWithVisitsInsideIsKeptAndTheVisitsAreTold() {
    Answer opened = api.post("/availabilities", hospital.opening(doctor, NINE, NOON));
    Answer booked = api.post("/appointments", hospital.booking(doctor, hospital.patient(), NINE));
    Answer refused = remove(opened.text("id"), "\"1\"");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("availability-in-use");
    assertThat(
            refused
                .violation("availability-in-use")
                .get("appointments")
                .get(0)
                .get("id")
                .asString())
        .isEqualTo(booked.text("id"));
    api.post(
        "/appointments/" + booked.text("id") + "/cancel",
        Map.of("reason", "ill"),
        "If-Match",
        "\"1\"");
    assertThat(remove(opened.text("id"), "\"1\"").status()).isEqualTo(204);
    assertThat(api.get("/availabilities/" + opened.text("id")).status()).isEqualTo(404);
    assertThat(remove(opened.text("id"), "\"1\"").status()).isEqualTo(404);
  }

  @Test
  void removingNamesTheVersionThatWasSeen() {
    Answer opened = api.post("/availabilities", hospital.opening(doctor, NINE, NOON));
    assertThat(api.delete("/availabilities/" + opened.text("id")).status()).isEqualTo(428);
    Answer stale = remove(opened.text("id"), "\"7\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().get("current").get("start").asString()).isEqualTo(NINE);
  }

  @Test
  void retriesGetTheirFirstAnswers() {
    Answer opened =
        api.post(
            "/availabilities", hospital.opening(doctor, NINE, NOON), "Idempotency-Key", "open it");
    assertThat(
            api.post(
                "/availabilities",
                hospital.opening(doctor, NINE, NOON),
                "Idempotency-Key",
                "open it"))
        .isEqualTo(opened);
    String path = "/availabilities/" + opened.text("id");
    Answer removed = api.delete(path, "If-Match", "\"1\"", "Idempotency-Key", "close it");
    assertThat(removed.status()).isEqualTo(204);
    assertThat(api.delete(path, "If-Match", "\"1\"", "Idempotency-Key", "close it"))
        .isEqualTo(removed);
    assertThat(hospital.count("select count(*) from change where hospital_id = ?", hospital.id()))
        .isEqualTo(2);
  }

  private Answer remove(String id, String version) {
    return api.delete("/availabilities/" + id, "If-Match", version);
  }
}
