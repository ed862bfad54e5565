package io.daysheet.server;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.WireJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what a test needs straight into the tables.
public record Clinic(JdbcClient jdbc) {

  public HospitalId hospital(String name, String zone) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into hospital (id, name, time_zone, latitude, longitude, operating_hours,
              closures, policy)
            values (?, ?, ?, 52.5, 13.4, ?::jsonb, '[{"date":"2027-01-01","reason":"New Year"}]',
              ?::jsonb)
            """)
        .params(
            id,
            name,
            zone,
            WireJson.mapper().writeValueAsString(OperatingHours.daily("09:00", "19:00")),
            WireJson.mapper().writeValueAsString(BookingPolicy.hourly()))
        .update();
    return new HospitalId(id);
  }

  public DoctorId doctor(String name, HospitalId... hospitals) {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into doctor (id, name, specialties, languages) values (?, ?, ?, ?)")
        .params(id, name, new String[] {"Cardiology"}, new String[] {"de"})
        .update();
    for (HospitalId hospital : hospitals) {
      jdbc.sql("insert into doctor_hospital (doctor_id, hospital_id) values (?, ?)")
          .params(id, hospital.value())
          .update();
    }
    return new DoctorId(id);
  }

  public PatientId patient(String given, String family, String born) {
    return TestPatients.add(jdbc, given, family, born);
  }

  public AvailabilityId availability(
      HospitalId hospital, DoctorId doctor, String start, String end) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into availability (id, hospital_id, doctor_id, during)
            values (?, ?, ?, tstzrange(?::timestamptz, ?::timestamptz))
            """)
        .params(id, hospital.value(), doctor.value(), start, end)
        .update();
    return new AvailabilityId(id);
  }

  /// Of Mondays, from a year on in which no other test has anything.
  public WeeklyPlanId plan(HospitalId hospital, DoctorId doctor) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into weekly_plan (id, hospital_id, doctor_id, day, starts, ends, valid_from)
            values (?, ?, ?, 1, 540, 1020, '2035-01-01')
            """)
        .params(id, hospital.value(), doctor.value())
        .update();
    return new WeeklyPlanId(id);
  }

  public TimeOffId timeOff(DoctorId doctor, String start, String end) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into time_off (id, doctor_id, during, reason)
            values (?, ?, tstzrange(?::timestamptz, ?::timestamptz), 'SICK')
            """)
        .params(id, doctor.value(), start, end)
        .update();
    return new TimeOffId(id);
  }

  public AppointmentId appointment(AvailabilityId in, PatientId patient, String start, String end) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into appointment (id, hospital_id, doctor_id, patient_id, availability_id, during,
              occupied, type, created_at)
            select ?, v.hospital_id, v.doctor_id, ?, v.id, r.during, r.during, 'FOLLOW_UP', ?
            from availability v, (select tstzrange(?::timestamptz, ?::timestamptz) as during) r
            where v.id = ?
            """)
        .params(
            List.of(
                id,
                patient.value(),
                Instant.EPOCH.atOffset(ZoneOffset.UTC),
                start,
                end,
                in.value()))
        .update();
    return new AppointmentId(id);
  }

  public void status(AppointmentId appointment, String status) {
    jdbc.sql("update appointment set status = ?, version = version + 1 where id = ?")
        .params(status, appointment.value())
        .update();
  }

  /// Numbers a change as every command does, at the end of its transaction.
  public long change(String kind, HospitalId hospital, UUID subject) {
    return jdbc.sql(
            """
            select commit_change(?, ?, ?, a.doctor_id, a.during, a.version, 'Desk 1', ?)
            from (select id, doctor_id, during, version from appointment
              union all select id, doctor_id, during, version from availability) a
            where a.id = ?
            """)
        .params(hospital.value(), kind, subject, Instant.EPOCH.atOffset(ZoneOffset.UTC), subject)
        .query(Long.class)
        .single();
  }
}
