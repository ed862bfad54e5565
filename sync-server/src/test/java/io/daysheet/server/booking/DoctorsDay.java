package io.daysheet.server.booking;

import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A desk on a Tuesday, and a doctor who sees patients from nine to three.
abstract class DoctorsDay {

  static final String NINE = "2030-03-12T09:00:00+01:00";
  static final String TEN = "2030-03-12T10:00:00+01:00";
  static final String ELEVEN = "2030-03-12T11:00:00+01:00";
  static final String NOON = "2030-03-12T12:00:00+01:00";
  static final String THREE = "2030-03-12T15:00:00+01:00";

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  TestDesk api;
  TestHospital hospital;
  UUID doctor;
  UUID patient;

  @BeforeEach
  void openTheDoctorsDay() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    doctor = hospital.doctor();
    patient = hospital.patient();
    hospital.availability(doctor, NINE, THREE);
  }

  @AfterEach
  void close() {
    api.close();
  }

  /// Another one with the same hours.
  UUID colleague() {
    UUID colleague = hospital.doctor();
    hospital.availability(colleague, NINE, THREE);
    return colleague;
  }

  /// The id of a visit of a patient of its own.
  String booked(UUID with, String start) {
    return api.post("/appointments", hospital.booking(with, hospital.patient(), start)).text("id");
  }

  Answer step(String id, String verb, int version) {
    return step(api, id, verb, version);
  }

  static Answer step(TestDesk desk, String id, String verb, int version) {
    Object body = verb.equals("cancel") ? Map.of("reason", "ill") : "";
    return desk.post("/appointments/" + id + "/" + verb, body, "If-Match", "\"" + version + "\"");
  }

  Answer move(String id, int version, Map<String, Object> where) {
    return move(api, id, version, where);
  }

  static Answer move(TestDesk desk, String id, int version, Map<String, Object> where) {
    return desk.post(
        "/appointments/" + id + "/reschedule", where, "If-Match", "\"" + version + "\"");
  }

  /// With a reason, since the whole day lies within the notice.
  static Map<String, Object> to(String start) {
    return new HashMap<>(Map.of("start", start, "reason", "asked for it"));
  }

  static Map<String, Object> to(String start, UUID doctor) {
    Map<String, Object> where = to(start);
    where.put("doctorId", doctor);
    return where;
  }

  /// As a form does when it opens.
  Answer hold(TestDesk desk, UUID with, String start) {
    return desk.post("/holds", slot(with, start));
  }

  Map<String, Object> slot(UUID with, String start) {
    return Map.of(
        "hospitalId", hospital.id(), "doctorId", with, "start", start, "type", "FOLLOW_UP");
  }

  /// Of all that anybody holds: an account keeps a few at once, in all tests together.
  void letGo() {
    jdbc.sql("delete from appointment where status = 'HELD'").update();
  }

  void away(UUID doctor, String from, String until) {
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (?, ?, tstzrange(?::timestamptz, ?::timestamptz), 'CME')
            """)
        .params(UUID.randomUUID(), doctor, from, until)
        .update();
  }

  /// A hold of some account's, as it is stored.
  UUID held(UUID doctor, String account, String from, String until, String expires) {
    UUID hold = UUID.randomUUID();
    jdbc.sql(
            """
            insert into appointment (id, hospital_id, doctor_id, availability_id, during,
              occupied, status, type, held_until, holder_account, booked_by, created_at)
            select ?, v.hospital_id, v.doctor_id, v.id, r.during, r.during, 'HELD',
              'FOLLOW_UP', ?::timestamptz, ?, ?, ?::timestamptz
            from availability v,
              (select tstzrange(?::timestamptz, ?::timestamptz) as during) as r
            where v.doctor_id = ? and v.during @> r.during
            """)
        .params(hold, expires, TestAccounts.id(account), account, from)
        .params(from, until, doctor)
        .update();
    return hold;
  }

  long events(String id) {
    return hospital.count(
        "select count(*) from appointment_event where appointment_id = ?::uuid", id);
  }

  long changes() {
    return hospital.count("select count(*) from change where hospital_id = ?", hospital.id());
  }
}
