package io.daysheet.server.resolution;

import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.booking.Unbroken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A doctor's time from nine to three, to be changed with the visits inside. It is Tuesday, 12
/// March 2030, 08:00 in Berlin, the time is Thursday's.
abstract class ArrangedDay {

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  TestDesk api;
  TestHospital hospital;
  UUID doctor;
  String id;

  @BeforeEach
  void aDayWithTime() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
    id = api.post("/availabilities", hospital.opening(doctor, at(9), at(15))).text("id");
  }

  @AfterEach
  void nothingLiesOutsideAndNoNewsIsLost() {
    api.close();
    Unbroken.check(hospital);
  }

  static String at(int hour) {
    return "2030-03-14T%02d:00:00+01:00".formatted(hour);
  }

  String booked(int hour) {
    return api.post("/appointments", hospital.booking(doctor, hospital.patient(), at(hour)))
        .text("id");
  }

  Answer changed(int version, int from, int until, Object... resolutions) {
    return api.put(
        "/availabilities/" + id, times(from, until, resolutions), "If-Match", tag(version));
  }

  static Map<String, Object> times(int from, int until, Object... resolutions) {
    Map<String, Object> body = new HashMap<>(Map.of("start", at(from), "end", at(until)));
    if (resolutions.length > 0) {
      body.put("resolutions", List.of(resolutions));
    }
    return body;
  }

  static Map<String, Object> cancel(String visit) {
    return Map.of("appointmentId", visit, "action", "CANCEL");
  }

  static Map<String, Object> move(String visit, int hour) {
    return Map.of("appointmentId", visit, "action", "MOVE", "start", at(hour));
  }

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  String status(String visit) {
    return api.get("/appointments/" + visit).text("status");
  }

  String start(String visit) {
    return api.get("/appointments/" + visit).text("start");
  }

  List<String> kinds() {
    return jdbc.sql("select kind from change where hospital_id = ? order by sequence")
        .param(hospital.id())
        .query(String.class)
        .list();
  }
}
