package io.daysheet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.schedule.WeeklyPlan.ChangedDate;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.MinuteOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WeeklyPlanJsonTest {

  private static final JsonMapper JSON = WireJson.mapper();
  private static final HospitalId HOSPITAL = new HospitalId(new UUID(1, 1));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(2, 2));

  @Test
  void aWeeklyPlanComesBackEqualAndCanBeSentBackAsItWasRead() {
    var plan =
        new WeeklyPlan(
            new WeeklyPlanId(new UUID(7, 7)),
            HOSPITAL,
            DOCTOR,
            DayOfWeek.MONDAY,
            MinuteOfDay.parse("09:00"),
            MinuteOfDay.END_OF_DAY,
            LocalDate.of(2026, 3, 2),
            null,
            List.of(
                new ChangedDate(LocalDate.of(2026, 3, 9), null, null),
                new ChangedDate(
                    LocalDate.of(2026, 3, 16), MinuteOfDay.MIDNIGHT, MinuteOfDay.parse("12:00"))),
            3);

    String json = JSON.writeValueAsString(plan);

    assertThat(json)
        .contains("\"start\":\"09:00\",\"end\":\"24:00\"")
        .contains("{\"date\":\"2026-03-09\",\"start\":null,\"end\":null}");
    assertThat(JSON.readValue(json, WeeklyPlan.class)).isEqualTo(plan);
    KeepWeeklyPlan sentBack = JSON.readValue(json, KeepWeeklyPlan.class);
    assertThat(sentBack.plan(plan.id(), plan.changedDates(), 3)).isEqualTo(plan);
    var published =
        new PublishedPlan(plan, 3, 2, 1, LocalDate.of(2026, 9, 14), List.of(), List.of());
    assertThat(JSON.readValue(JSON.writeValueAsString(published), PublishedPlan.class))
        .isEqualTo(published);
  }
}
