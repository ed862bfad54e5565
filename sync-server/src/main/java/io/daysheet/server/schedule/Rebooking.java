package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Attention.Booked;
import io.daysheet.schedule.Appointment;
import io.daysheet.server.access.Sight;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The visits of a hospital that somebody should look at.
///
/// Which these are is a rule's business and stands in no column, so every visit that lies ahead is
/// looked at, but nothing of its patient; only those of a page are read whole.
@Repository
class Rebooking {

  private static final String AHEAD =
      """
      select %s
      from appointment a join patient p on p.id = a.patient_id
      where a.hospital_id = :hospital and a.during && tstzrange(:now, null)
        and lower(a.during) > :now and a.status in ('SCHEDULED', 'CONFIRMED', 'ARRIVED')
        and (:doctor::uuid is null or a.doctor_id = :doctor::uuid)
        and (:afterStart::text is null
          or (lower(a.during), a.id) > (:afterStart::timestamptz, :afterId::uuid))
      order by lower(a.during), a.id
      """
          .formatted(BookedRow.COLUMNS);

  private final JdbcClient jdbc;
  private final Visits visits;
  private final BookedRow booked;

  Rebooking(JdbcClient jdbc, Visits visits, BookedRow booked) {
    this.jdbc = jdbc;
    this.visits = visits;
    this.booked = booked;
  }

  /// One of the list, before it is read whole.
  record Place(UUID id, Instant start) {}

  private record Ahead(UUID id, DoctorId doctor, Booked visit) {}

  /// Soonest first.
  List<Place> places(HospitalId hospital, Instant now, Sight sight, int limit, List<String> after) {
    return needing(hospital, now, sight.onlyDoctor(), after)
        .limit(limit)
        .map(each -> new Place(each.id(), each.visit().during().start()))
        .toList();
  }

  /// How many there are.
  ///
  /// @param doctors whose; nobody: everybody's
  int count(HospitalId hospital, Instant now, Collection<DoctorId> doctors) {
    return Math.toIntExact(
        needing(hospital, now, null, List.of())
            .filter(each -> doctors.isEmpty() || doctors.contains(each.doctor()))
            .count());
  }

  private Stream<Ahead> needing(
      HospitalId hospital, Instant now, @Nullable DoctorId doctor, List<String> after) {
    var ahead = new ArrayList<Ahead>();
    jdbc.sql(AHEAD)
        .param("hospital", hospital.value())
        .param("now", SqlTime.of(now))
        .param("doctor", doctor == null ? null : doctor.value())
        .param("afterStart", after.isEmpty() ? null : after.get(0))
        .param("afterId", after.isEmpty() ? null : after.get(1))
        .query((ResultSet row) -> {
          ahead.add(
              new Ahead(
                  row.getObject("id", UUID.class),
                  new DoctorId(row.getObject("doctor_id", UUID.class)),
                  BookedRow.read(row)));
        });
    booked.know(ahead.stream().map(Ahead::doctor).toList());
    return ahead.stream()
        .filter(each -> !booked.codes(each.visit(), hospital, each.doctor()).isEmpty());
  }

  /// Without those that have come into order meanwhile.
  List<Appointment> read(Collection<Place> places) {
    return visits.find(places.stream().map(Place::id).toList()).stream()
        .filter(visit -> !visit.needsAttention().isEmpty())
        .toList();
  }
}
