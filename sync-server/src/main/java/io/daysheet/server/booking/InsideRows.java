package io.daysheet.server.booking;

import io.daysheet.hospital.RoomId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The visits inside an availability.
@Repository
class InsideRows {

  record Inside(AppointmentId id, PatientId patientId, int version) {}

  private final JdbcClient jdbc;

  InsideRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of some ids that are inside; holds are nobody's visits.
  Map<AppointmentId, Inside> find(AvailabilityId in, List<AppointmentId> ids) {
    return jdbc
        .sql(
            """
            select id, patient_id, version from appointment
            where availability_id = ? and id = any (?) and patient_id is not null
            """)
        .param(in.value())
        .param(ids.stream().map(AppointmentId::value).toArray(UUID[]::new))
        .query((row, _) ->
            new Inside(
                new AppointmentId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getInt("version")))
        .list()
        .stream()
        .collect(Collectors.toMap(Inside::id, Function.identity()));
  }

  /// The rooms of the hospital that an availability is at.
  List<RoomId> rooms(AvailabilityId of) {
    return jdbc.sql(
            """
            select r.id from room r join availability v on v.hospital_id = r.hospital_id
            where v.id = ?
            """)
        .param(of.value())
        .query((row, _) -> new RoomId(row.getObject("id", UUID.class)))
        .list();
  }
}
