package io.daysheet.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/// Weekly plans as a desk keeps them.
@ServerTest
@Import(SettableClock.Configuration.class)
class PlansIT extends DoctorsWeek {

  private static final String NINE = "2030-03-14T09:00:00+01:00";

  @Test
  void aPlanIsPublishedAtOnceForTwentySixWeeksByTheWallClock() {
    Answer made = made(thursdays("09:00", "17:00"));

    assertThat(made.etag()).isEqualTo("\"1\"");
    assertThat(made.location()).isEqualTo("/api/v1/weekly-plans/" + made.text("id"));
    assertThat(availabilities())
        .hasSize(26)
        .startsWith(
            "03-14 09:00-17:00", "03-21 09:00-17:00", "03-28 09:00-17:00", "04-04 09:00-17:00")
        .endsWith("09-05 09:00-17:00");
    Answer found = api.get("/weekly-plans/" + made.text("id"));
    assertThat(found.text("start")).isEqualTo("09:00");
    assertThat(found.json().get("changedDates").isEmpty()).isTrue();
    assertThat(
            api.get("/weekly-plans?hospital=" + hospital.id())
                .json()
                .get("items")
                .findValuesAsString("id"))
        .containsExactly(made.text("id"));
    assertThat(booked(NINE)).isNotEmpty();
  }

  @Test
  void eachAvailabilityIsAChangeOfTheHospitalsStream() {
    made(thursdays("09:00", "17:00"));

    assertThat(
            hospital.count(
                """
                select count(distinct c.sequence) from change c
                join availability v on v.id = c.subject_id and v.during = c.during
                where c.hospital_id = ? and c.kind = 'availability-created'
                """,
                hospital.id()))
        .isEqualTo(26);
    assertThat(
            hospital.count("select max(sequence) from change where hospital_id = ?", hospital.id()))
        .isEqualTo(26);
  }

  @Test
  void aRetryGetsTheFirstAnswerAndPublishesNothingTwice() {
    String key = UUID.randomUUID().toString();
    Answer made = api.post("/weekly-plans", thursdays("09:00", "17:00"), "Idempotency-Key", key);
    assertThat(api.post("/weekly-plans", thursdays("09:00", "17:00"), "Idempotency-Key", key))
        .isEqualTo(made);
    assertThat(availabilities()).hasSize(26);
    String path = "/weekly-plans/" + made.text("id");
    Answer gone = api.delete(path, "If-Match", "\"1\"", "Idempotency-Key", "no " + key);
    assertThat(gone.status()).isEqualTo(204);
    assertThat(api.delete(path, "If-Match", "\"1\"", "Idempotency-Key", "no " + key))
        .isEqualTo(gone);
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09:30, 17:00, 2030-01-01, , 422, off-grid
          08:00, 17:00, 2030-01-01, , 422, outside-operating-hours
          17:00, 09:00, 2030-01-01, , 422, too-short
          09:00, 17:00, 2030-01-01, 2029-12-31, 422, invalid-value
          09:00, 25:00, 2030-01-01, , 400, invalid-value
          09:00, 17:00, +20300-01-01, , 422, invalid-value
          """)
  void aPlanThatBreaksTheFrameIsRefused(
      String start, String end, String from, String until, int status, String code) {
    Map<String, Object> plan = thursdays(start, end);
    plan.put("validFrom", from);
    if (until != null) {
      plan.put("validUntil", until);
    }
    Answer refused = api.post("/weekly-plans", plan);
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.codes()).containsExactly(code);
    assertThat(availabilities()).isEmpty();
  }

  @Test
  void whatItNamesHasToExistAndADoctorHasToWorkThere() {
    Map<String, Object> plan = thursdays("09:00", "17:00");
    plan.put("doctorId", UUID.randomUUID());
    plan.put("hospitalId", UUID.randomUUID());
    Answer unknown = api.post("/weekly-plans", plan);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("violations").findValuesAsString("field"))
        .containsExactly("hospitalId", "doctorId");
    plan = thursdays("09:00", "17:00");
    plan.put("doctorId", TestHospital.hourly(jdbc).doctor());
    assertThat(api.post("/weekly-plans", plan).codes()).containsExactly("inactive");
  }

  @Test
  void nothingIsPublishedOverAClosureAnAbsenceOrAnotherAvailability() {
    jdbc.sql("update hospital set closures = ?::jsonb, version = version + 1 where id = ?")
        .params("[{\"date\": \"2030-03-14\", \"reason\": \"Moving house\"}]", hospital.id())
        .update();
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (gen_random_uuid(), ?, '[2030-03-21T16:00+01, 2030-03-22T00:00+01)', 'CME')
            """)
        .param(doctor)
        .update();
    TestHospital other = TestHospital.hourly(jdbc);
    other.availability(doctor, "2030-03-28T10:00+01", "2030-03-28T11:00+01");

    Answer made = made(thursdays("09:00", "17:00"));

    assertThat(leftOut(made))
        .containsExactly(
            "2030-03-14 hospital-closed",
            "2030-03-21 on-time-off",
            "2030-03-28 availability-overlap");
    assertThat(availabilities()).startsWith("03-28 10:00-11:00", "04-04 09:00-17:00").hasSize(24);
    assertThat(made.json().get("opened").asInt()).isEqualTo(23);
  }

  @Test
  void aChangeOfThePlanChangesWhatLiesAheadInPlaceAndLeavesThePast() {
    Answer made = made(thursdays("09:00", "17:00"));
    String plan = made.text("id");
    UUID second = published(plan, THURSDAY.plusWeeks(1));
    clock.set(SettableClock.TUESDAY.plusSeconds(3 * 24 * 3600));

    Answer changed = changed(plan, 1, thursdays("10:00", "16:00"));

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(availabilities()).startsWith("03-14 09:00-17:00", "03-21 10:00-16:00");
    assertThat(published(plan, THURSDAY.plusWeeks(1))).isEqualTo(second);
    assertThat(api.get("/availabilities/" + second).etag()).isEqualTo("\"2\"");
  }

  @Test
  void aPlanCanBeSentBackAsItWasReadAndNamesTheVersionThatWasSeen() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    date(plan, 1, THURSDAY, Map.of("skip", true));
    Answer read = api.get("/weekly-plans/" + plan);
    assertThat(api.put("/weekly-plans/" + plan, read.body(), "If-Match", "\"2\"").status())
        .isEqualTo(200);
    Answer stale = changed(plan, 2, thursdays("10:00", "16:00"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().get("current").get("start").asString()).isEqualTo("09:00");
    assertThat(api.put("/weekly-plans/" + plan, read.body()).status()).isEqualTo(428);
    Map<String, Object> others = thursdays("09:00", "17:00");
    others.put("doctorId", hospital.doctor());
    assertThat(changed(plan, 3, others).json().get("violations").findValuesAsString("field"))
        .containsExactly("doctorId");
  }

  @Test
  void oneDateIsChangedOrSkippedAndTheOthersStay() {
    String plan = made(thursdays("09:00", "17:00")).text("id");

    assertThat(date(plan, 1, THURSDAY, Map.of("start", "13:00", "end", "18:00")).status())
        .isEqualTo(200);
    assertThat(date(plan, 2, THURSDAY.plusWeeks(1), Map.of("skip", true)).status()).isEqualTo(200);
    assertThat(availabilities())
        .startsWith("03-14 13:00-18:00", "03-28 09:00-17:00", "04-04 09:00-17:00");

    // and stay so when the others are changed
    assertThat(changed(plan, 3, thursdays("10:00", "16:00")).status()).isEqualTo(200);
    assertThat(availabilities()).startsWith("03-14 13:00-18:00", "03-28 10:00-16:00");

    assertThat(
            api.delete(
                    "/weekly-plans/" + plan + "/dates/" + THURSDAY.plusWeeks(1),
                    "If-Match",
                    "\"4\"")
                .status())
        .isEqualTo(200);
    assertThat(availabilities())
        .startsWith("03-14 13:00-18:00", "03-21 10:00-16:00", "03-28 10:00-16:00");
  }

  @Test
  void aDateThatIsNoneOfThePlanOrIsOverIsRefused() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    assertThat(date(plan, 1, THURSDAY.plusDays(1), Map.of("skip", true)).codes())
        .containsExactly("invalid-value");
    assertThat(date(plan, 1, THURSDAY.minusWeeks(1), Map.of("skip", true)).codes())
        .containsExactly("in-the-past");
    assertThat(date(plan, 1, THURSDAY, Map.of("start", "09:30", "end", "20:00")).codes())
        .containsExactly("off-grid", "outside-operating-hours");
    assertThat(date(plan, 1, THURSDAY, Map.of("start", "09:00")).codes())
        .containsExactly("missing-field");
    assertThat(availabilities()).startsWith("03-14 09:00-17:00");
  }

  @Test
  void thisAndFollowingLeavesThePastPlanAndTheDatesBefore() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    LocalDate from = THURSDAY.plusWeeks(2);
    date(plan, 1, from.plusWeeks(1), Map.of("start", "13:00", "end", "18:00"));
    UUID published = published(plan, from);

    Answer follows = changedFrom(plan, 2, from, thursdays("11:00", "15:00"));

    assertThat(follows.status()).as(follows.body()).isEqualTo(200);
    assertThat(follows.text("id")).isNotEqualTo(plan);
    assertThat(follows.text("validFrom")).isEqualTo("2030-03-28");
    assertThat(api.get("/weekly-plans/" + plan).text("validUntil")).isEqualTo("2030-03-27");
    assertThat(availabilities())
        .startsWith(
            "03-14 09:00-17:00",
            "03-21 09:00-17:00",
            "03-28 11:00-15:00",
            "04-04 13:00-18:00",
            "04-11 11:00-15:00");
    assertThat(published(follows.text("id"), from)).isEqualTo(published);
  }

  @Test
  void whatVisitsNeedStaysIsToldAndFollowsOnceTheyAreGone() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    String visit = booked(NINE);

    Answer changed = changed(plan, 1, thursdays("10:00", "16:00"));

    assertThat(because(changed)).containsExactly("IN_USE");
    assertThat(changed.json().get("kept").get(0).get("availability").get("start").asString())
        .isEqualTo(NINE);
    assertThat(availabilities()).startsWith("03-14 09:00-17:00", "03-21 10:00-16:00");
    api.post("/appointments/" + visit + "/cancel", Map.of("reason", "ill"), "If-Match", "\"1\"");
    assertThat(because(changed(plan, 2, thursdays("10:00", "16:00")))).isEmpty();
    assertThat(availabilities()).startsWith("03-14 10:00-16:00", "03-21 10:00-16:00");
  }

  @Test
  void aPlanThatGoesTakesWhatItPublishedAndLeavesWhatIsInUse() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    String visit = booked(NINE);
    UUID kept = published(plan, THURSDAY);

    Answer removed = removed(plan, 1);

    assertThat(removed.status()).isEqualTo(200);
    assertThat(because(removed)).containsExactly("IN_USE");
    assertThat(availabilities()).containsExactly("03-14 09:00-17:00");
    Answer found = api.get("/availabilities/" + kept);
    assertThat(found.json().get("planId").isNull()).isTrue();
    assertThat(found.etag()).isEqualTo("\"2\"");
    assertThat(api.get("/appointments/" + visit).text("status")).isEqualTo("SCHEDULED");
  }

  @Test
  void whoDidItIsInTheAudit() {
    String plan = made(thursdays("09:00", "17:00")).text("id");
    date(plan, 1, THURSDAY, Map.of("skip", true));
    changed(plan, 1, thursdays("10:00", "16:00"));
    removed(plan, 2);
    assertThat(
            jdbc.sql(
                    """
                    select action || ' ' || outcome from audit_entry
                    where subject_id = ?::uuid order by id
                    """)
                .param(plan)
                .query(String.class)
                .list())
        .isEqualTo(
            List.of(
                "weekly-plan-created done",
                "weekly-plan-changed done",
                "weekly-plan-changed refused",
                "weekly-plan-removed done"));
  }
}
