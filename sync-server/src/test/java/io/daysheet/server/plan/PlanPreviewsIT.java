package io.daysheet.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// What publishing would come to is told before it is done, and is what it comes to.
@ServerTest
@Import(SettableClock.Configuration.class)
class PlanPreviewsIT extends DoctorsWeek {

  private static final LocalDate SECOND = THURSDAY.plusWeeks(1);
  private static final LocalDate THIRD = THURSDAY.plusWeeks(2);

  @Test
  void ofANewPlanNothingIsDone() {
    away(SECOND);
    Answer preview = api.post("/weekly-plans/preview", thursdays("09:00", "17:00"));

    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(leftOut(preview)).containsExactly("2030-03-21 on-time-off");
    assertThat(api.get("/weekly-plans?doctor=" + doctor).json().get("items").isEmpty()).isTrue();
    assertThat(availabilities()).isEmpty();
    assertThat(told(preview)).isEqualTo(told(made(thursdays("09:00", "17:00"))));
    assertThat(preview.json().get("opened").asInt()).isEqualTo(25);
  }

  /// Where a visit stands inside, and staff changed another by hand.
  @Test
  void ofAllDates() {
    String plan = lived();
    Map<String, Object> later = thursdays("10:00", "16:00");
    Answer preview = preview(plan, "", later);
    Answer written = changed(plan, 1, later);

    assertThat(because(preview)).containsExactlyInAnyOrder("IN_USE", "CHANGED_BY_HAND");
    assertThat(told(preview)).isEqualTo(told(written));
    assertThat(written.json().get("changed").asInt()).isEqualTo(24);
  }

  @Test
  void ofADateAndThoseThatFollow() {
    String plan = lived();
    Map<String, Object> later = thursdays("10:00", "16:00");
    later.put("validUntil", "2030-08-01");
    Answer preview = preview(plan, "?from=" + SECOND, later);

    assertThat(because(preview)).containsExactly("CHANGED_BY_HAND");
    assertThat(told(preview)).isEqualTo(told(changedFrom(plan, 1, SECOND, later)));
    assertThat(preview(plan, "?from=2030-03-01", later).codes()).containsExactly("in-the-past");
  }

  /// Also of what staff changed by hand: it is the plan's again.
  @Test
  void ofOneDate() {
    String plan = lived();
    Map<String, Object> skipped = thursdays("09:00", "17:00");
    skipped.put("changedDates", List.of(Map.of("date", SECOND.toString())));
    Answer preview = preview(plan, "", skipped);

    assertThat(told(preview)).isEqualTo(told(date(plan, 1, SECOND, Map.of("skip", true))));
    assertThat(preview.json().get("closed").asInt()).isEqualTo(1);
    skipped.put("changedDates", List.of(Map.of("date", THURSDAY.toString())));
    assertThat(because(preview(plan, "", skipped))).contains("IN_USE");
  }

  @Test
  void ofARemoval() {
    String plan = lived();
    Answer preview = api.get("/weekly-plans/" + plan + "/removal");

    assertThat(preview.json().get("closed").asInt()).isEqualTo(24);
    assertThat(told(preview)).isEqualTo(told(removed(plan, 1)));
  }

  @Test
  void whatIsRefusedIsRefusedHereToo() {
    assertThat(api.post("/weekly-plans/preview", thursdays("08:30", "17:00")).codes())
        .containsExactly("off-grid", "outside-operating-hours");
    Map<String, Object> others = thursdays("09:00", "17:00");
    others.put("doctorId", hospital.doctor());
    assertThat(preview(lived(), "", others).status()).isEqualTo(422);
    assertThat(preview(UUID.randomUUID().toString(), "", others).status()).isEqualTo(404);
    assertThat(api.get("/weekly-plans/" + UUID.randomUUID() + "/removal").status()).isEqualTo(404);
  }

  @Test
  void thePlansReachAsFarAsTheHospitalAllows() {
    assertThat(horizon()).isEqualTo("2030-09-10");
    jdbc.sql(
            """
            update hospital set policy = jsonb_set(policy, '{horizonDays}', '30'),
              version = version + 1
            where id = ?
            """)
        .param(hospital.id())
        .update();

    assertThat(horizon()).isEqualTo("2030-04-11");
    assertThat(made(thursdays("09:00", "17:00")).text("until")).isEqualTo("2030-04-11");
  }

  private String horizon() {
    return api.get("/weekly-plans/horizon?hospital=" + hospital.id()).text("until");
  }

  /// A plan with a visit on its first date and its second changed by hand.
  private String lived() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    booked("2030-03-14T09:00:00+01:00");
    UUID second = published(plan, SECOND);
    Answer byHand =
        api.put(
            "/availabilities/" + second,
            Map.of("start", SECOND + "T09:00:00+01:00", "end", SECOND + "T12:00:00+01:00"),
            "If-Match",
            "\"1\"");
    assertThat(byHand.status()).as(byHand.body()).isEqualTo(200);
    away(THIRD);
    return plan;
  }

  private void away(LocalDate date) {
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (gen_random_uuid(), ?, tstzrange(?::timestamptz, ?::timestamptz), 'CME')
            """)
        .params(doctor, date + "T12:00+01", date + "T13:00+01")
        .update();
  }

  private Answer preview(String plan, String query, Map<String, Object> change) {
    Map<String, Object> request = new HashMap<>(change);
    request.put("id", plan);
    return api.post("/weekly-plans/preview" + query, request);
  }

  private static String told(Answer answer) {
    var json = answer.json();
    return String.join(
        " ",
        json.get("opened").toString(),
        json.get("changed").toString(),
        json.get("closed").toString(),
        json.get("until").toString(),
        because(answer).toString(),
        json.get("kept").findValuesAsString("id").toString(),
        leftOut(answer).toString());
  }
}
