package io.daysheet.server.booking;

import static io.daysheet.server.TestHospital.and;

import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.booking.ModelDay.Resolved;
import io.daysheet.server.booking.ModelTime.Away;
import io.daysheet.server.booking.ModelTime.Hours;
import io.daysheet.server.booking.ModelTime.Open;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// The same desks when they arrange doctors' time.
abstract class ModelRota extends ModelDesks {

  private String plan;

  /// The third doctor works by a weekly plan.
  @BeforeEach
  void timeOfAllDoctors() {
    plan = api.post("/weekly-plans", weekly(model.plan().hours())).text("id");
    open(0, new Hours(9, 15));
    open(1, new Hours(9, 15));
  }

  private Map<String, Object> weekly(Hours hours) {
    return Map.of(
        "hospitalId", hospital.id(),
        "doctorId", doctors.get(2),
        "day", "TUESDAY",
        "start", "%02d:00".formatted(hours.from()),
        "end", "%02d:00".formatted(hours.until()),
        "validFrom", ModelView.DATE);
  }

  private static Map<String, Object> times(Hours hours) {
    return new HashMap<>(Map.of("start", at(hours.from()), "end", at(hours.until())));
  }

  void open(int with, Hours hours) {
    int expected = model.time().open(with, hours);
    same(
        "open %d %s".formatted(with, hours),
        expected,
        api.post(
            "/availabilities",
            hospital.opening(doctors.get(with), at(hours.from()), at(hours.until()))));
  }

  /// @param hours null: it is closed
  void rearrange(Open open, @Nullable Hours hours, List<Resolved> resolved) {
    String path = "/availabilities/" + id(open);
    int expected = model.rearrange(open, hours, resolved);
    Map<String, Object> body = hours == null ? new HashMap<>() : times(hours);
    body.put("resolutions", resolved.stream().map(ModelRota::resolution).toList());
    same(
        "rearrange %s to %s with %s".formatted(open, hours, resolved),
        expected,
        hours == null
            ? api.deleteWith(path, body, "If-Match", tag(open.version()))
            : api.put(path, body, "If-Match", tag(open.version())));
  }

  private static Map<String, Object> resolution(Resolved each) {
    @Nullable Integer hour = each.hour();
    return hour == null
        ? Map.of("appointmentId", each.visit().id(), "action", "CANCEL")
        : Map.of("appointmentId", each.visit().id(), "action", "MOVE", "start", at(hour));
  }

  private String id(Open open) {
    return day.onTheDay("availabilities")
        .filter(each ->
            each.get("doctorId").asString().equals(doctors.get(open.doctor()).toString())
                && each.get("start").asString().equals(at(open.hours().from())))
        .findFirst()
        .orElseThrow(() -> new AssertionError(open + " is not there after " + done))
        .get("id")
        .asString();
  }

  private Map<String, Object> off(int doctor, Hours hours) {
    return and(and(times(hours), "doctorId", doctors.get(doctor)), "reason", "SICK");
  }

  void leave(int doctor, Hours hours) {
    int expected = model.time().leave(hours);
    Answer answer =
        same(
            "leave %d %s".formatted(doctor, hours),
            expected,
            api.post("/time-off", off(doctor, hours)));
    if (expected == 201) {
      model.time().leave(answer.text("id"), doctor, hours);
    }
  }

  void leave(Away away, Hours hours) {
    int expected = model.time().leave(away, hours);
    same(
        "leave-otherwise %s, %s".formatted(away, hours),
        expected,
        api.put(
            "/time-off/" + away.id(), off(away.doctor(), hours), "If-Match", tag(away.version())));
    publishAfter(away);
  }

  void comeBack(Away away) {
    model.time().comeBack(away);
    same(
        "come-back %s".formatted(away),
        204,
        api.delete("/time-off/" + away.id(), "If-Match", tag(away.version())));
    publishAfter(away);
  }

  /// Which the server does by itself, soon.
  private void publishAfter(Away away) {
    if (away.doctor() == model.plan().doctor()) {
      replan(model.plan().hours());
    }
  }

  void replan(Hours hours) {
    String tag = tag(model.plan().version());
    int expected = model.plan().change(hours);
    same(
        "plan " + hours,
        expected,
        api.put("/weekly-plans/" + plan, weekly(hours), "If-Match", tag));
  }

  /// @param hours null: none
  void changeDate(@Nullable Hours hours) {
    String tag = tag(model.plan().version());
    int expected = model.plan().changeDate(hours);
    same(
        "date " + hours,
        expected,
        api.put(
            "/weekly-plans/" + plan + "/dates/" + ModelView.DATE,
            hours == null
                ? Map.of("skip", true)
                : Map.of(
                    "start", "%02d:00".formatted(hours.from()),
                    "end", "%02d:00".formatted(hours.until())),
            "If-Match",
            tag));
  }

  void resetDate() {
    String tag = tag(model.plan().version());
    int expected = model.plan().resetDate();
    same(
        "date as the others",
        expected,
        api.delete("/weekly-plans/" + plan + "/dates/" + ModelView.DATE, "If-Match", tag));
  }
}
