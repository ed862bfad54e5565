package io.daysheet.server.schedule;

import io.daysheet.schedule.Appointment;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Visits by their ids, as they are now.
@Repository
public class Visits {

  private static final String SQL =
      """
      select %s
      from appointment a join patient p on p.id = a.patient_id
      where a.id = any (?)
      order by lower(a.during), a.id
      """
          .formatted(AppointmentRow.COLUMNS);

  private final JdbcClient jdbc;
  private final AppointmentRow visits;

  Visits(JdbcClient jdbc, AppointmentRow visits) {
    this.jdbc = jdbc;
    this.visits = visits;
  }

  /// Soonest first; those that exist.
  public List<Appointment> find(Collection<UUID> ids) {
    return visits.attended(
        jdbc.sql(SQL).param(ids.toArray(UUID[]::new)).query((row, _) -> visits.find(row)).list());
  }
}
