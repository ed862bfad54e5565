package io.daysheet.server.booking;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// What patients may do with their own visits, within the policy: a day's notice, and only the
/// types that are theirs to arrange.
@ServerTest
@Import(SettableClock.Configuration.class)
class OwnVisitsIT extends DoctorsDay {

  private TestHospital clinic;
  private UUID therapist;
  private TestDesk own;

  @BeforeEach
  void signInThePatient() {
    clinic =
        TestHospital.with(
            jdbc,
            BookingPolicy.of(
                60,
                List.of(
                    new AppointmentType("FOLLOW_UP", 60, 0, false, true),
                    new AppointmentType("SURGERY", 60, 0, false, false))));
    therapist = clinic.doctor();
    clinic.availability(therapist, NINE, THREE);
    clinic.availability(therapist, "2030-03-13T09:00+01", "2030-03-13T15:00+01");
    clinic.availability(therapist, "2030-03-31T09:00+02", "2030-03-31T15:00+02");
    String login = "portal-" + patient;
    jdbc.sql(
            """
            insert into account (id, login, name, roles, patient_id, created_at)
            values (?, ?, ?, array['PATIENT'], ?, '2030-01-01T00:00Z')
            """)
        .params(TestAccounts.id(login), login, login, patient)
        .update();
    TestAccounts.client(jdbc, login);
    own = TestDesk.of(login, port);
  }

  @AfterEach
  void signOut() {
    own.close();
  }

  private Map<String, Object> wish(String start, String type) {
    return TestHospital.and(clinic.booking(therapist, patient, start), "type", type);
  }

  @Test
  void onlyWhatIsTheirsToArrangeIsBookedAndMoved() {
    assertThat(own.post("/appointments", wish("2030-03-13T10:00:00+01:00", "SURGERY")).codes())
        .containsExactly("not-self-service");
    String id = api.post("/appointments", wish("2030-03-13T10:00:00+01:00", "SURGERY")).text("id");
    Answer moved = move(own, id, 1, Map.of("start", "2030-03-13T11:00:00+01:00"));
    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.codes()).containsExactly("not-self-service");
    assertThat(step(own, id, "cancel", 1).status()).isEqualTo(200);
    Answer booked = own.post("/appointments", wish("2030-03-13T12:00:00+01:00", "FOLLOW_UP"));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(
            move(own, booked.text("id"), 1, Map.of("start", "2030-03-13T13:00:00+01:00")).status())
        .isEqualTo(200);
  }

  /// While they are with another doctor, this one can't see them.
  @Test
  void aFreeTimeIsNoneWhileTheyAreElsewhere() {
    UUID colleague = clinic.doctor();
    clinic.availability(colleague, NINE, THREE);
    api.post("/appointments", clinic.booking(colleague, patient, TEN));
    String slots =
        "/slots?type=FOLLOW_UP&doctor=%s&hospital=%s&from=2030-03-12&to=2030-03-12"
            .formatted(therapist, clinic.id());

    assertThat(starts(own.get(slots)))
        .containsExactly(
            NINE, ELEVEN, NOON, "2030-03-12T13:00:00+01:00", "2030-03-12T14:00:00+01:00");
    assertThat(starts(api.get(slots))).contains(TEN);
  }

  private static List<String> starts(Answer answer) {
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(slot -> slot.get("start").asString())
        .toList();
  }

  /// Exactly a day before is early enough; edge case 6: on the clock-change day that is 24 hours of
  /// elapsed time, an hour earlier on the wall.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2030-03-13T10:00:00+01:00, 2030-03-12T09:00:00Z, 200
          2030-03-13T10:00:00+01:00, 2030-03-12T09:00:01Z, 422
          2030-03-31T10:00:00+02:00, 2030-03-30T08:00:00Z, 200
          2030-03-31T10:00:00+02:00, 2030-03-30T08:00:01Z, 422
          """)
  void aDaysNoticeIsElapsedTime(String start, Instant now, int status) {
    for (String verb : List.of("cancel", "reschedule")) {
      clock.set(SettableClock.TUESDAY);
      String id = api.post("/appointments", wish(start, "FOLLOW_UP")).text("id");
      clock.set(now);
      Answer answer =
          verb.equals("cancel")
              ? step(own, id, "cancel", 1)
              : move(own, id, 1, Map.of("start", start.replace("T10", "T14"), "reason", "please"));
      assertThat(answer.status()).as(verb + answer.body()).isEqualTo(status);
      if (status == 422) {
        assertThat(answer.codes()).containsExactly("cancellation-too-late");
        assertThat(step(id, "cancel", 1).status()).as("the staff may").isEqualTo(200);
      }
      jdbc.sql("update appointment set status = 'CANCELLED' where id = ?::uuid").param(id).update();
    }
  }

  @Test
  void whatHappenedAtTheHospitalIsForTheStaffToSay() {
    String id =
        own.post("/appointments", wish("2030-03-13T10:00:00+01:00", "FOLLOW_UP")).text("id");
    assertThat(step(own, id, "confirm", 1).status()).isEqualTo(200);
    clock.set(Instant.parse("2030-03-13T09:30:00Z"));
    for (String verb : List.of("undo-check-in", "complete", "no-show")) {
      assertThat(step(own, id, verb, 2).status()).as(verb).isEqualTo(403);
    }
    assertThat(step(id, "no-show", 2).status()).isEqualTo(200);
    assertThat(step(own, id, "check-in", 3).status()).as("a late arrival").isEqualTo(403);
  }

  @Test
  void whatIsInTheWayIsNotNamedToThem() {
    String id =
        own.post("/appointments", wish("2030-03-13T10:00:00+01:00", "FOLLOW_UP")).text("id");
    api.post(
        "/appointments", clinic.booking(therapist, clinic.patient(), "2030-03-13T12:00:00+01:00"));
    Answer refused = move(own, id, 1, Map.of("start", "2030-03-13T12:00:00+01:00"));
    assertThat(refused.codes()).containsExactly("doctor-busy");
    assertThat(refused.violation("doctor-busy").at("/blocker/id").asString())
        .isEqualTo(new UUID(0, 0).toString());
  }
}
