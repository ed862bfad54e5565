package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// Visits that take place in a room.
@ServerTest
@Import(SettableClock.Configuration.class)
class RoomsIT extends DoctorsDay {

  private TestHospital clinic;
  private UUID surgeon;
  private UUID second;

  @BeforeEach
  void aHospitalWhereFollowUpsNeedARoom() {
    clinic =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(
                60,
                List.of(
                    new AppointmentType("FOLLOW_UP", 60, 0, true, true),
                    new AppointmentType("TALK", 60, 0, false, true))));
    surgeon = surgeon();
    second = surgeon();
  }

  private UUID surgeon() {
    UUID found = clinic.doctor();
    clinic.availability(found, NINE, THREE);
    return found;
  }

  private UUID room(String name) {
    return room(clinic, name);
  }

  private UUID room(TestHospital at, String name) {
    UUID room = UUID.randomUUID();
    jdbc.sql("insert into room (id, hospital_id, name) values (?, ?, ?)")
        .params(room, at.id(), name)
        .update();
    return room;
  }

  private Map<String, Object> wish(UUID doctor, String start) {
    return clinic.booking(doctor, clinic.patient(), start);
  }

  private Answer book(Map<String, Object> wish) {
    return api.post("/appointments", wish);
  }

  @Test
  void whereThereIsNoRoomNothingThatNeedsOneIsBooked() {
    Answer refused = book(wish(surgeon, TEN));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly("no-room");
    assertThat(book(and(wish(surgeon, TEN), "type", "TALK")).json().get("roomId").isNull())
        .isTrue();
  }

  @Test
  void aVisitGetsAFreeRoomUntilAllAreTaken() {
    UUID first = room("A 1");
    UUID next = room("A 2");
    Answer visit = book(wish(surgeon, TEN));
    assertThat(visit.text("roomId")).isEqualTo(first.toString());
    assertThat(book(wish(second, TEN)).text("roomId")).isEqualTo(next.toString());
    Answer refused = book(wish(surgeon(), TEN));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("room-busy", "room-busy");
    assertThat(refused.violation("room-busy").at("/blocker/id").asString())
        .isEqualTo(visit.text("id"));
    assertThat(book(wish(surgeon, ELEVEN)).status()).as("touching").isEqualTo(201);
  }

  @Test
  void theChosenRoomIsTheOneOrNone() {
    UUID first = room("A 1");
    UUID chosen = room("A 2");
    assertThat(book(and(wish(surgeon, TEN), "roomId", chosen)).text("roomId"))
        .isEqualTo(chosen.toString());
    Answer busy = book(and(wish(second, TEN), "roomId", chosen));
    assertThat(busy.codes()).containsExactly("room-busy");
    assertThat(busy.violation("room-busy").get("roomId").asString()).isEqualTo(chosen.toString());
    assertThat(book(and(wish(second, TEN), "roomId", first)).status()).isEqualTo(201);
    assertThat(
            book(and(and(wish(surgeon, ELEVEN), "type", "TALK"), "roomId", chosen)).text("roomId"))
        .isEqualTo(chosen.toString());
  }

  @Test
  void aRoomOutOfServiceOrOfAnotherHospitalIsNotTaken() {
    UUID shut = room("A 1");
    jdbc.sql("update room set active = false where id = ?").param(shut).update();
    UUID far = room(hospital, "A 1");
    assertThat(book(wish(surgeon, TEN)).codes()).containsExactly("no-room");
    assertThat(book(and(wish(surgeon, TEN), "roomId", shut)).codes()).containsExactly("inactive");
    for (UUID unknown : List.of(far, UUID.randomUUID())) {
      Answer refused = book(and(wish(surgeon, TEN), "roomId", unknown));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.violation("invalid-value").get("field").asString()).isEqualTo("roomId");
    }
  }

  @Test
  void aMovedVisitKeepsItsRoomIfThatIsFreeAndElseGetsAnother() {
    UUID first = room("A 1");
    UUID next = room("A 2");
    String id = book(and(wish(surgeon, TEN), "roomId", next)).text("id");
    assertThat(move(id, 1, to(ELEVEN)).text("roomId")).isEqualTo(next.toString());
    book(and(wish(second, NOON), "roomId", next));
    assertThat(move(id, 2, to(NOON)).text("roomId")).isEqualTo(first.toString());
    assertThat(move(id, 3, and(to(NOON), "roomId", next)).codes()).containsExactly("room-busy");
    Answer other = move(id, 3, and(to(TEN), "roomId", next));
    assertThat(other.text("roomId")).isEqualTo(next.toString());
    Answer onlyTheRoom = move(id, 4, and(to(TEN), "roomId", first));
    assertThat(onlyTheRoom.text("roomId")).isEqualTo(first.toString());
    assertThat(onlyTheRoom.etag()).isEqualTo("\"5\"");
  }

  @Test
  void aLateArrivalGetsAnotherRoomIfItsOwnIsTaken() {
    UUID first = room("A 1");
    String id = book(wish(surgeon, TEN)).text("id");
    clock.set(Instant.parse("2030-03-12T09:00:00Z"));
    step(id, "no-show", 1);
    clock.set(SettableClock.TUESDAY);
    book(wish(second, TEN));
    clock.set(Instant.parse("2030-03-12T09:05:00Z"));
    assertThat(step(id, "check-in", 2).codes()).containsExactly("room-busy");
    UUID next = room("A 2");
    Answer late = step(id, "check-in", 2);
    assertThat(late.text("status")).isEqualTo("ARRIVED");
    assertThat(late.text("roomId")).isEqualTo(next.toString()).isNotEqualTo(first.toString());
  }

  @Test
  void of64DesksOnTheLastFreeRoomOneGetsItAndNobodyAnError() throws Exception {
    room("A 1");
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      wishes.add(wish(surgeon(), TEN));
    }
    List<Together.Timed> all = Together.timed(64, i -> book(wishes.get(i)));
    assertThat(all).filteredOn(each -> each.answer().status() == 201).hasSize(1);
    assertThat(all)
        .filteredOn(each -> each.answer().status() != 201)
        .allSatisfy(each -> {
          assertThat(each.answer().status()).as(each.answer().body()).isEqualTo(409);
          assertThat(each.answer().codes()).containsExactly("room-busy");
        });
    assertThat(all).allMatch(each -> each.took().compareTo(Duration.ofSeconds(3)) < 0);
  }

  @Test
  void of64DesksOnTenRoomsTenGetOneEach() throws Exception {
    for (int i = 0; i < 10; i++) {
      room("B " + i);
    }
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      wishes.add(wish(surgeon(), TEN));
    }
    List<Answer> all = Together.answers(64, i -> book(wishes.get(i)));
    assertThat(all).extracting(Answer::status).containsOnly(201, 409);
    assertThat(all).filteredOn(each -> each.status() == 201).hasSize(10);
    assertThat(
            clinic.count(
                "select count(distinct room_id) from appointment where hospital_id = ?",
                clinic.id()))
        .isEqualTo(10);
  }
}
