package io.daysheet.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.booking.Together;
import io.daysheet.server.booking.Unbroken;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Weekly plans that several desks, the job and bookings write about at once.
@ServerTest
@Import(SettableClock.Configuration.class)
class PlanRacesIT extends DoctorsWeek {

  @Autowired DailyPublishing daily;

  @RepeatedTest(3)
  void ofDesksThatChangeAPlanAtOnceOneIsHeard() throws Exception {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    List<Answer> answers =
        Together.answers(
            8,
            i ->
                i % 2 == 0
                    ? changed(plan, 1, thursdays("%02d:00".formatted(9 + i), "18:00"))
                    : date(plan, 1, THURSDAY.plusWeeks(i), Map.of("skip", true)));
    assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
    assertThat(version(plan)).isEqualTo(2);
    Unbroken.check(hospital);
  }

  /// Publishing against desks that open, shorten and take back the same times, against bookings,
  /// and against itself.
  @RepeatedTest(5)
  void editsStaffAndBookingsAtOnceLeaveNoOverlapAndNoVisitOutside() throws Exception {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    UUID first = published(plan, THURSDAY);
    UUID second = published(plan, THURSDAY.plusWeeks(1));
    List<Answer> answers =
        Together.answers(
            36,
            i ->
                switch (i % 6) {
                  case 0 ->
                      changed(plan, 1 + i / 12, thursdays(i < 12 ? "11:00" : "12:00", "16:00"));
                  case 1 ->
                      api.post(
                          "/appointments",
                          hospital.booking(
                              doctor,
                              hospital.patient(),
                              "2030-03-%02dT%02d:00:00+01:00"
                                  .formatted(14 + 7 * (i % 3), 9 + i / 6)));
                  case 2 ->
                      api.post(
                          "/availabilities",
                          hospital.opening(
                              doctor, "2030-03-14T09:00:00+01:00", "2030-03-14T11:00:00+01:00"));
                  case 3 ->
                      api.put(
                          "/availabilities/" + first,
                          Map.of(
                              "start",
                              "2030-03-14T10:00:00+01:00",
                              "end",
                              "2030-03-14T%d:00:00+01:00".formatted(13 + i / 6)),
                          "If-Match",
                          tag(1 + i / 12));
                  case 4 -> api.delete("/availabilities/" + second, "If-Match", tag(1 + i / 12));
                  default -> {
                    daily.publish();
                    yield api.get("/weekly-plans/" + plan);
                  }
                });
    assertThat(answers)
        .allSatisfy(each -> assertThat(each.status()).as(each.body()).isLessThan(500));
    Unbroken.check(hospital);
  }

  /// A date is skipped, or changed, while staff take its availability back or change it: whoever
  /// was later is right, and nobody's word is lost by halves.
  @RepeatedTest(5)
  void oneDateIsThePlansOrStaffs() throws Exception {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    UUID there = published(plan, THURSDAY);
    List<Answer> answers =
        Together.answers(
            4,
            i ->
                switch (i) {
                  case 0 -> date(plan, 1, THURSDAY, Map.of("skip", true));
                  case 1 -> date(plan, 1, THURSDAY, Map.of("start", "13:00", "end", "18:00"));
                  case 2 -> api.delete("/availabilities/" + there, "If-Match", tag(1));
                  default ->
                      api.put(
                          "/availabilities/" + there,
                          Map.of(
                              "start", "2030-03-14T10:00:00+01:00",
                              "end", "2030-03-14T12:00:00+01:00"),
                          "If-Match",
                          tag(1));
                });
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 403, 404, 409, 412);
    List<String> before = availabilities();
    daily.publishAll();
    changed(plan, version(plan), thursdays("09:00", "17:00"));
    assertThat(availabilities()).as("published again").isEqualTo(before);
    Unbroken.check(hospital);
  }

  private int version(String plan) {
    return api.get("/weekly-plans/" + plan).json().get("version").asInt();
  }
}
