package io.daysheet.server.access;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.access.TwoHospitals.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Asks what the matrix asks: each call about something that was made for this question alone.
record MatrixQuestions(Api api, TwoHospitals world) {

  Answer ask(String call, Side side, boolean aboutNothing, String column) {
    String day = takesTime(call) && !aboutNothing ? side.nextDay() : "2030-05-21";
    String[] parts = call.split(" ", 2);
    String id = aboutNothing ? UUID.randomUUID().toString() : subject(call, side, day);
    var headers = new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
    if (List.of("DELETE", "PUT").contains(parts[0])
        || call.startsWith("POST /appointments/{id}/")
        || call.endsWith("/merge")) {
      headers.addAll(List.of("If-Match", matched(call)));
    }
    String path =
        filled(parts[1], side, id)
            .replace("{own}", call.contains("{own}") ? held(side, day, column) : "")
            .replace("/visits", "/appointments")
            .replaceFirst("^/slots", slots(side, day))
            .replaceFirst("[?](status=all|visit=.*)$", "&$1")
            .replaceFirst("^/schedule$", "/schedule?hospital=" + side.hospital() + "&date=" + day);
    return as(column)
        .send(parts[0], path, MatrixBodies.of(call, side, day, id), headers.toArray(String[]::new));
  }

  private static String slots(Side side, String day) {
    return "/slots?type=FOLLOW_UP&doctor=%s&hospital=%s&from=%s&to=%s"
        .formatted(side.doctor(), side.hospital(), day, day);
  }

  /// What every question is about is asked about in a version that it never had.
  private static String matched(String call) {
    return call.matches("(PUT /(hospitals|doctors|patients)/.*|.*/(merge|[{]room[}]))")
        ? "\"99\""
        : "\"1\"";
  }

  /// There are as many days as the horizon has.
  private static boolean takesTime(String call) {
    return call.matches(".*[{](id|own)}.*|POST /(a|holds).*");
  }

  static String filled(String path, Side side, String id) {
    return path.replace("{id}", id)
        .replace("{date}", "2035-01-01")
        .replace("{hospital}", side.hospital().toString())
        .replace("{doctor}", side.doctor().toString())
        .replace("{patient}", side.patient().toString())
        .replace("{name}", side.familyName())
        .replace("{room}", side.room().toString())
        .replace("{client}", "matrix-somebody")
        .replace("{user}", TestAccounts.id("matrix-somebody").toString());
  }

  /// What the path names, made for this question alone.
  private String subject(String call, Side side, String day) {
    if (call.contains("/availabilities/{id}")) {
      return side.availability(day).toString();
    }
    if (call.contains("/time-off/{id}")) {
      return side.timeOff().toString();
    }
    if (call.contains("/weekly-plans/{id}")) {
      return side.plan().toString();
    }
    if (call.contains("/appointments/{id}") || call.contains("visit={id}")) {
      return side.visit(day).toString();
    }
    if (call.equals("POST /appointments")) {
      return side.availability(day).toString();
    }
    if (call.equals("POST /holds")) {
      // a patient may have one
      side.clinic().jdbc().sql("delete from appointment where status = 'HELD'").update();
      return side.availability(day).toString();
    }
    if (call.contains("/holds/{id}")) {
      return held(side, day, "nobody");
    }
    if (call.equals("POST /emergency-access")) {
      // nobody whom another question is about
      return side.clinic().patient("Emma", "Urgent", "1999-09-09").toString();
    }
    return call.equals("DELETE /emergency-access/{id}")
        ? emergency(side, side.equals(world.own()) ? "doctor" : "admin")
        : "";
  }

  private static String held(Side side, String day, String column) {
    return side.hold(side.availability(day), column).toString();
  }

  /// That has not ended, of an account; nobody can read its reason.
  private static String emergency(Side side, String column) {
    UUID id = UUID.randomUUID();
    side.clinic()
        .jdbc()
        .sql(
            """
            insert into emergency_access (id, account_id, patient_id, reason, begins_at, ends_at)
            values (?, ?, ?, '', '2030-01-01T00:00Z', '2031-01-01T00:00Z')
            """)
        .params(id, TestAccounts.id(TwoHospitals.login(column)), side.patient().value())
        .update();
    return id.toString();
  }

  Api as(String column) {
    return column.equals("nobody") ? api.anonymous() : api.as(TwoHospitals.login(column));
  }
}
