package io.daysheet.server.stream;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.schedule.AppointmentRow;
import io.daysheet.server.schedule.AvailabilityRow;
import io.daysheet.wire.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `change` and `stream`. A change row says which thing; the thing's present state is
/// read with it, so a change that is read late tells a later state than its own: the higher version
/// wins.
@Repository
class ChangeTable {

  private static final String SQL =
      """
      select c.hospital_id as stream, c.sequence, c.at, c.kind, c.by, c.subject_id,
        c.doctor_id as about_doctor, lower(c.during) as from_time, upper(c.during) as until_time,
        c.version as change_version, v.plan_id, a.held_until, a.booked_by,
        t.id is null as time_off_removed, coalesce(t.reason, gone.reason) as time_off_reason, %s
      from unnest(?::uuid[], ?::bigint[]) as wanted (hospital_id, after)
      cross join lateral (
        select * from change
        where change.hospital_id = wanted.hospital_id and change.sequence > wanted.after
        order by change.sequence
        limit ?) as c
      left join appointment a on a.id = c.subject_id
        and (c.kind like 'appointment-%%' or c.kind = 'hold-placed')
      left join patient p
        on p.id = case c.kind when 'patient-changed' then c.subject_id else a.patient_id end
      left join availability v on v.id = c.subject_id
      left join time_off t on t.id = c.subject_id and c.kind = 'time-off-changed'
      left join time_off_removed gone on gone.id = c.subject_id and c.kind = 'time-off-changed'
      order by c.hospital_id, c.sequence
      """
          .formatted(AppointmentRow.COLUMNS);

  private final JdbcClient jdbc;
  private final AppointmentRow visits;

  ChangeTable(JdbcClient jdbc, AppointmentRow visits) {
    this.jdbc = jdbc;
    this.visits = visits;
  }

  /// How far a hospital's stream has come.
  StreamPosition position(HospitalId hospital) {
    return jdbc.sql(
            """
            select stream_epoch() as epoch,
              coalesce((select sequence from stream where hospital_id = ?), 0) as sequence
            """)
        .param(hospital.value())
        .query(StreamPosition.class)
        .single();
  }

  /// What was committed after a number, oldest first; a hospital's first is not the next number
  /// when old ones were removed.
  List<Change> after(HospitalId hospital, long sequence, int limit) {
    return after(Map.of(hospital, sequence), limit).getOrDefault(hospital, List.of());
  }

  /// The same for several hospitals, in one statement.
  Map<HospitalId, List<Change>> after(Map<HospitalId, Long> sequences, int limit) {
    // read to the end before what the changes tell of is looked at
    var read = new ArrayList<Read>();
    List<HospitalId> hospitals = List.copyOf(sequences.keySet());
    jdbc.sql(SQL)
        .param(hospitals.stream().map(HospitalId::value).toArray(UUID[]::new))
        .param(hospitals.stream().map(sequences::get).toArray(Long[]::new))
        .param(limit)
        .query((ResultSet row) -> {
          read.add(new Read(new HospitalId(row.getObject("stream", UUID.class)), change(row)));
        });
    var found = new LinkedHashMap<HospitalId, List<Change>>();
    read.forEach(each ->
        found.computeIfAbsent(each.hospital(), _ -> new ArrayList<>()).add(each.change().get()));
    return found;
  }

  private record Read(HospitalId hospital, Supplier<Change> change) {}

  private Supplier<Change> change(ResultSet row) throws SQLException {
    long sequence = row.getLong("sequence");
    Instant at = SqlTime.read(row, "at");
    String by = row.getString("by");
    String kind = row.getString("kind");
    UUID subject = row.getObject("subject_id", UUID.class);
    int version = row.getInt("change_version");
    return switch (kind) {
      case "availability-created" -> {
        Availability there = availability(row);
        yield () -> new Change.AvailabilityCreated(sequence, at, by, there);
      }
      case "availability-changed" -> {
        Availability there = availability(row);
        yield () -> new Change.AvailabilityChanged(sequence, at, by, there);
      }
      case "availability-removed" -> {
        Availability gone = availability(row);
        yield () -> new Change.AvailabilityRemoved(sequence, at, by, gone);
      }
      case "appointment-booked" -> {
        AppointmentRow.Found visit = visits.find(row);
        yield () -> new Change.AppointmentBooked(sequence, at, by, visits.attended(visit));
      }
      case "appointment-moved" -> {
        AppointmentRow.Found visit = visits.find(row);
        DoctorId from = movedFrom(row, visit.visit());
        yield () -> new Change.AppointmentMoved(sequence, at, by, from, visits.attended(visit));
      }
      case "appointment-changed" -> {
        AppointmentRow.Found visit = visits.find(row);
        yield () -> new Change.AppointmentChanged(sequence, at, by, visits.attended(visit));
      }
      case "hold-placed" -> {
        Hold there = hold(row);
        yield () -> new Change.HoldPlaced(sequence, at, by, there);
      }
      case "hold-released" -> {
        Hold gone = hold(row);
        yield () -> new Change.HoldReleased(sequence, at, by, gone);
      }
      case "time-off-changed" -> {
        TimeOff off = timeOff(row);
        boolean removed = row.getBoolean("time_off_removed");
        yield () -> new Change.TimeOffChanged(sequence, at, by, removed, off);
      }
      case "hospital-changed" ->
          () -> new Change.HospitalChanged(sequence, at, by, new HospitalId(subject), version);
      case "doctor-changed" ->
          () -> new Change.DoctorChanged(sequence, at, by, new DoctorId(subject), version);
      case "patient-changed" -> {
        var patient = new PatientId(subject);
        PatientSummary summary = visits.patient(patient, row);
        yield () -> new Change.PatientChanged(sequence, at, by, patient, summary, version);
      }
      default -> throw new IllegalStateException("a kind of change that is not known: " + kind);
    };
  }

  /// The change names the doctor from whom it went, the visit the one who has it now. Null if that
  /// is the same.
  private static @Nullable DoctorId movedFrom(ResultSet row, Appointment visit)
      throws SQLException {
    var from = new DoctorId(row.getObject("about_doctor", UUID.class));
    return from.equals(visit.doctorId()) ? null : from;
  }

  /// One that is gone by now was over at once, and nobody holds it.
  private static Hold hold(ResultSet row) throws SQLException {
    boolean isThere = row.getObject("held_until") != null;
    return new Hold(
        new HoldId(row.getObject("subject_id", UUID.class)),
        new HospitalId(row.getObject("stream", UUID.class)),
        new DoctorId(row.getObject("about_doctor", UUID.class)),
        SqlTime.read(row, "from_time"),
        SqlTime.read(row, "until_time"),
        SqlTime.read(row, isThere ? "held_until" : "at"),
        Objects.requireNonNullElse(row.getString("booked_by"), ""));
  }

  /// As the change left it, but for the reason, which may be a later one.
  private static TimeOff timeOff(ResultSet row) throws SQLException {
    return new TimeOff(
        new TimeOffId(row.getObject("subject_id", UUID.class)),
        new DoctorId(row.getObject("about_doctor", UUID.class)),
        SqlTime.read(row, "from_time"),
        SqlTime.read(row, "until_time"),
        TimeOff.Reason.valueOf(row.getString("time_off_reason")),
        row.getInt("change_version"));
  }

  /// As the change left it: it may be gone by now.
  private static Availability availability(ResultSet row) throws SQLException {
    return new Availability(
        new AvailabilityId(row.getObject("subject_id", UUID.class)),
        new HospitalId(row.getObject("stream", UUID.class)),
        new DoctorId(row.getObject("about_doctor", UUID.class)),
        SqlTime.read(row, "from_time"),
        SqlTime.read(row, "until_time"),
        AvailabilityRow.plan(row),
        row.getInt("change_version"));
  }
}
