package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// Keeping a slot while the details are typed.
@ServerTest
@Import(SettableClock.Configuration.class)
class HoldsIT extends DoctorsDay {

  private static final Instant NOW = SettableClock.TUESDAY;

  private TestDesk other;

  @BeforeEach
  void nothingIsHeldByAnybody() {
    letGo();
    other = TestDesk.of(TestAccounts.OTHER, port);
  }

  @AfterEach
  void leave() {
    other.close();
    letGo();
  }

  private Answer hold(TestDesk desk, String start) {
    return hold(desk, doctor, start);
  }

  private Answer renew(TestDesk desk, String id) {
    return desk.put("/holds/" + id, "");
  }

  private long holds() {
    return hospital.count(
        "select count(*) from appointment where hospital_id = ? and status = 'HELD'",
        hospital.id());
  }

  private List<String> kinds() {
    return jdbc.sql("select kind from change where hospital_id = ? order by sequence")
        .param(hospital.id())
        .query(String.class)
        .list();
  }

  @Test
  void aSlotIsKeptForFiveMinutes() {
    Answer placed = hold(api, TEN);

    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    assertThat(placed.location()).isEqualTo("/api/v1/holds/" + placed.text("id"));
    assertThat(placed.json())
        .isEqualTo(
            api.get("/schedule?date=2030-03-12&hospital=" + hospital.id()).json().at("/holds/0"));
    assertThat(placed.text("start")).isEqualTo(TEN);
    assertThat(placed.text("end")).isEqualTo(ELEVEN);
    assertThat(placed.text("until")).isEqualTo("2030-03-12T08:05:00+01:00");
    assertThat(placed.text("holder")).isEqualTo(TestAccounts.DESKS_NAME);
    assertThat(kinds()).containsExactly("hold-placed");
  }

  /// Edge case 27.
  @Test
  void theHolderSeesItAsFreeAndNobodyElseGetsIt() {
    String id = hold(api, TEN).text("id");

    assertThat(freeAt(api)).contains(TEN);
    assertThat(freeAt(other)).doesNotContain(TEN).contains(ELEVEN);
    Answer theirs = hold(other, TEN);
    assertThat(theirs.status()).isEqualTo(409);
    assertThat(theirs.codes()).containsExactly("held-by-another");
    assertThat(theirs.violation("held-by-another").at("/blocker/by").asString())
        .isEqualTo(TestAccounts.DESKS_NAME);
    Map<String, Object> booking = hospital.booking(doctor, patient, TEN);
    assertThat(other.post("/appointments", and(booking, "holdId", id)).codes())
        .containsExactly("held-by-another", "hold-expired");
    assertThat(api.post("/appointments", and(booking, "holdId", id)).status()).isEqualTo(201);
    assertThat(holds()).isZero();
    assertThat(kinds()).containsExactly("hold-placed", "appointment-booked");
    assertThat(renew(api, id).codes()).containsExactly("hold-expired");
    assertThat(api.delete("/holds/" + id).status()).isEqualTo(204);
  }

  private List<String> freeAt(TestDesk desk) {
    return StreamSupport.stream(
            desk.get(
                    "/slots?type=FOLLOW_UP&from=2030-03-12&to=2030-03-12&doctor=%s&hospital=%s"
                        .formatted(doctor, hospital.id()))
                .json()
                .get("items")
                .spliterator(),
            false)
        .map(slot -> slot.get("start").asString())
        .toList();
  }

  @Test
  void overlappingTimesAreKeptForOneAndTouchingOnesForTwo() {
    jdbc.sql("update hospital set policy = jsonb_set(policy, '{gridMinutes}', '30') where id = ?")
        .param(hospital.id())
        .update();
    assertThat(hold(api, TEN).status()).isEqualTo(201);
    for (TestDesk desk : List.of(api, other)) {
      assertThat(hold(desk, "2030-03-12T09:30:00+01:00").codes())
          .containsExactly("held-by-another");
      assertThat(hold(desk, "2030-03-12T10:30:00+01:00").codes())
          .containsExactly("held-by-another");
    }
    assertThat(hold(other, ELEVEN).status()).isEqualTo(201);
    assertThat(hold(other, NINE).status()).isEqualTo(201);
  }

  @Test
  void theBufferIsKeptWithTheSlot() {
    TestHospital clinic =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(30, List.of(new AppointmentType("FOLLOW_UP", 30, 30, false, true))));
    UUID surgeon = clinic.doctor();
    clinic.availability(surgeon, NINE, THREE);
    assertThat(api.post("/holds", and(slot(surgeon, TEN), "hospitalId", clinic.id())).status())
        .isEqualTo(201);
    assertThat(
            other
                .post(
                    "/holds",
                    and(slot(surgeon, "2030-03-12T10:30:00+01:00"), "hospitalId", clinic.id()))
                .codes())
        .containsExactly("held-by-another");
    assertThat(other.post("/holds", and(slot(surgeon, ELEVEN), "hospitalId", clinic.id())).status())
        .isEqualTo(201);
  }

  @Test
  void aFormThatStaysOpenRenewsItsHold() {
    String id = hold(api, TEN).text("id");
    clock.set(NOW.plusSeconds(240));
    Answer renewed = renew(api, id);
    assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
    assertThat(renewed.text("until")).isEqualTo("2030-03-12T08:09:00+01:00");
    assertThat(renew(other, id).status()).isEqualTo(403);
    clock.set(NOW.plusSeconds(9 * 60 - 1));
    assertThat(hold(other, TEN).codes()).containsExactly("held-by-another");
    assertThat(kinds()).containsExactly("hold-placed", "hold-placed");
    clock.set(NOW.plusSeconds(9 * 60));
    assertThat(renew(api, id).codes()).containsExactly("hold-expired");
    assertThat(hold(other, TEN).status()).isEqualTo(201);
  }

  @Test
  void noHoldOutlastsAnHourOrItsStart() {
    String id = hold(api, TEN).text("id");
    for (int minutes = 4; minutes < 60; minutes += 4) {
      clock.set(NOW.plusSeconds(minutes * 60L));
      assertThat(renew(api, id).status()).as("after " + minutes).isEqualTo(200);
    }
    assertThat(renew(api, id).text("until")).isEqualTo("2030-03-12T09:00:00+01:00");
    clock.set(NOW.plus(Duration.ofHours(1)));
    assertThat(renew(api, id).codes()).containsExactly("hold-expired");
    clock.set(Instant.parse("2030-03-12T08:58:00Z"));
    assertThat(hold(other, TEN).text("until")).isEqualTo(TEN);
  }

  @Test
  void whatIsReleasedIsFreeAgain() {
    String id = hold(api, TEN).text("id");
    assertThat(other.delete("/holds/" + id).status()).isEqualTo(403);
    assertThat(api.delete("/holds/" + id).status()).isEqualTo(204);
    assertThat(api.delete("/holds/" + id).status()).as("again").isEqualTo(204);
    assertThat(hold(other, TEN).status()).isEqualTo(201);
    assertThat(kinds()).containsExactly("hold-placed", "hold-released", "hold-placed");
  }

  /// Edge case 28: also one that was there when the server started.
  @Test
  void aHoldThatIsOverGoesByItself() {
    UUID old = held(doctor, "gone-desk", NOON, "2030-03-12T13:00+01", "2030-03-12T07:04Z");
    String id = hold(api, TEN).text("id");
    assertThat(holds()).isEqualTo(2);
    clock.set(NOW.plusSeconds(299));
    await().until(() -> holds() == 1);
    assertThat(
            api.get("/schedule?date=2030-03-12&hospital=" + hospital.id())
                .json()
                .at("/holds/0/id")
                .asString())
        .isEqualTo(id);
    clock.set(NOW.plusSeconds(300));
    await().until(() -> holds() == 0);

    assertThat(kinds()).containsExactly("hold-placed", "hold-released", "hold-released");
    assertThat(
            jdbc.sql("select subject_id from change where hospital_id = ? order by sequence")
                .param(hospital.id())
                .query(UUID.class)
                .list())
        .containsExactly(UUID.fromString(id), old, UUID.fromString(id));
  }

  @Test
  void everythingAgainstItIsToldAtOnce() {
    String visit = booked(doctor, TEN);
    away(doctor, "2030-03-12T10:30+01", ELEVEN);
    Answer refused = hold(api, TEN);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("on-time-off", "doctor-busy");
    assertThat(refused.violation("doctor-busy").at("/blocker/id").asString()).isEqualTo(visit);
    assertThat(holds()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          start,      2030-03-12T10:30:00+01:00,            422, off-grid
          start,      2030-03-12T08:00:00+01:00,            422, in-the-past
          start,      2030-03-12T16:00:00+01:00,            422, outside-availability
          start,      2030-05-01T10:00:00+02:00,            422, hospital-closed
          start,      2032-03-12T10:00:00+01:00,            422, too-far-ahead
          type,       NO_SUCH_TYPE,                         422, invalid-value
          doctorId,   00000000-0000-0000-0000-000000000001, 404, invalid-value
          hospitalId, 00000000-0000-0000-0000-000000000001, 404, invalid-value
          """)
  void itKeepsTheRulesOfABooking(String field, String value, int status, String code) {
    Answer refused = api.post("/holds", and(slot(doctor, TEN), field, value));
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.codes()).contains(code);
    assertThat(holds()).isZero();
  }

  @Test
  void whatWasRememberedOfTheDoctorIsCheckedAgain() {
    hold(api, NINE);
    jdbc.sql("update doctor set active = false, version = version + 1 where id = ?")
        .param(doctor)
        .update();
    assertThat(hold(api, TEN).codes()).containsExactly("inactive");
  }

  /// Edge case 22.
  @Test
  void aRetryGetsTheFirstAnswerAndHoldsOnce() {
    String key = UUID.randomUUID().toString();
    Answer first = api.post("/holds", slot(doctor, TEN), "Idempotency-Key", key);
    Answer again = api.post("/holds", slot(doctor, TEN), "Idempotency-Key", key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again).isEqualTo(first);
    assertThat(kinds()).hasSize(1);
    assertThat(api.post("/holds", slot(doctor, NOON), "Idempotency-Key", key).text("code"))
        .isEqualTo("key-reused");
  }
}
