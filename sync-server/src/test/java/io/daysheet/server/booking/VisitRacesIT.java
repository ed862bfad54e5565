package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Proof;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/// Many desks that change the same visits at the same moment.
@ServerTest
@Import(SettableClock.Configuration.class)
class VisitRacesIT extends DoctorsDay {

  @AfterEach
  void nothingIsBroken() {
    Unbroken.check(hospital);
  }

  @RepeatedTest(5)
  void ofAMoveAndACancellationOneWins() throws Exception {
    String id = booked(doctor, TEN);
    List<Answer> answers =
        Together.answers(8, i -> i % 2 == 0 ? move(id, 1, to(NOON)) : step(id, "cancel", 1));
    assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
    assertThat(answers).filteredOn(each -> each.status() == 200).hasSize(1);
    assertThat(events(id)).isEqualTo(1);
  }

  @RepeatedTest(5)
  void twoVisitsThatSwapTheirSlotsDontMeetAndDontWaitForEachOther() throws Exception {
    UUID colleague = colleague();
    String mine = booked(doctor, TEN);
    String theirs = booked(colleague, TEN);
    List<Together.Timed> all =
        Together.timed(
            8,
            i -> i % 2 == 0 ? move(mine, 1, to(TEN, colleague)) : move(theirs, 1, to(TEN, doctor)));
    assertThat(all)
        .allSatisfy(each -> {
          assertThat(each.answer().status()).as(each.answer().body()).isEqualTo(409);
          assertThat(each.answer().codes()).containsExactly("doctor-busy");
        });
    assertThat(all).allMatch(each -> each.took().compareTo(Duration.ofSeconds(3)) < 0);
  }

  @RepeatedTest(5)
  void ofManyVisitsThatAreMovedToOneSlotOneGetsIt() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      ids.add(booked(colleague(), TEN));
    }
    List<Answer> answers = Together.answers(16, i -> move(ids.get(i), 1, to(ELEVEN, doctor)));
    assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
    assertThat(answers).filteredOn(each -> each.status() == 200).hasSize(1);
  }

  @RepeatedTest(5)
  void ofALateArrivalAndABookingOneHasTheTime() throws Exception {
    String id = booked(doctor, TEN);
    clock.set(Instant.parse("2030-03-12T09:00:00Z"));
    step(id, "no-show", 1);
    // another node's clock is a moment behind: for it the slot is still to come
    clock.set(Instant.parse("2030-03-12T08:59:59Z"));
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      wishes.add(hospital.booking(doctor, hospital.patient(), TEN));
    }
    List<Answer> answers =
        Together.answers(
            8,
            i -> i % 4 == 0 ? step(id, "check-in", 2) : api.post("/appointments", wishes.get(i)));
    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 200, 409, 412);
    assertThat(answers).filteredOn(each -> each.status() <= 201).hasSize(1);
  }

  @RepeatedTest(5)
  void ofAHoldAndABookingOneHasTheTime() throws Exception {
    letGo();
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      wishes.add(hospital.booking(doctor, hospital.patient(), TEN));
    }
    Map<String, Object> held =
        Map.of("hospitalId", hospital.id(), "doctorId", doctor, "start", TEN, "type", "FOLLOW_UP");
    List<Answer> answers =
        Together.answers(
            8,
            i ->
                i % 2 == 0
                    ? api.post("/appointments", wishes.get(i / 2))
                    : api.post("/holds", held));
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(answers).filteredOn(each -> each.status() == 201).hasSize(1);
  }

  /// Edge case 20: one patient, two doctors, from two desks; equal and merely overlapping times.
  @RepeatedTest(5)
  void onePatientIsNotBookedTwiceFromTwoDesks() throws Exception {
    jdbc.sql("update hospital set policy = jsonb_set(policy, '{gridMinutes}', '30') where id = ?")
        .param(hospital.id())
        .update();
    List<UUID> doctors = List.of(doctor, colleague(), colleague(), colleague());
    List<String> starts = List.of(TEN, "2030-03-12T10:30:00+01:00");
    List<Answer> answers =
        Together.answers(
            8,
            i ->
                api.post(
                    "/appointments",
                    hospital.booking(doctors.get(i % 4), patient, starts.get(i / 4))));
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(answers).filteredOn(each -> each.status() == 201).hasSize(1);
  }

  /// Edge case 20: who doesn't mind which doctor it is asks one after the other. As many patients
  /// are booked as doctors are free, and the others hear that all are busy.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ofManyWhoTakeAnyDoctorAsManyAreBookedAsAreFree(int free) throws Exception {
    List<UUID> doctors = List.of(doctor, colleague(), colleague());
    doctors.subList(free, 3).forEach(busy -> booked(busy, TEN));
    List<UUID> patients = hospital.patients(8);
    List<Answer> answers =
        Together.answers(8, i -> booked(patients.get(i), i < 4 ? doctors : doctors.reversed()));
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(answers)
        .filteredOn(each -> each.status() == 201)
        .extracting(each -> UUID.fromString(each.text("doctorId")))
        .containsExactlyInAnyOrderElementsOf(doctors.subList(0, free));
    assertThat(answers)
        .filteredOn(each -> each.status() == 409)
        .allSatisfy(each -> assertThat(each.codes()).containsExactly("doctor-busy"));
  }

  /// By the first of the doctors who is free.
  private Answer booked(UUID whom, List<UUID> doctors) {
    Answer answer = api.post("/appointments", hospital.booking(doctors.getFirst(), whom, TEN));
    return answer.status() == 201 || doctors.size() == 1
        ? answer
        : booked(whom, doctors.subList(1, doctors.size()));
  }

  @Test
  void whateverManyDesksDoNothingOverlapsAndNobodyGetsAnError() throws Exception {
    List<UUID> doctors = List.of(doctor, colleague(), colleague());
    List<UUID> patients = hospital.patients(6);
    long until = System.nanoTime() + Duration.ofSeconds(Proof.length(3, 60)).toNanos();
    List<Answer> last =
        Together.answers(
            24,
            i -> {
              Random random = new Random(i);
              Answer answer = new Answer(409, "", null, null);
              while (System.nanoTime() < until) {
                answer = oneStep(answer, doctors, patients, random);
                assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409, 412, 422);
              }
              return answer;
            });
    assertThat(last).hasSize(24);
    assertThat(
            hospital.count(
                """
                select count(distinct e.kind) from appointment_event e
                join appointment a on a.id = e.appointment_id where a.hospital_id = ?
                """,
                hospital.id()))
        .as("moved, confirmed, checked in, undone, cancelled, perhaps completed")
        .isGreaterThanOrEqualTo(5);
  }

  private Answer oneStep(Answer before, List<UUID> doctors, List<UUID> patients, Random random) {
    UUID with = doctors.get(random.nextInt(doctors.size()));
    String start = "2030-03-12T%02d:00:00+01:00".formatted(9 + random.nextInt(6));
    if (before.status() > 201) {
      return api.post(
          "/appointments",
          hospital.booking(with, patients.get(random.nextInt(patients.size())), start));
    }
    String id = before.text("id");
    int version = before.json().get("version").asInt();
    if (before.text("status").equals("ARRIVED")) {
      return step(id, random.nextInt(40) == 0 ? "complete" : "undo-check-in", version);
    }
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> move(id, version, to(start, with));
      case 3 -> step(id, "confirm", version);
      case 4 -> step(id, "check-in", version);
      default -> step(id, "cancel", version);
    };
  }
}
