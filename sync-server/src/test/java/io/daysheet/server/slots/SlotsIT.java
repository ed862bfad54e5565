package io.daysheet.server.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Free times as a client asks for them that thinks in slots: list, book, cancel.
@ServerTest
@Import(SettableClock.Configuration.class)
class SlotsIT {

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  private TestDesk api;
  private TestHospital hospital;
  private UUID doctor;

  @BeforeEach
  void openTheDoctorsDay() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
    hospital.availability(doctor, "2030-03-12T09:00:00+01:00", "2030-03-12T12:00:00+01:00");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aSlotIsBookedAndIsAvailableAgainOnceItsVisitIsCancelled() {
    assertThat(free("2030-03-12")).containsExactly("09:00", "10:00", "11:00");

    Answer booked = book("2030-03-12T10:00:00+01:00");
    assertThat(free("2030-03-12")).containsExactly("09:00", "11:00");
    assertThat(all("2030-03-12"))
        .containsExactly("09:00 available", "10:00 booked", "11:00 available");

    api.post(
        "/appointments/" + booked.text("id") + "/cancel",
        Map.of("reason", "ill"),
        "If-Match",
        "\"1\"");
    assertThat(free("2030-03-12")).containsExactly("09:00", "10:00", "11:00");
  }

  @Test
  void aBookedSlotNamesItsVisit() {
    Answer booked = book("2030-03-12T10:00:00+01:00");

    assertThat(ask("2030-03-12", "2030-03-12", "&status=all").body())
        .contains("\"appointmentId\":\"" + booked.text("id") + "\"");
    assertThat(ask("2030-03-12", "2030-03-12", "").body())
        .doesNotContain(booked.text("id"))
        .contains("\"start\":\"2030-03-12T09:00:00+01:00\",\"end\":\"2030-03-12T10:00:00+01:00\"");
  }

  /// A visit that is to be moved is not in its own way; the patient's others are, and a stranger's
  /// visit is told nobody.
  @Test
  void aVisitThatIsToBeMovedIsAskedForItsPatient() {
    UUID patient = hospital.patient();
    UUID colleague = hospital.doctor();
    hospital.availability(colleague, "2030-03-12T09:00:00+01:00", "2030-03-12T12:00:00+01:00");
    Answer moved =
        api.post("/appointments", hospital.booking(doctor, patient, "2030-03-12T10:00:00+01:00"));
    api.post("/appointments", hospital.booking(colleague, patient, "2030-03-12T09:00:00+01:00"));

    assertThat(free("2030-03-12")).containsExactly("09:00", "11:00");
    String visit = "&visit=" + moved.text("id");
    assertThat(slots(ask("2030-03-12", "2030-03-12", visit)))
        .containsExactly("10:00 available", "11:00 available");
    assertThat(ask("2030-03-12", "2030-03-12", "&visit=" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  /// Edge case 30: from a page that was opened earlier, too.
  @Test
  void aPastSlotIsNotListedAndNotBooked() {
    clock.set(Instant.parse("2030-03-12T09:00:00Z"));

    assertThat(free("2030-03-12")).containsExactly("11:00");
    Answer refused =
        api.post(
            "/appointments",
            hospital.booking(doctor, hospital.patient(), "2030-03-12T10:00:00+01:00"));
    assertThat(refused.codes()).containsExactly("in-the-past");
  }

  /// Edge case 11: what overlaps the range, not only what lies inside.
  @Test
  void aRangeGivesTheStartsInItAndEveryVisitThatReachesIntoIt() {
    book("2030-03-12T10:00:00+01:00");
    String half = "2030-03-12T10:30:00%2B01:00";

    assertThat(slots(ask(half, "2030-03-12T12:00:00%2B01:00", "&status=all")))
        .containsExactly("10:00 booked", "11:00 available");
    assertThat(slots(ask(half, "2030-03-12T11:00:00%2B01:00", ""))).isEmpty();
  }

  @Test
  void timeOffAndClosuresTakeTheirTime() {
    hospital.availability(doctor, "2030-12-25T09:00:00+01:00", "2030-12-25T12:00:00+01:00");
    jdbc.sql("update hospital set closures = ?::jsonb, version = version + 1 where id = ?")
        .params("[{\"date\":\"2030-12-25\",\"reason\":\"Christmas\"}]", hospital.id())
        .update();
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (?, ?, '[2030-03-12T09:30:00+01:00,2030-03-12T10:00:00+01:00)', 'CME')
            """)
        .params(UUID.randomUUID(), doctor)
        .update();

    assertThat(free("2030-03-12")).containsExactly("10:00", "11:00");
    assertThat(free("2030-12-25")).isEmpty();
  }

  /// Edge case 17: booked at one hospital is not free at another.
  @Test
  void aVisitAtAnotherHospitalTakesTheTimeHereAndIsNotToldOf() {
    TestHospital other = TestHospital.hourly(jdbc);
    other.employs(doctor);
    other.availability(doctor, "2030-03-13T09:00:00+01:00", "2030-03-13T12:00:00+01:00");
    api.post("/appointments", other.booking(doctor, other.patient(), "2030-03-13T10:00:00+01:00"));
    hospital.availability(doctor, "2030-03-13T12:00:00+01:00", "2030-03-13T14:00:00+01:00");

    assertThat(all("2030-03-13")).containsExactly("12:00 available", "13:00 available");
  }

  /// Edge case 12: hours that were cut hide nothing, and give nothing free.
  @Test
  void aVisitOutsideTheHoursIsStillThereAndStillInTheWay() {
    book("2030-03-12T11:00:00+01:00");
    jdbc.sql("update hospital set operating_hours = ?::jsonb, version = version + 1 where id = ?")
        .params(
            WireJson.mapper().writeValueAsString(OperatingHours.daily("09:00", "11:00")),
            hospital.id())
        .update();
    clock.set(SettableClock.TUESDAY.plusSeconds(11));
    TestHospital evening = TestHospital.hourly(jdbc);
    evening.employs(doctor);

    assertThat(all("2030-03-12"))
        .containsExactly("09:00 available", "10:00 available", "11:00 booked");
    assertThat(api.get("/schedule?hospital=%s&date=2030-03-12".formatted(hospital.id())).body())
        .contains("2030-03-12T11:00:00+01:00");
    Answer elsewhere =
        api.post(
            "/appointments",
            evening.booking(doctor, evening.patient(), "2030-03-12T11:00:00+01:00"));
    assertThat(elsewhere.codes()).contains("doctor-busy");
  }

  /// Edge case 31: an empty list and no error.
  @Test
  void aNoticeLongerThanTheHorizonLeavesNothing() {
    jdbc.sql(
            """
            update hospital set version = version + 1,
              policy = policy || '{"minimumNotice":"PT48H","horizonDays":1}'
            where id = ?
            """)
        .param(hospital.id())
        .update();

    assertThat(free("2030-03-12")).isEmpty();
  }

  @Test
  void whatCantBeReadIsNamed() {
    assertThat(
            ask("2030-13-12", "2030-03-12", "").violation("invalid-value").get("field").asString())
        .isEqualTo("from");
    assertThat(ask("2030-03-12", "tomorrow", "").violation("invalid-value").get("field").asString())
        .isEqualTo("to");
    for (String to : List.of("2030-03-11", "2031-12-12")) {
      Answer refused = ask("2030-03-12", to, "");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.violation("invalid-value").get("expected").asString())
          .isEqualTo("END_OF_PERIOD");
    }
    assertThat(slots(ask("2030-03-12", "2031-03-12", "")))
        .as("a year at once")
        .containsExactly("09:00 available", "10:00 available", "11:00 available");
    assertThat(ask("2030-03-12", "2030-03-12", "&status=free").status()).isEqualTo(400);
  }

  private Answer book(String start) {
    Answer booked = api.post("/appointments", hospital.booking(doctor, hospital.patient(), start));
    assertThat(booked.status()).isEqualTo(201);
    return booked;
  }

  private List<String> free(String date) {
    return slots(ask(date, date, "")).stream().map(slot -> slot.substring(0, 5)).toList();
  }

  private List<String> all(String date) {
    return slots(ask(date, date, "&status=all"));
  }

  private Answer ask(String from, String to, String more) {
    return api.get(
        "/slots?type=FOLLOW_UP&doctor=%s&hospital=%s&from=%s&to=%s%s"
            .formatted(doctor, hospital.id(), from, to, more));
  }

  private static List<String> slots(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().get("items").spliterator(), false)
        .map(slot ->
            slot.get("start").asString().substring(11, 16) + " " + slot.get("status").asString())
        .toList();
  }
}
