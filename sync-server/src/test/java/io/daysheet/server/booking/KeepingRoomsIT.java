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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// A hospital's rooms as its administrator keeps them, and the visits in them.
@ServerTest
@Import(SettableClock.Configuration.class)
class KeepingRoomsIT extends DoctorsDay {

  private TestDesk admin;
  private TestHospital clinic;
  private UUID surgeon;

  @BeforeEach
  void aHospitalWhereFollowUpsNeedARoom() {
    TestAccounts.account(jdbc, "rooms-admin", "Ada Admin", "ADMIN");
    admin = TestDesk.of("rooms-admin", port);
    clinic =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(60, List.of(new AppointmentType("FOLLOW_UP", 60, 0, true, true))));
    surgeon = clinic.doctor();
    clinic.availability(surgeon, NINE, THREE);
  }

  @AfterEach
  void signOut() {
    admin.close();
  }

  private Map<String, Object> room(String name) {
    return Map.of("hospitalId", clinic.id(), "name", name);
  }

  private String made(String name) {
    return admin.post("/rooms", room(name)).text("id");
  }

  private Answer change(String id, int version, Map<String, Object> body) {
    return admin.put("/rooms/" + id, body, "If-Match", "\"" + version + "\"");
  }

  private Answer remove(String id, int version) {
    return admin.delete("/rooms/" + id, "If-Match", "\"" + version + "\"");
  }

  private Answer book(String start) {
    return api.post("/appointments", clinic.booking(surgeon, clinic.patient(), start));
  }

  private List<String> names(String path, String list) {
    return StreamSupport.stream(api.get(path).json().get(list).spliterator(), false)
        .map(room -> room.get("name").asString())
        .toList();
  }

  @Test
  void aNewRoomIsThereForEverybody() {
    Answer second = admin.post("/rooms", room("B 2"));
    made("A 1");

    assertThat(second.status()).as(second.body()).isEqualTo(201);
    assertThat(second.etag()).isEqualTo("\"1\"");
    Answer read = api.get("/rooms/" + second.text("id"));
    assertThat(read.json()).isEqualTo(second.json());
    assertThat(read.json().get("active").asBoolean()).isTrue();
    assertThat(names("/rooms?hospital=" + clinic.id(), "items")).containsExactly("A 1", "B 2");
    String first = api.get("/rooms?limit=1&hospital=" + clinic.id()).text("next");
    assertThat(names("/rooms?after=" + first + "&hospital=" + clinic.id(), "items"))
        .containsExactly("B 2");
    assertThat(names("/schedule?date=2030-03-12&hospital=" + clinic.id(), "rooms"))
        .containsExactly("A 1", "B 2");
    assertThat(
            jdbc.sql("select kind from change where hospital_id = ?")
                .param(clinic.id())
                .query(String.class)
                .list())
        .containsExactly("hospital-changed", "hospital-changed");
    assertThat(api.get("/rooms?hospital=" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void aNameIsOneRoomsOfAHospital() throws Exception {
    List<Answer> answers = Together.answers(8, _ -> admin.post("/rooms", room("A 1")));
    Answer made = answers.stream().filter(each -> each.status() == 201).findFirst().orElseThrow();
    assertThat(answers)
        .filteredOn(each -> each.status() != 201)
        .hasSize(7)
        .allSatisfy(each -> {
          assertThat(each.status()).as(each.body()).isEqualTo(409);
          assertThat(each.codes()).containsExactly("room-name-taken");
          assertThat(each.violation("room-name-taken").get("roomId").asString())
              .isEqualTo(made.text("id"));
        });
    assertThat(change(made("B 2"), 1, room("A 1")).codes()).containsExactly("room-name-taken");
    assertThat(admin.post("/rooms", Map.of("hospitalId", hospital.id(), "name", "A 1")).status())
        .as("elsewhere")
        .isEqualTo(201);
  }

  @Test
  void whatIsWrongIsRefused() {
    assertThat(admin.post("/rooms", room("x".repeat(101))).codes()).containsExactly("too-long");
    assertThat(admin.post("/rooms", room(" ")).codes()).containsExactly("missing-field");
    assertThat(admin.post("/rooms", and(room("A"), "hospitalId", UUID.randomUUID())).status())
        .isEqualTo(404);
    assertThat(admin.post("/rooms", and(room("A"), "beds", 2)).codes())
        .containsExactly("unknown-field");
    String id = made("A 1");
    Answer moved = change(id, 1, and(room("A 1"), "hospitalId", hospital.id()));
    assertThat(moved.codes()).as("to another hospital").containsExactly("invalid-value");
    assertThat(change(UUID.randomUUID().toString(), 1, room("A 1")).status()).isEqualTo(404);
  }

  @Test
  void theSameKeyMakesAndRemovesOneRoom() {
    String key = UUID.randomUUID().toString();
    Answer first = admin.post("/rooms", room("A 1"), "Idempotency-Key", key);
    assertThat(admin.post("/rooms", room("A 1"), "Idempotency-Key", key)).isEqualTo(first);
    String gone = "/rooms/" + first.text("id");
    assertThat(admin.delete(gone, "If-Match", "\"1\"", "Idempotency-Key", "remove-" + key).status())
        .isEqualTo(204);
    assertThat(admin.delete(gone, "If-Match", "\"1\"", "Idempotency-Key", "remove-" + key).status())
        .isEqualTo(204);
    assertThat(remove(first.text("id"), 1).status()).isEqualTo(404);
    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || outcome from audit_entry where subject_id = ?::uuid
                    order by id
                    """)
                .param(first.text("id"))
                .query(String.class)
                .list())
        .startsWith(
            "room-created done",
            "room-created repeated",
            "room-removed done",
            "room-removed repeated");
  }

  @Test
  void aChangeNeedsTheVersionThatWasSeen() {
    String id = made("A 1");
    assertThat(admin.put("/rooms/" + id, room("A 2")).status()).isEqualTo(428);
    assertThat(change(id, 1, room("A 2")).text("name")).isEqualTo("A 2");
    Answer stale = change(id, 1, room("A 3"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/current/name").asString()).isEqualTo("A 2");
    assertThat(remove(id, 1).status()).isEqualTo(412);
  }

  @Test
  void aRoomOutOfServiceKeepsItsVisitsAndGetsNoNewOnes() {
    String id = made("A 1");
    Answer visit = book(TEN);
    assertThat(visit.text("roomId")).isEqualTo(id);
    Answer shut = change(id, 1, and(room("A 1"), "active", false));
    assertThat(shut.json().get("active").asBoolean()).isFalse();
    assertThat(book(ELEVEN).codes()).containsExactly("no-room");
    assertThat(api.get("/appointments/" + visit.text("id")).text("roomId")).isEqualTo(id);
    assertThat(names("/schedule?date=2030-03-12&hospital=" + clinic.id(), "rooms"))
        .as("the card names it still")
        .containsExactly("A 1");
    String other = made("B 2");
    assertThat(move(visit.text("id"), 1, to(NOON)).text("roomId")).isEqualTo(other);
    assertThat(change(id, 2, room("A 1")).json().get("active").asBoolean())
        .as("left out: as it is")
        .isFalse();
  }

  @Test
  void onlyARoomWithoutAnyVisitIsRemoved() {
    String used = made("A 1");
    String visit = book(TEN).text("id");
    step(visit, "cancel", 1);
    Answer refused = remove(used, 1);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.violation("room-in-use").get("visits").asInt()).isEqualTo(1);
    String unused = made("B 2");
    assertThat(remove(unused, 1).status()).isEqualTo(204);
    assertThat(api.get("/rooms/" + unused).status()).isEqualTo(404);
  }

  @RepeatedTest(5)
  void ofARemovalAndABookingOneWins() throws Exception {
    String id = made("A 1");
    List<Map<String, Object>> wishes =
        clinic.patients(4).stream().map(each -> clinic.booking(surgeon, each, TEN)).toList();
    List<Answer> answers =
        Together.answers(
            8, i -> i % 2 == 0 ? api.post("/appointments", wishes.get(i / 2)) : remove(id, 1));
    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 204, 404, 409, 422);
    assertThat(answers).filteredOn(each -> each.status() < 300).hasSize(1);
  }

  /// Whoever has put it out of service relies on it.
  @RepeatedTest(5)
  void whenItIsOutOfServiceNobodyIsBookedIntoItAnyMore() throws Exception {
    String id = made("A 1");
    List<Map<String, Object>> wishes =
        clinic.patients(4).stream().map(each -> clinic.booking(surgeon, each, TEN)).toList();
    Together.answers(
        5,
        i ->
            i < 4
                ? api.post("/appointments", wishes.get(i))
                : change(id, 1, and(room("A 1"), "active", false)));
    Answer after = book(ELEVEN);
    assertThat(after.codes()).containsExactly("no-room");
  }
}
