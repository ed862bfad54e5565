package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// Booking as a desk does it.
@ServerTest
@Import(SettableClock.Configuration.class)
class BookingIT extends DoctorsDay {

  @Test
  void aBookedVisitIsAnsweredAndFound() {
    Answer booked =
        api.post("/appointments", and(hospital.booking(doctor, patient, TEN), "reason", "cough"));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.etag()).isEqualTo("\"1\"");
    assertThat(booked.text("start")).isEqualTo(TEN);
    assertThat(booked.text("end")).isEqualTo("2030-03-12T11:00:00+01:00");
    assertThat(booked.text("status")).isEqualTo("SCHEDULED");
    assertThat(booked.text("reason")).isEqualTo("cough");
    assertThat(booked.json().get("patient").get("familyName").asString()).isEqualTo("Kowalska");
    Answer found = api.get("/appointments/" + booked.text("id"));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.json()).isEqualTo(booked.json());
    assertThat(found.etag()).isEqualTo("\"1\"");
    assertThat(booked.location()).isEqualTo("/api/v1/appointments/" + booked.text("id"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2030-03-12T10:30:00+01:00, ,                         422, off-grid
          2030-03-12T10:00:30+01:00, ,                         422, off-grid
          2030-03-12T10:00:00+01:00, 2030-03-12T11:30:00+01:00,422, wrong-duration
          2030-03-12T10:00:00+01:00, 2030-03-12T10:00:00+01:00,422, wrong-duration
          2030-03-12T10:00:00+01:00, 2030-03-12T09:00:00+01:00,422, wrong-duration
          2030-03-12T10:00:00+01:00, 9999-03-12T09:00:00+01:00,422, wrong-duration
          2030-03-12T18:30:00+01:00, 2030-03-12T19:30:00+01:00,422, outside-operating-hours
          2030-03-12T19:00:00+01:00, ,                         422, outside-operating-hours
          2030-03-12T16:00:00+01:00, ,                         422, outside-availability
          2030-05-01T10:00:00+02:00, ,                         422, hospital-closed
          2030-03-11T10:00:00+01:00, ,                         422, in-the-past
          2030-03-12T08:00:00+01:00, ,                         422, in-the-past
          2032-03-12T10:00:00+01:00, ,                         422, too-far-ahead
          9999-12-31T10:00:00+01:00, ,                         422, too-far-ahead
          2030-03-31T02:30:00+01:00, ,                         422, nonexistent-local-time
          """)
  void theHourlyClinicRefuses(String start, String end, int status, String code) {
    Map<String, Object> body = hospital.booking(doctor, patient, start);
    Answer refused = api.post("/appointments", end == null ? body : and(body, "end", end));
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.codes()).contains(code);
    assertThat(hospital.count("select count(*) from appointment where doctor_id = ?", doctor))
        .isZero();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndAConflictDecidesTheStatus() {
    try (TestDesk other = TestDesk.of(TestAccounts.OTHER, port)) {
      other.post(
          "/appointments", hospital.booking(doctor, patient, TEN), "Daysheet-Desk", "Desk%202");
    }
    Answer refused =
        api.post("/appointments", hospital.booking(doctor, patient, "2030-03-12T10:30:00+01:00"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("off-grid", "doctor-busy", "patient-busy");
    assertThat(refused.violation("doctor-busy").get("blocker").get("start").asString())
        .isEqualTo(TEN);
    assertThat(refused.violation("doctor-busy").get("blocker").get("by").asString())
        .isEqualTo(TestAccounts.OTHERS_NAME);
    assertThat(refused.body()).doesNotContain("Kowalska");
  }

  @Test
  void somebodyElseInTheSlotIsNamedByTheirVisit() {
    Answer first = api.post("/appointments", hospital.booking(doctor, patient, TEN));
    Answer second = api.post("/appointments", hospital.booking(doctor, hospital.patient(), TEN));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.codes()).containsExactly("doctor-busy");
    assertThat(second.violation("doctor-busy").get("blocker").get("id").asString())
        .isEqualTo(first.text("id"));
    assertThat(second.text("code")).isEqualTo("doctor-busy");
  }

  @Test
  void aPatientIsBookedOnceAtATimeAlsoAtAnotherHospital() {
    api.post("/appointments", hospital.booking(doctor, patient, TEN));
    TestHospital other = TestHospital.hourly(jdbc);
    UUID colleague = other.doctor();
    other.availability(colleague, "2030-03-12T09:00:00+01:00", "2030-03-12T15:00:00+01:00");
    Answer refused = api.post("/appointments", other.booking(colleague, patient, TEN));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("patient-busy");
  }

  @Test
  void aBufferHoldsTheDoctorAlsoForAnotherHospital() {
    TestHospital thorough =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(30, List.of(new AppointmentType("FOLLOW_UP", 60, 30, false, true))));
    thorough.employs(doctor);
    thorough.availability(doctor, "2030-03-12T15:00:00+01:00", "2030-03-12T17:00:00+01:00");
    hospital.availability(doctor, "2030-03-12T17:00:00+01:00", "2030-03-12T19:00:00+01:00");
    assertThat(
            api.post(
                    "/appointments", thorough.booking(doctor, patient, "2030-03-12T16:00:00+01:00"))
                .status())
        .isEqualTo(201);
    Answer refused =
        api.post(
            "/appointments",
            hospital.booking(doctor, hospital.patient(), "2030-03-12T17:00:00+01:00"));
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("doctor-busy");
  }

  @Test
  void aRetryWithItsKeyGetsTheFirstAnswerAlsoWhenTheStartHasPassed() {
    Map<String, Object> body = hospital.booking(doctor, patient, TEN);
    Answer first = api.post("/appointments", body, "Idempotency-Key", "a key");
    clock.set(Instant.parse("2030-03-12T12:00:00Z"));
    Answer again = api.post("/appointments", body, "Idempotency-Key", "a key");
    assertThat(again).isEqualTo(first);
    assertThat(again.status()).isEqualTo(201);
    assertThat(hospital.count("select count(*) from appointment where doctor_id = ?", doctor))
        .isEqualTo(1);
  }

  @Test
  void aKeyIsForOneRequestOnly() {
    api.post("/appointments", hospital.booking(doctor, patient, TEN), "Idempotency-Key", "once");
    Answer other =
        api.post(
            "/appointments",
            hospital.booking(doctor, patient, "2030-03-12T11:00:00+01:00"),
            "Idempotency-Key",
            "once");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("key-reused");
  }

  @ParameterizedTest
  @CsvSource({"0", "201"})
  void aKeyHas1To200Characters(int length) {
    Answer refused =
        api.post(
            "/appointments",
            hospital.booking(doctor, patient, TEN),
            "Idempotency-Key",
            "k".repeat(length));
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void allThatIsUnknownIsToldAtOnce() {
    Map<String, Object> body =
        Map.of(
            "hospitalId", UUID.randomUUID(),
            "doctorId", UUID.randomUUID(),
            "patientId", UUID.randomUUID(),
            "start", TEN,
            "type", "FOLLOW_UP");
    Answer refused = api.post("/appointments", body);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("code")).isEqualTo("not-found");
    assertThat(refused.json().get("violations").findValuesAsString("field"))
        .containsExactly("hospitalId", "doctorId", "patientId");
    Answer patientAndType =
        api.post(
            "/appointments", and(hospital.booking(doctor, UUID.randomUUID(), TEN), "type", "SPA"));
    assertThat(patientAndType.status()).isEqualTo(404);
    assertThat(patientAndType.json().get("violations").findValuesAsString("field"))
        .containsExactly("patientId", "type");
    Answer type =
        api.post("/appointments", and(hospital.booking(doctor, patient, TEN), "type", "SPA"));
    assertThat(type.status()).isEqualTo(422);
    assertThat(type.violation("invalid-value").get("field").asString()).isEqualTo("type");
    assertThat(api.get("/appointments/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                                  | $
          {}                                                 | hospitalId
          {"hospitalId":"x"}                                 | hospitalId
          {"colour":"red","hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"2030-03-12T10:00:00Z","type":"FOLLOW_UP"} | colour
          {"start":"2030-03-12T10:00:00"}                    | start
          {"start":"+12345-01-01T10:00:00Z","hospitalId":"%s","doctorId":"%s","patientId":"%s","type":"FOLLOW_UP"} | start
          """)
  void aMalformedBodyIsRefusedByItsFields(String body, String field) {
    Answer refused = api.post("/appointments", body.formatted(hospital.id(), doctor, patient));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("code")).isEqualTo("malformed");
    if (!field.equals("$")) {
      assertThat(refused.json().get("violations").findValuesAsString("field")).contains(field);
    }
  }

  @Test
  void notesKeepEveryCharacterUpToTheirLimit() {
    String notes = "Ł💊'; drop table appointment; --<b>\n".repeat(400).substring(0, 9_000);
    Answer booked =
        api.post("/appointments", and(hospital.booking(doctor, patient, TEN), "notes", notes));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(api.get("/appointments/" + booked.text("id")).text("notes")).isEqualTo(notes);
    Map<String, Object> next = hospital.booking(doctor, patient, "2030-03-12T11:00:00+01:00");
    assertThat(api.post("/appointments", and(next, "notes", "💊".repeat(10_001))).codes())
        .containsExactly("too-long");
    assertThat(api.post("/appointments", and(next, "reason", "r".repeat(501))).codes())
        .containsExactly("too-long");
    assertThat(api.post("/appointments", and(next, "notes", "a\u0000b")).codes())
        .containsExactly("invalid-value");
    assertThat(api.post("/appointments", and(next, "notes", "💊".repeat(10_000))).status())
        .isEqualTo(201);
  }
}
