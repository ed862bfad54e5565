package io.daysheet.server.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.Api;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the rebooking list proposes for each visit. It is Monday, 3 June 2030, 10:30 in Berlin.
@ServerTest
@Import(SettableClock.Configuration.class)
class AlternativesIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  private Api api;
  private Clinic clinic;
  private HospitalId hospital;
  private DoctorId zoe;
  private PatientId patient;
  private AvailabilityId open;

  @BeforeEach
  void aVisitUnderTimeOff() {
    clock.set(Instant.parse("2030-06-03T08:30:00Z"));
    api = Api.on(port);
    clinic = new Clinic(jdbc);
    hospital = clinic.hospital("Hedwig", "Europe/Berlin");
    zoe = clinic.doctor("Zoë Adler", hospital);
    patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    open = open(zoe, "10T09", "10T12");
    visit(open, patient, "10T10", "10T11");
    off(zoe, "10T00", "11T00");
  }

  @Test
  void theOwnDoctorsNextFreeTimesComeSoonestFirst() {
    open(zoe, "11T09", "11T11");
    open(zoe, "13T09", "13T19");
    visit(open(zoe, "12T09", "12T10"), clinic.patient("P", "Q", "1990-01-01"), "12T09", "12T10");

    assertThat(alternatives(api))
        .containsExactly("Zoë Adler 11T09", "Zoë Adler 11T10", "Zoë Adler 13T09");
  }

  @Test
  void aColleagueOfTheSpecialtyIsProposedToo() {
    DoctorId ben = clinic.doctor("Ben Zimmer", hospital);
    DoctorId other = clinic.doctor("Eye Doctor", hospital);
    jdbc.sql("update doctor set specialties = '{Ophthalmology}' where id = ?")
        .param(other.value())
        .update();
    DoctorId elsewhere = clinic.doctor("Not Here");
    open(other, "10T09", "10T19");
    open(elsewhere, "10T09", "10T19");
    open(ben, "11T09", "11T10");
    open(zoe, "11T09", "11T10");

    assertThat(alternatives(api)).containsExactly("Zoë Adler 11T09", "Ben Zimmer 11T09");
    TestAccounts.doctor(jdbc, "alternatives-" + zoe, zoe.value());
    assertThat(alternatives(api.as("alternatives-" + zoe))).containsExactly("Zoë Adler 11T09");
  }

  @Test
  void nothingIsProposedThatABookingWouldBeRefusedFor() {
    // the patient has another visit, somebody else's hold stands there, two weeks are over
    visit(open(clinic.doctor("Busy With", hospital), "11T09", "11T10"), patient, "11T09", "11T10");
    open(zoe, "11T09", "11T11");
    jdbc.sql(
            """
            insert into appointment (id, hospital_id, doctor_id, availability_id, during, occupied,
              type, status, held_until, holder_account, created_at)
            select ?, v.hospital_id, v.doctor_id, v.id, r.during, r.during, 'FOLLOW_UP', 'HELD',
              '2030-06-03T08:35Z', ?, '2030-06-03T08:30Z'
            from availability v,
              (select tstzrange('2030-06-11T10:00+02', '2030-06-11T11:00+02') as during) r
            where v.doctor_id = ? and v.during @> r.during
            """)
        .params(UUID.randomUUID(), UUID.randomUUID(), zoe.value())
        .update();
    open(zoe, "24T09", "24T19");
    open(zoe, "23T18", "23T19");

    assertThat(alternatives(api)).containsExactly("Zoë Adler 23T18");
  }

  private AvailabilityId open(DoctorId doctor, String from, String until) {
    return clinic.availability(hospital, doctor, time(from), time(until));
  }

  private void visit(AvailabilityId in, PatientId of, String from, String until) {
    clinic.appointment(in, of, time(from), time(until));
  }

  private static String time(String dayAndHour) {
    return "2030-06-" + dayAndHour + ":00+02:00";
  }

  private void off(DoctorId doctor, String start, String end) {
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (?, ?, tstzrange(?::timestamptz, ?::timestamptz), 'SICK')
            """)
        .params(UUID.randomUUID(), doctor.value(), time(start), time(end))
        .update();
  }

  private List<String> alternatives(Api as) {
    return as.get("/rebooking?hospital=" + hospital)
        .json()
        .at("/items/0/alternatives")
        .valueStream()
        .map(each ->
            name(each.get("doctorId").asString()) + " " + hour(each.get("start").asString()))
        .toList();
  }

  private String name(String doctor) {
    return jdbc.sql("select name from doctor where id = ?::uuid")
        .param(doctor)
        .query(String.class)
        .single();
  }

  private static String hour(String start) {
    return start.substring("2030-06-".length(), "2030-06-11T09".length());
  }
}
