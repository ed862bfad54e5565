package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.schedule.TimeOff;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.hospital.RoomRow;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What lies on a hospital's day, and the stream's number at that very moment.
///
/// One statement reads all of it, so one snapshot of the database: the day holds each change up to
/// the number and none beyond it, however many are being committed meanwhile.
@Repository
class DaySnapshot {

  /// Cancelled visits are not on the board; a no-show stays, since that is a fact of the day.
  private static final String SQL =
      """
      select 'stream' as what, null::uuid as id, :hospital::uuid as hospital_id,
        null::uuid as doctor_id, null::uuid as patient_id, null::bytea as given_name,
        null::bytea as family_name, null::bytea as birth_date, null::timestamptz as starts, null::timestamptz as ends,
        null as type, null as status, null::bytea as reason, null::bytea as notes,
        null::uuid as room_id, null::bytea as telehealth_link, 0 as version,
        null::boolean as patient_active, null::boolean as doctor_away,
        null::boolean as patient_busy, null::uuid as plan_id, stream_epoch() as epoch,
        coalesce((select sequence from stream where hospital_id = :hospital), 0) as sequence,
        null::timestamptz as held_until, null as name, null::boolean as active
      union all
      select 'availability', v.id, v.hospital_id, v.doctor_id, null, null, null, null,
        lower(v.during), upper(v.during), null, null, null, null, null, null, v.version, null,
        null, null, v.plan_id, null, null, null, null, null
      from availability v
      where v.hospital_id = :hospital and v.during && tstzrange(:start, :end)
        and (:everyDoctor or v.doctor_id = any(:doctors))
      union all
      select 'appointment', %s, null, null, null, null, null, null
      from appointment a join patient p on p.id = a.patient_id
      where a.hospital_id = :hospital and a.during && tstzrange(:start, :end)
        and a.status <> 'CANCELLED'
        and (:everyDoctor or a.doctor_id = any(:doctors) or a.patient_id = any(:patients))
      union all
      select 'hold', a.id, a.hospital_id, a.doctor_id, null, null, null, null, lower(a.during),
        upper(a.during), null, null, null, null, null, null, a.version, null, null, null, null,
        null, null, a.held_until, a.booked_by, null
      from appointment a
      where a.hospital_id = :hospital and a.during && tstzrange(:start, :end)
        and a.status = 'HELD' and a.held_until > :now
        and (:everyDoctor or a.doctor_id = any(:doctors))
      union all
      select 'room', r.id, r.hospital_id, null, null, null, null, null, null, null, null, null,
        null, null, null, null, r.version, null, null, null, null, null, null, null, r.name,
        r.active
      from room r
      where r.hospital_id = :hospital
      union all
      select 'time-off', t.id, null, t.doctor_id, null, null, null, null, lower(t.during),
        upper(t.during), null, t.reason, null, null, null, null, t.version, null, null, null, null,
        null, null, null, null, null
      from time_off t
      where t.during && tstzrange(:start, :end)
        and t.doctor_id in (
          select doctor_id from doctor_hospital where hospital_id = :hospital
          union
          select doctor_id from availability
          where hospital_id = :hospital and during && tstzrange(:start, :end))
        and (:everyDoctor or t.doctor_id = any(:doctors))
      order by starts nulls first, id
      """
          .formatted(AppointmentRow.COLUMNS);

  private final JdbcClient jdbc;
  private final AppointmentRow visits;

  DaySnapshot(JdbcClient jdbc, AppointmentRow visits) {
    this.jdbc = jdbc;
    this.visits = visits;
  }

  /// The rows of one day, by start.
  ///
  /// @param rooms the hospital's, by name
  record Rows(
      StreamPosition stream,
      List<Availability> availabilities,
      List<Appointment> appointments,
      List<Hold> holds,
      List<TimeOff> timeOff,
      List<Room> rooms) {}

  /// Reads what overlaps `day`; no doctors means all of them. A hold that is over is none.
  ///
  /// @param patients their visits besides, whoever's they are
  Rows read(
      HospitalId hospital,
      TimeRange day,
      Collection<DoctorId> doctors,
      Collection<PatientId> patients,
      Instant now) {
    var availabilities = new ArrayList<Availability>();
    var appointments = new ArrayList<AppointmentRow.Found>();
    var holds = new ArrayList<Hold>();
    var timeOff = new ArrayList<TimeOff>();
    var rooms = new ArrayList<Room>();
    var stream = new ArrayList<StreamPosition>();
    jdbc.sql(SQL)
        .param("hospital", hospital.value())
        .param("start", SqlTime.of(day.start()))
        .param("end", SqlTime.of(day.end()))
        .param("everyDoctor", doctors.isEmpty())
        .param("now", SqlTime.of(now))
        .param("doctors", doctors.stream().map(DoctorId::value).toArray(UUID[]::new))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .query((ResultSet row) -> {
          switch (row.getString("what")) {
            case "stream" ->
                stream.add(new StreamPosition(row.getString("epoch"), row.getLong("sequence")));
            case "availability" -> availabilities.add(AvailabilityRow.read(row));
            case "hold" -> holds.add(HoldRow.read(row));
            case "time-off" -> timeOff.add(TimeOffRow.read(row));
            case "room" -> rooms.add(RoomRow.read(row));
            default -> appointments.add(visits.find(row));
          }
        });
    rooms.sort(Comparator.comparing(Room::name));
    return new Rows(
        stream.getFirst(), availabilities, visits.attended(appointments), holds, timeOff, rooms);
  }
}
