package io.daysheet.server.slots;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a doctor's time is made of: read in one statement, so in one state of the schedule,
/// whatever the number of days.
@Repository
class DoctorTime {

  /// Of a hold that is over nothing is left, whether or not somebody has removed it already.
  private static final String SQL =
      """
      select 'available' as what, v.id, lower(v.during) as starts, upper(v.during) as ends,
        null::timestamptz as occupied_until, v.hospital_id, null::uuid as patient_id,
        null::uuid as holder_account
      from availability v
      where v.doctor_id = :doctor and v.hospital_id = :hospital
        and v.during && tstzrange(:start, :end)
      union all
      select 'away', t.id, lower(t.during), upper(t.during), null, null, null, null
      from time_off t
      where t.doctor_id = :doctor and t.during && tstzrange(:start, :end)
      union all
      select case when a.status = 'HELD' then 'held' else 'booked' end, a.id, lower(a.during),
        upper(a.during), upper(a.occupied), a.hospital_id, a.patient_id, a.holder_account
      from appointment a
      where a.doctor_id = :doctor and a.occupied && tstzrange(:start, :end)
        and a.status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
        and (a.held_until is null or a.held_until > :now) and a.id is distinct from :moved::uuid
      union all
      select 'patients', a.id, lower(a.during), upper(a.during), null, null, null, null
      from appointment a
      where a.patient_id = :patient::uuid and a.during && tstzrange(:start, :end)
        and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
        and a.id is distinct from :moved::uuid
      order by starts
      """;

  /// A visit or a hold.
  ///
  /// @param patientId null: it is a hold
  /// @param holder the account that holds it; null: it is a visit
  record Taken(
      UUID id,
      HospitalId hospitalId,
      TimeRange during,
      TimeRange occupied,
      @Nullable PatientId patientId,
      @Nullable UUID holder) {

    AppointmentId appointmentId() {
      return new AppointmentId(id);
    }
  }

  /// What overlaps a range of time.
  ///
  /// @param available at the one hospital that was asked about
  /// @param taken at whichever hospitals
  /// @param patients the visits of the patient, with whichever doctors
  record Read(
      List<TimeRange> available,
      List<TimeRange> away,
      List<Taken> taken,
      List<TimeRange> patients) {}

  private final JdbcClient jdbc;

  DoctorTime(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param patient whose visits are told, too; null: nobody's
  /// @param moved a visit that is left out; null: none
  Read read(
      DoctorId doctor,
      HospitalId hospital,
      TimeRange range,
      @Nullable PatientId patient,
      @Nullable AppointmentId moved,
      Instant now) {
    var read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    jdbc.sql(SQL)
        .param("doctor", doctor.value())
        .param("hospital", hospital.value())
        .param("start", SqlTime.of(range.start()))
        .param("end", SqlTime.of(range.end()))
        .param("patient", patient == null ? null : patient.value())
        .param("moved", moved == null ? null : moved.value())
        .param("now", SqlTime.of(now))
        .query((ResultSet row) -> {
          switch (row.getString("what")) {
            case "available" -> read.available().add(during(row));
            case "away" -> read.away().add(during(row));
            case "patients" -> read.patients().add(during(row));
            default -> read.taken().add(taken(row));
          }
        });
    return read;
  }

  private static TimeRange during(ResultSet row) throws SQLException {
    return new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "ends"));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    UUID patient = row.getObject("patient_id", UUID.class);
    return new Taken(
        row.getObject("id", UUID.class),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        during(row),
        new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "occupied_until")),
        patient == null ? null : new PatientId(patient),
        row.getObject("holder_account", UUID.class));
  }
}
