package io.daysheet.server.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// A doctor's time that is made longer or shorter.
@ServerTest
@Import(SettableClock.Configuration.class)
class AvailabilityChangesIT extends ArrangedDay {

  @Test
  void itGrowsAndShrinksInPlace() {
    String visit = booked(10);
    Answer longer = changed(1, 9, 19);
    assertThat(longer.status()).as(longer.body()).isEqualTo(200);
    assertThat(longer.etag()).isEqualTo("\"2\"");
    assertThat(longer.text("end")).isEqualTo(at(19));
    Answer shorter = changed(2, 10, 12);
    assertThat(shorter.status()).isEqualTo(200);
    assertThat(api.get("/availabilities/" + id).json()).isEqualTo(shorter.json());
    assertThat(start(visit)).isEqualTo(at(10));
    assertThat(api.put("/availabilities/" + id, shorter.body(), "If-Match", "\"3\"").status())
        .isEqualTo(200);
    assertThat(changed(2, 9, 12).status()).isEqualTo(412);
    assertThat(api.put("/availabilities/" + id, times(9, 12)).status()).isEqualTo(428);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09:30, 15:00, off-grid
          09:00, 20:00, outside-operating-hours
          09:00, 09:00, too-short
          12:00, 09:00, too-short
          """)
  void theRulesAreThoseOfOpening(String from, String until, String code) {
    Answer refused =
        api.put(
            "/availabilities/" + id,
            Map.of(
                "start",
                "2030-03-14T" + from + ":00+01:00",
                "end",
                "2030-03-14T" + until + ":00+01:00"),
            "If-Match",
            "\"1\"");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.codes()).containsExactly(code);
  }

  @Test
  void itDoesNotGrowOverAnotherOne() {
    api.post("/availabilities", hospital.opening(doctor, at(16), at(18)));
    assertThat(changed(1, 9, 16).status()).isEqualTo(200);
    Answer refused = changed(2, 9, 17);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.codes()).containsExactly("availability-overlap");
  }

  @Test
  void aPlanLeavesWhatStaffChangedOrTookBack() {
    Map<String, Object> plan = new HashMap<>();
    plan.put("hospitalId", hospital.id());
    plan.put("doctorId", doctor);
    plan.put("day", "FRIDAY");
    plan.put("start", "09:00");
    plan.put("end", "12:00");
    plan.put("validFrom", "2030-01-01");
    String week = api.post("/weekly-plans", plan).text("id");
    String first = published(week, "2030-03-15");
    String second = published(week, "2030-03-22");
    assertThat(api.delete("/availabilities/" + first, "If-Match", "\"1\"").status()).isEqualTo(204);
    assertThat(
            api.put(
                    "/availabilities/" + second,
                    Map.of(
                        "start", "2030-03-22T10:00:00+01:00", "end", "2030-03-22T11:00:00+01:00"),
                    "If-Match",
                    "\"1\"")
                .status())
        .isEqualTo(200);
    plan.put("end", "15:00");
    Answer changed = api.put("/weekly-plans/" + week, plan, "If-Match", "\"2\"");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().at("/changedDates/0/date").asString()).isEqualTo("2030-03-15");
    assertThat(changed.json().get("kept").findValuesAsString("because"))
        .containsExactly("CHANGED_BY_HAND");
    assertThat(api.get("/availabilities/" + second).text("end"))
        .isEqualTo("2030-03-22T11:00:00+01:00");
    assertThat(
            hospital.count(
                "select count(*) from availability where plan_date = '2030-03-15' and doctor_id ="
                    + " ?",
                doctor))
        .isZero();
  }

  private String published(String plan, String date) {
    return jdbc.sql("select id from availability where plan_id = ?::uuid and plan_date = ?::date")
        .params(plan, date)
        .query(String.class)
        .single();
  }
}
