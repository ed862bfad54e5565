package io.daysheet.server.booking;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.AppointmentEvent;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.database.SqlTime;
import io.daysheet.server.schedule.AppointmentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done to a visit, in that order. The booking has no event of its own: it stands in the
/// visit's row, and where it was booked in the first move, if there is one.
@Repository
class AppointmentHistory {

  private static final String SQL =
      """
      select 1 as version, a.created_at as at, a.booked_by as by, 'booked' as kind,
        'SCHEDULED' as status, coalesce(moved.from_doctor, a.doctor_id) as doctor_id,
        coalesce(moved.from_during, a.during) as during, a.id as reason_of, null::bytea as reason
      from appointment a
      left join lateral (
        select from_doctor, from_during from appointment_event e
        where e.appointment_id = a.id and e.from_during is not null
        order by e.version
        limit 1) as moved on true
      where a.id = :id
      union all
      select e.version, e.at, e.by, e.kind, e.status, e.doctor_id, e.during,
        case e.kind when 'cancelled' then a.id else e.id end,
        case e.kind when 'cancelled' then a.cancellation_reason else e.reason end
      from appointment_event e join appointment a on a.id = e.appointment_id
      where e.appointment_id = :id
      order by version
      """;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  AppointmentHistory(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  List<AppointmentEvent> of(AppointmentId id) {
    return jdbc.sql(
            "select h.*, lower(h.during) as starts, upper(h.during) as ends from (" + SQL + ") h")
        .param("id", id.value())
        .query((row, _) -> event(row))
        .list();
  }

  private AppointmentEvent event(ResultSet row) throws SQLException {
    AppointmentEvent.Kind kind = kind(row.getString("kind"));
    return new AppointmentEvent(
        row.getInt("version"),
        SqlTime.read(row, "at"),
        row.getString("by"),
        kind,
        AppointmentStatus.valueOf(row.getString("status")),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        SqlTime.read(row, "starts"),
        SqlTime.read(row, "ends"),
        reason(kind, row));
  }

  /// A cancellation's stands with the visit.
  private @Nullable String reason(AppointmentEvent.Kind kind, ResultSet row) throws SQLException {
    EncryptedField field =
        kind == AppointmentEvent.Kind.CANCELLED
            ? AppointmentRow.CANCELLATION_REASON
            : AppointmentRow.EVENT_REASON;
    return cipher.decryptIfThere(
        field, row.getObject("reason_of", UUID.class), row.getBytes("reason"));
  }

  private static AppointmentEvent.Kind kind(String word) {
    return Arrays.stream(AppointmentEvent.Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
