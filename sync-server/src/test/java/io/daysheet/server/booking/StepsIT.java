package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// The way of a visit: each step from each status, before and after its start at ten.
@ServerTest
@Import(SettableClock.Configuration.class)
class StepsIT extends DoctorsDay {

  private static final List<String> VERBS =
      List.of(
          "confirm", "check-in", "undo-check-in", "complete", "cancel", "no-show", "reschedule");

  private static final Map<String, String> LEADS_TO =
      Map.of(
          "confirm", "CONFIRMED",
          "check-in", "ARRIVED",
          "undo-check-in", "SCHEDULED",
          "complete", "COMPLETED",
          "cancel", "CANCELLED",
          "no-show", "NO_SHOW");

  /// Edge case 32 is in the last column and in that of the cancellation.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # status  | now                  | confirm in undo complete cancel no-show move
          SCHEDULED | 2030-03-12T08:59:59Z | 200 200 409 409 200 409 200
          SCHEDULED | 2030-03-12T09:00:00Z | 409 200 409 409 409 200 409
          CONFIRMED | 2030-03-12T08:59:59Z | 409 200 409 409 200 409 200
          CONFIRMED | 2030-03-12T09:00:00Z | 409 200 409 409 409 200 409
          ARRIVED   | 2030-03-12T08:59:59Z | 409 409 200 200 409 409 409
          ARRIVED   | 2030-03-12T12:00:00Z | 409 409 200 200 409 409 409
          COMPLETED | 2030-03-12T08:59:59Z | 409 409 409 409 409 409 409
          COMPLETED | 2030-03-12T12:00:00Z | 409 409 409 409 409 409 409
          CANCELLED | 2030-03-12T08:59:59Z | 409 409 409 409 409 409 409
          CANCELLED | 2030-03-12T12:00:00Z | 409 409 409 409 409 409 409
          NO_SHOW   | 2030-03-12T09:00:00Z | 409 200 409 409 409 409 409
          NO_SHOW   | 2030-03-12T22:59:59Z | 409 200 409 409 409 409 409
          NO_SHOW   | 2030-03-12T23:00:00Z | 409 409 409 409 409 409 409
          """)
  void onlyTheStepsThatAreDrawnCanBeTaken(String status, Instant now, String expected) {
    List<String> found = new ArrayList<>();
    for (String verb : VERBS) {
      String id = inStatus(status);
      clock.set(now);
      Answer answer = verb.equals("reschedule") ? move(id, 1, to(ELEVEN)) : step(id, verb, 1);
      found.add(String.valueOf(answer.status()));
      if (answer.status() == 200) {
        assertThat(answer.text("status")).as(verb).isEqualTo(LEADS_TO.getOrDefault(verb, status));
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(api.get("/appointments/" + id).json()).isEqualTo(answer.json());
        assertThat(events(id)).isEqualTo(1);
      } else {
        assertThat(answer.codes()).as(verb).containsExactly("illegal-transition");
        assertThat(events(id)).isZero();
      }
    }
    assertThat(found).isEqualTo(Arrays.asList(expected.split(" ")));
  }

  private String inStatus(String status) {
    clock.set(SettableClock.TUESDAY);
    String id = booked(colleague(), TEN);
    jdbc.sql("update appointment set status = ? where id = ?::uuid").params(status, id).update();
    return id;
  }

  @Test
  void aNoShowFreesTheTimeAndALateArrivalMayFindItTaken() {
    String id = booked(doctor, TEN);
    clock.set(Instant.parse("2030-03-12T08:30:00Z"));
    assertThat(step(id, "no-show", 1).codes()).containsExactly("illegal-transition");
    clock.set(Instant.parse("2030-03-12T09:30:00Z"));
    assertThat(step(id, "no-show", 1).status()).isEqualTo(200);
    String other = takenByAnotherDoctorsPatient();
    away(doctor, "2030-03-12T10:30:00+01:00", "2030-03-12T13:00:00+01:00");

    Answer late = step(id, "check-in", 2);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.codes()).containsExactly("on-time-off", "doctor-busy");
    assertThat(late.violation("doctor-busy").at("/blocker/id").asString()).isEqualTo(other);
    assertThat(api.get("/appointments/" + id).text("status")).isEqualTo("NO_SHOW");
  }

  /// Past the rules, which would refuse a start that has passed.
  private String takenByAnotherDoctorsPatient() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id,
              during, occupied, type, created_at)
            select ?, v.hospital_id, v.doctor_id, ?, v.id, r.during, r.during, 'FOLLOW_UP', now()
            from availability v,
              (select tstzrange('2030-03-12T10:30+01', '2030-03-12T11:00+01') as during) as r
            where v.doctor_id = ?
            """)
        .params(id, hospital.patient(), doctor)
        .update();
    return id.toString();
  }

  @Test
  void aLateArrivalNeedsAnAvailabilityAgain() {
    String id = booked(doctor, TEN);
    clock.set(Instant.parse("2030-03-12T09:30:00Z"));
    step(id, "no-show", 1);
    jdbc.sql("delete from availability where doctor_id = ?").param(doctor).update();
    assertThat(step(id, "check-in", 2).codes()).containsExactly("outside-availability");
    hospital.availability(doctor, NINE, NOON);
    assertThat(step(id, "check-in", 2).text("status")).isEqualTo("ARRIVED");
  }

  @Test
  void aRepeatedStepGetsItsFirstAnswerAndHappensOnce() {
    String id = booked(doctor, TEN);
    String path = "/appointments/" + id + "/confirm";
    Answer first = api.post(path, "", "If-Match", "\"1\"", "Idempotency-Key", "confirm-" + id);
    clock.set(Instant.parse("2030-03-12T12:00:00Z"));
    Answer again = api.post(path, "", "If-Match", "\"1\"", "Idempotency-Key", "confirm-" + id);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again).isEqualTo(first);
    assertThat(events(id)).isEqualTo(1);
    assertThat(changes()).isEqualTo(2);
  }

  @Test
  void aStepNeedsTheVersionThatWasSeen() {
    String id = booked(doctor, TEN);
    assertThat(api.post("/appointments/" + id + "/confirm", "").status()).isEqualTo(428);
    step(id, "confirm", 1);
    Answer stale = step(id, "check-in", 1);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/current/status").asString()).isEqualTo("CONFIRMED");
    assertThat(step(UUID.randomUUID().toString(), "confirm", 1).status()).isEqualTo(404);
  }
}
