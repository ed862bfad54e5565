package io.daysheet.server.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.booking.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.context.annotation.Import;

/// Time that is cleared while others book it, move into it, and clear it too.
@ServerTest
@Import(SettableClock.Configuration.class)
class ClearingRacesIT extends ArrangedDay {

  /// Edge case 24, and the same for what only gets shorter.
  @RepeatedTest(5)
  void againstABookingInsideOneOfTheTwoFails() throws Exception {
    List<Answer> answers =
        Together.answers(
            8,
            i ->
                i == 0
                    ? changed(1, 9, 12)
                    : api.post(
                        "/appointments",
                        hospital.booking(doctor, hospital.patient(), at(i % 2 == 0 ? 10 : 13))));
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 409, 422);
    boolean shrunk = statuses(answers).contains(200);
    assertThat(
            hospital.count(
                "select count(*) from appointment where doctor_id = ? and during @> ?::timestamptz",
                doctor,
                at(13)))
        .isEqualTo(shrunk ? 0 : 1);
  }

  private static List<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).toList();
  }

  /// Several desks that clear the same time, and bookings into where they move the visit.
  @RepeatedTest(5)
  void clearingTimeAgainstBookingsAndItselfIsAllOrNothing() throws Exception {
    String first = booked(9);
    String last = booked(14);
    List<Answer> answers =
        Together.answers(
            9,
            i ->
                i % 3 == 0
                    ? changed(1, 10, 14, cancel(first), move(last, 12))
                    : api.post(
                        "/appointments",
                        hospital.booking(doctor, hospital.patient(), at(i % 3 == 1 ? 12 : 11))));
    assertThat(answers).allMatch(each -> each.status() < 500, "no failure of the server");
    boolean done = statuses(answers).contains(200);
    assertThat(status(first)).isEqualTo(done ? "CANCELLED" : "SCHEDULED");
    assertThat(start(last)).isEqualTo(at(done ? 12 : 14));
  }

  /// Edge case 24, and the same for holds and for visits that are moved into it.
  @RepeatedTest(5)
  void takenBackAgainstWhateverComesInsideOneOfTheTwoFails() throws Exception {
    jdbc.sql("delete from appointment where status = 'HELD'").update();
    UUID colleague = hospital.doctor();
    hospital.availability(colleague, at(9), at(15));
    List<String> elsewhere =
        IntStream.range(9, 11)
            .mapToObj(hour ->
                api.post("/appointments", hospital.booking(colleague, hospital.patient(), at(hour)))
                    .text("id"))
            .toList();
    List<Answer> answers =
        Together.answers(
            6,
            i ->
                switch (i % 3) {
                  case 0 ->
                      i == 3
                          ? api.delete("/availabilities/" + id, "If-Match", tag(1))
                          : api.post(
                              "/appointments",
                              hospital.booking(doctor, hospital.patient(), at(9 + i)));
                  case 1 ->
                      api.post(
                          "/holds",
                          Map.of(
                              "hospitalId",
                              hospital.id(),
                              "doctorId",
                              doctor,
                              "start",
                              at(9 + i),
                              "type",
                              "FOLLOW_UP"));
                  default ->
                      api.post(
                          "/appointments/" + elsewhere.get(i / 3) + "/reschedule",
                          Map.of("start", at(9 + i), "doctorId", doctor, "reason", "asked for it"),
                          "If-Match",
                          tag(1));
                });
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 204, 409, 422);
    boolean gone = answers.get(3).status() == 204;
    assertThat(
            hospital.count(
                "select count(*) from appointment where doctor_id = ? and availability_id ="
                    + " ?::uuid",
                doctor,
                id))
        .isEqualTo(gone ? 0 : answers.stream().filter(each -> each.status() < 300).count());
    if (!gone) {
      assertThat(answers.get(3).codes()).containsExactly("availability-in-use");
    }
  }
}
