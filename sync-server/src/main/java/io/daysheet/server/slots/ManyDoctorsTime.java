package io.daysheet.server.slots;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.SqlTime;
import io.daysheet.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the time of several doctors and patients is made of, in several ranges: one statement,
/// however many.
@Repository
class ManyDoctorsTime {

  private static final String SQL =
      """
      select 'available' as what, v.doctor_id as whose, v.id, lower(v.during) as starts,
        upper(v.during) as ends
      from availability v
      where v.doctor_id = any (:doctors) and v.hospital_id = :hospital
        and v.during && :ranges::tstzmultirange
      union all
      select 'away', t.doctor_id, t.id, lower(t.during), upper(t.during)
      from time_off t
      where t.doctor_id = any (:doctors) and t.during && :ranges::tstzmultirange
      union all
      select 'occupied', a.doctor_id, a.id, lower(a.occupied), upper(a.occupied)
      from appointment a
      where a.doctor_id = any (:doctors) and a.occupied && :ranges::tstzmultirange
        and a.status in ('HELD', 'SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
        and (a.held_until is null or a.held_until > :now)
      union all
      select 'busy', a.patient_id, a.id, lower(a.during), upper(a.during)
      from appointment a
      where a.patient_id = any (:patients) and a.during && :ranges::tstzmultirange
        and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED', 'COMPLETED')
      order by starts
      """;

  private record Range(UUID id, TimeRange during) {}

  private record Key(String what, UUID whose) {}

  /// What was read, each soonest first.
  static final class Read {
    private final Map<Key, List<Range>> ranges = new HashMap<>();

    List<TimeRange> available(DoctorId doctor) {
      return without("available", doctor.value(), new UUID(0, 0));
    }

    List<TimeRange> away(DoctorId doctor) {
      return without("away", doctor.value(), new UUID(0, 0));
    }

    /// At whichever hospitals, without one visit.
    List<TimeRange> occupied(DoctorId doctor, UUID visit) {
      return without("occupied", doctor.value(), visit);
    }

    List<TimeRange> busy(PatientId patient, UUID visit) {
      return without("busy", patient.value(), visit);
    }

    private List<TimeRange> without(String what, UUID whose, UUID visit) {
      return ranges.getOrDefault(new Key(what, whose), List.of()).stream()
          .filter(each -> !each.id().equals(visit))
          .map(Range::during)
          .toList();
    }

    private void add(ResultSet row) throws SQLException {
      ranges
          .computeIfAbsent(
              new Key(row.getString("what"), row.getObject("whose", UUID.class)),
              _ -> new ArrayList<>())
          .add(
              new Range(
                  row.getObject("id", UUID.class),
                  new TimeRange(SqlTime.read(row, "starts"), SqlTime.read(row, "ends"))));
    }
  }

  private final JdbcClient jdbc;

  ManyDoctorsTime(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Read read(
      HospitalId hospital,
      Collection<DoctorId> doctors,
      Collection<PatientId> patients,
      Collection<TimeRange> ranges,
      Instant now) {
    var read = new Read();
    jdbc.sql(SQL)
        .param("hospital", hospital.value())
        .param("doctors", doctors.stream().map(DoctorId::value).distinct().toArray(UUID[]::new))
        .param("patients", patients.stream().map(PatientId::value).distinct().toArray(UUID[]::new))
        .param("ranges", multirange(ranges))
        .param("now", SqlTime.of(now))
        .query((ResultSet row) -> {
          read.add(row);
        });
    return read;
  }

  /// As PostgreSQL writes it; what overlaps is joined there.
  private static String multirange(Collection<TimeRange> ranges) {
    return ranges.stream()
        .map(range -> "[" + range.start() + "," + range.end() + ")")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
