package io.daysheet.server.booking;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.hospital.RoomRow;
import io.daysheet.server.schedule.AppointmentRow;
import io.daysheet.server.schedule.HoldRow;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What lies around a visit that somebody wants, each with the very condition of a constraint, so
/// that its index answers it.
@Repository
class AroundRows {

  private static final String TAKEN =
      "select "
          + AppointmentRow.COLUMNS
          + """
          , upper(a.occupied) as occupied_until, a.booked_by
          from (
            select id from appointment
            where doctor_id = ? and occupied && tstzrange(?, ?)
              and status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
            union
            select id from appointment
            where patient_id = ? and during && tstzrange(?, ?)
              and status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
              and not overlaps_after_merge
            union
            select id from appointment
            where patient_id = ? and overlaps_after_merge and during && tstzrange(?, ?)
              and status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
            union
            select id from appointment
            where room_id = any(?::uuid[]) and during && tstzrange(?, ?)
              and status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
          ) as found
          join appointment a on a.id = found.id
          join patient p on p.id = a.patient_id
          order by lower(a.during), a.id
          """;

  private final JdbcClient jdbc;
  private final AppointmentRow visits;

  AroundRows(JdbcClient jdbc, AppointmentRow visits) {
    this.jdbc = jdbc;
    this.visits = visits;
  }

  /// Every visit that takes the doctor's, the patient's or a room's time then, at whichever
  /// hospitals.
  ///
  /// @param occupied the visit and its buffer, which is the doctor's time only
  /// @param patient null: nobody's time is asked about
  List<Taken> taken(
      DoctorId doctor,
      TimeRange occupied,
      @Nullable PatientId patient,
      TimeRange during,
      Collection<RoomId> rooms) {
    Object start = SqlTime.of(during.start());
    Object end = SqlTime.of(during.end());
    UUID whose = patient == null ? null : patient.value();
    return jdbc.sql(TAKEN)
        .params(doctor.value(), SqlTime.of(occupied.start()), SqlTime.of(occupied.end()))
        .params(Arrays.asList(whose, start, end))
        .params(Arrays.asList(whose, start, end))
        .params(rooms.stream().map(RoomId::value).toArray(UUID[]::new), start, end)
        .query((row, _) -> new Taken(visits.read(row), occupied(row), row.getString("booked_by")))
        .list();
  }

  /// The holds of a doctor's time that are not over, at whichever hospitals.
  List<Keeping> holds(DoctorId doctor, TimeRange occupied, Instant now) {
    return jdbc.sql(
            "select "
                + HoldRow.COLUMNS
                + """
                , upper(a.occupied) as occupied_until, a.holder_account
                from appointment a
                where a.doctor_id = ? and a.occupied && tstzrange(?, ?) and a.status = 'HELD'
                  and a.held_until > ?
                order by lower(a.during), a.id
                """)
        .params(
            doctor.value(),
            SqlTime.of(occupied.start()),
            SqlTime.of(occupied.end()),
            SqlTime.of(now))
        .query((row, _) ->
            new Keeping(
                HoldRow.read(row),
                occupied(row),
                new AccountId(row.getObject("holder_account", UUID.class))))
        .list();
  }

  private static TimeRange occupied(ResultSet row) throws SQLException {
    return new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "occupied_until"));
  }

  /// A doctor's absences that overlap the range.
  List<TimeOff> timeOff(DoctorId doctor, TimeRange during) {
    return jdbc.sql(
            """
            select id, doctor_id, lower(during) as starts, upper(during) as ends, reason, version
            from time_off
            where doctor_id = ? and during && tstzrange(?, ?)
            order by lower(during), id
            """)
        .params(doctor.value(), SqlTime.of(during.start()), SqlTime.of(during.end()))
        .query((row, _) ->
            new TimeOff(
                new TimeOffId(row.getObject("id", UUID.class)),
                new DoctorId(row.getObject("doctor_id", UUID.class)),
                SqlTime.read(row, "starts"),
                SqlTime.read(row, "ends"),
                TimeOff.Reason.valueOf(row.getString("reason")),
                row.getInt("version")))
        .list();
  }

  /// A hospital's, by name.
  List<Room> rooms(HospitalId hospital) {
    return jdbc.sql(
            "select " + RoomRow.COLUMNS + " from room r where hospital_id = ? order by name")
        .param(hospital.value())
        .query((row, _) -> RoomRow.read(row))
        .list();
  }

  /// The rooms in service that nobody has then, by name.
  ///
  /// @param self the visit that is to be moved, which is not in its own way
  List<RoomId> freeRooms(HospitalId hospital, TimeRange during, @Nullable AppointmentId self) {
    return jdbc.sql(
            """
            select r.id
            from room r
            where r.hospital_id = ? and r.active
              and not exists (
                select from appointment a
                where a.room_id = r.id and a.during && tstzrange(?, ?)
                  and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
                  and a.id is distinct from ?)
            order by r.name
            """)
        .param(hospital.value())
        .param(SqlTime.of(during.start()))
        .param(SqlTime.of(during.end()))
        .param(self == null ? null : self.value())
        .query((row, _) -> new RoomId(row.getObject("id", UUID.class)))
        .list();
  }
}
