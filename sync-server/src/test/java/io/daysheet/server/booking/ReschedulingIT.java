package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.WireJson;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// Moving a visit as a desk does it.
@ServerTest
@Import(SettableClock.Configuration.class)
class ReschedulingIT extends DoctorsDay {

  @Test
  void aMovedVisitKeepsWhatItIsAndFreesItsSlot() {
    Map<String, Object> wish =
        and(hospital.booking(doctor, patient, TEN), "notes", "by wheelchair");
    String id = api.post("/appointments", wish).text("id");
    Answer moved = move(id, 1, to(NOON));

    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(moved.text("id")).isEqualTo(id);
    assertThat(moved.text("notes")).isEqualTo("by wheelchair");
    assertThat(moved.text("start")).isEqualTo(NOON);
    assertThat(moved.text("end")).isEqualTo("2030-03-12T13:00:00+01:00");
    assertThat(moved.text("status")).isEqualTo("SCHEDULED");
    assertThat(moved.etag()).isEqualTo("\"2\"");
    assertThat(api.get("/appointments/" + id).json()).isEqualTo(moved.json());
    assertThat(
            api.post("/appointments", hospital.booking(doctor, hospital.patient(), TEN)).status())
        .isEqualTo(201);
    assertThat(
            hospital.count(
                """
                select count(*) from change
                where hospital_id = ? and kind = 'appointment-moved' and sequence = 2
                """,
                hospital.id()))
        .isEqualTo(1);
  }

  @Test
  void itMovesToAnotherDoctorInOneStep() {
    UUID colleague = colleague();
    String id = booked(doctor, TEN);
    step(id, "confirm", 1);
    Answer moved = move(id, 2, to(TEN, colleague));
    assertThat(moved.text("doctorId")).isEqualTo(colleague.toString());
    assertThat(
            hospital.count(
                """
                select count(*) from change where kind = 'appointment-moved'
                  and subject_id = ?::uuid and doctor_id = ?
                """,
                id,
                doctor))
        .as("the change names the doctor who has to let it go")
        .isEqualTo(1);
    assertThat(moved.text("status")).isEqualTo("CONFIRMED");
    assertThat(booked(doctor, TEN)).isNotEqualTo(id);
    assertThat(move(id, 3, to(TEN, UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  void ontoItsOwnSlotNothingHappensAndNobodyIsTold() {
    Answer booked = api.post("/appointments", hospital.booking(doctor, patient, TEN));
    String id = booked.text("id");
    String path = "/appointments/" + id + "/reschedule";
    Answer still = api.post(path, to(TEN), "If-Match", "\"1\"", "Idempotency-Key", id);
    assertThat(still.status()).isEqualTo(200);
    assertThat(still.json()).isEqualTo(booked.json());
    assertThat(still.etag()).isEqualTo("\"1\"");
    assertThat(still.location()).isNull();
    assertThat(events(id)).isZero();
    assertThat(changes()).isEqualTo(1);
    move(id, 1, to(ELEVEN));
    assertThat(api.post(path, to(TEN), "If-Match", "\"1\"", "Idempotency-Key", id))
        .isEqualTo(still);
  }

  @Test
  void itMayOverlapWhereItWasItself() {
    jdbc.sql("update hospital set policy = jsonb_set(policy, '{gridMinutes}', '30') where id = ?")
        .param(hospital.id())
        .update();
    String id = booked(doctor, TEN);
    Answer moved = move(id, 1, to("2030-03-12T10:30:00+01:00"));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(move(id, 2, to("2030-03-12T10:00:00+01:00")).status()).isEqualTo(200);
  }

  /// Edge case 7: it keeps its minutes, whatever the wall shows at its end.
  @ParameterizedTest
  @CsvSource({
    "2030-03-31T01:00:00+01:00, 2030-03-31T03:00:00+02:00",
    "2030-10-27T02:00:00+02:00, 2030-10-27T02:00:00+01:00",
    "2030-10-27T02:00:00+01:00, 2030-10-27T03:00:00+01:00"
  })
  void acrossAClockChangeItKeepsItsMinutes(String start, String end) {
    jdbc.sql("update hospital set operating_hours = ?::jsonb where id = ?")
        .params(
            WireJson.mapper().writeValueAsString(OperatingHours.daily("00:00", "24:00")),
            hospital.id())
        .update();
    hospital.availability(doctor, "2030-03-31T00:00:00+01:00", "2030-03-31T06:00:00+02:00");
    hospital.availability(doctor, "2030-10-27T00:00:00+02:00", "2030-10-27T06:00:00+01:00");
    String id = booked(doctor, TEN);

    Answer moved = move(id, 1, to(start));

    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(moved.text("start")).isEqualTo(start);
    assertThat(moved.text("end")).isEqualTo(end);
    assertThat(
            hospital.count(
                """
                select extract(epoch from upper(during) - lower(during)) / 60
                from appointment where id = ?::uuid
                """,
                id))
        .isEqualTo(60);
  }

  @Test
  void everythingInTheWayIsToldAtOnce() {
    UUID colleague = colleague();
    String theirs = booked(colleague, ELEVEN);
    api.post("/appointments", hospital.booking(doctor, patient, ELEVEN));
    String id = api.post("/appointments", hospital.booking(doctor, patient, TEN)).text("id");
    away(colleague, ELEVEN, NOON);
    Answer refused = move(id, 1, to(ELEVEN, colleague));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("on-time-off", "doctor-busy", "patient-busy");
    assertThat(refused.violation("doctor-busy").at("/blocker/id").asString()).isEqualTo(theirs);
    assertThat(refused.violation("doctor-busy").at("/blocker/by").asString())
        .isEqualTo(TestAccounts.DESKS_NAME);
    assertThat(events(id)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2030-03-12T10:30:00+01:00, off-grid
          2030-03-12T08:00:00+01:00, in-the-past
          2030-03-12T16:00:00+01:00, outside-availability
          2030-03-12T20:00:00+01:00, outside-operating-hours
          2030-05-01T10:00:00+02:00, hospital-closed
          2032-03-12T10:00:00+01:00, too-far-ahead
          """)
  void aMoveKeepsTheRulesOfABooking(String start, String code) {
    String id = booked(doctor, NOON);
    Answer refused = move(id, 1, to(start));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.codes()).contains(code);
  }

  /// Edge case 30: the page that offers it was opened when it was still to come.
  @Test
  void aSlotThatHasPassedMeanwhileIsRefused() {
    String id = booked(doctor, NOON);
    clock.set(Instant.parse("2030-03-12T09:00:00Z"));
    assertThat(move(id, 1, to(TEN)).codes()).containsExactly("in-the-past");
    assertThat(api.post("/appointments", hospital.booking(doctor, patient, TEN)).codes())
        .containsExactly("in-the-past");
  }

  /// Edge case 23.
  @Test
  void ofTwoDesksThatEditItTheSecondGetsTheCurrentState() {
    String id = booked(doctor, TEN);
    try (TestDesk other = TestDesk.of(TestAccounts.OTHER, port)) {
      assertThat(move(other, id, 1, to(NOON)).status()).isEqualTo(200);
    }
    Answer stale = move(id, 1, to(ELEVEN));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.text("code")).isEqualTo("stale");
    assertThat(stale.json().at("/current/start").asString()).isEqualTo(NOON);
    assertThat(api.post("/appointments/" + id + "/reschedule", to(ELEVEN)).status()).isEqualTo(428);
  }

  /// Edge case 22.
  @Test
  void aRetryAfterATimeOutMovesItOnceAndTellsItOnce() {
    String id = booked(doctor, TEN);
    String path = "/appointments/" + id + "/reschedule";
    Answer first = api.post(path, to(NOON), "If-Match", "\"1\"", "Idempotency-Key", "move-" + id);
    Answer again = api.post(path, to(NOON), "If-Match", "\"1\"", "Idempotency-Key", "move-" + id);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again).isEqualTo(first);
    assertThat(events(id)).isEqualTo(1);
    assertThat(changes()).isEqualTo(2);
    Answer other = api.post(path, to(ELEVEN), "If-Match", "\"2\"", "Idempotency-Key", "move-" + id);
    assertThat(other.text("code")).isEqualTo("key-reused");
  }

  /// Edge case 29.
  @Test
  void itReleasesTheHoldAndTheOldSlot() {
    String id = booked(doctor, TEN);
    UUID hold = held(doctor, TestAccounts.DESK, NOON, "2030-03-12T13:00+01", "2030-03-12T07:05Z");
    assertThat(move(id, 1, to(NOON)).codes()).as("without the hold").contains("held-by-another");
    Answer moved = move(id, 1, and(to(NOON), "holdId", hold));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(
            hospital.count(
                "select count(*) from appointment where status = 'HELD' and id = ?", hold))
        .isZero();
    assertThat(booked(doctor, TEN)).isNotEqualTo(id);
  }

  @Test
  void insideTheNoticeTheStaffSayWhyAndTheAuditKeepsIt() {
    String id = booked(doctor, TEN);
    Answer refused = move(id, 1, Map.of("start", NOON));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly("cancellation-too-late");
    assertThat(move(id, 1, Map.of("start", NOON, "reason", " ")).status()).isEqualTo(422);
    assertThat(move(id, 1, Map.of("start", NOON, "reason", "x".repeat(501))).codes())
        .containsExactly("too-long");
    assertThat(move(id, 1, Map.of("start", NOON, "reason", "doctor is late")).status())
        .isEqualTo(200);
    assertThat(
            hospital.count(
                """
                select count(*) from audit_entry
                where action = 'appointment-moved' and outcome = 'done' and reason is not null
                  and subject_id = ?::uuid
                """,
                id))
        .isEqualTo(1);
  }

  /// A doctor who takes no new patients keeps those who are booked already.
  @Test
  void aDoctorWhoTakesNobodyNewKeepsTheVisit() {
    UUID colleague = colleague();
    Map<String, Object> wish = and(hospital.booking(doctor, patient, TEN), "type", "NEW_PATIENT");
    String id = api.post("/appointments", wish).text("id");
    jdbc.sql(
            """
            update doctor set accepts_new_patients = false, version = version + 1
            where id in (?, ?)
            """)
        .params(doctor, colleague)
        .update();
    clock.set(SettableClock.TUESDAY.plusSeconds(11));
    assertThat(move(id, 1, to(NOON, colleague)).codes())
        .containsExactly("not-accepting-new-patients");
    assertThat(move(id, 1, to(NOON)).status()).isEqualTo(200);
  }
}
