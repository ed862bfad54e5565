package io.daysheet.server.plan;

import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A desk that arranges the weeks of one doctor in Berlin. It is Tuesday, 12 March 2030, 08:00; the
/// clock changes on 31 March.
abstract class DoctorsWeek {

  static final LocalDate THURSDAY = LocalDate.of(2030, 3, 14);

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  TestDesk api;
  TestHospital hospital;
  UUID doctor;

  @BeforeEach
  void hire() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
  }

  @AfterEach
  void close() {
    api.close();
  }

  Map<String, Object> thursdays(String start, String end) {
    Map<String, Object> plan = new HashMap<>();
    plan.put("hospitalId", hospital.id());
    plan.put("doctorId", doctor);
    plan.put("day", "THURSDAY");
    plan.put("start", start);
    plan.put("end", end);
    plan.put("validFrom", "2030-01-01");
    return plan;
  }

  Answer made(Map<String, Object> plan) {
    Answer made = api.post("/weekly-plans", plan);
    if (made.status() != 201) {
      throw new AssertionError(made.body());
    }
    return made;
  }

  Answer changed(String id, int version, Map<String, Object> plan) {
    return api.put("/weekly-plans/" + id, plan, "If-Match", tag(version));
  }

  Answer changedFrom(String id, int version, LocalDate from, Map<String, Object> plan) {
    return api.put("/weekly-plans/" + id + "?from=" + from, plan, "If-Match", tag(version));
  }

  Answer date(String id, int version, LocalDate date, Map<String, Object> change) {
    return api.put("/weekly-plans/" + id + "/dates/" + date, change, "If-Match", tag(version));
  }

  Answer removed(String id, int version) {
    return api.delete("/weekly-plans/" + id, "If-Match", tag(version));
  }

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  /// What the doctor has, by the hospital's clock, soonest first.
  List<String> availabilities() {
    return jdbc.sql(
            """
            select to_char(lower(during) at time zone 'Europe/Berlin', 'MM-DD HH24:MI')
              || '-' || to_char(upper(during) at time zone 'Europe/Berlin', 'HH24:MI')
            from availability where doctor_id = ? order by lower(during)
            """)
        .param(doctor)
        .query(String.class)
        .list();
  }

  /// The availability that was published for a date.
  UUID published(String plan, LocalDate date) {
    return jdbc.sql("select id from availability where plan_id = ?::uuid and plan_date = ?")
        .params(plan, date)
        .query(UUID.class)
        .single();
  }

  String booked(String start) {
    Answer booked = api.post("/appointments", hospital.booking(doctor, hospital.patient(), start));
    if (booked.status() != 201) {
      throw new AssertionError(booked.body());
    }
    return booked.text("id");
  }

  static List<String> because(Answer answer) {
    return answer.json().get("kept").findValuesAsString("because");
  }

  static List<String> leftOut(Answer answer) {
    return answer
        .json()
        .get("leftOut")
        .valueStream()
        .map(each -> each.get("date").asString() + " " + codes(each.get("codes")))
        .toList();
  }

  private static String codes(@Nullable JsonNode codes) {
    return codes == null
        ? ""
        : String.join(" ", codes.valueStream().map(JsonNode::asString).toList());
  }
}
