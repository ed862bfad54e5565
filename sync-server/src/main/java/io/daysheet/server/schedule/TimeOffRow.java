package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.TimeOffId;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// A doctor's time off, read from a row.
public final class TimeOffRow {

  /// Of `time_off t`.
  public static final String COLUMNS =
      """
      t.id, t.doctor_id, lower(t.during) as starts, upper(t.during) as ends, t.reason as status,
        t.version\
      """;

  private TimeOffRow() {}

  public static TimeOff read(ResultSet row) throws SQLException {
    return new TimeOff(
        new TimeOffId(row.getObject("id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        SqlTime.read(row, "starts"),
        SqlTime.read(row, "ends"),
        TimeOff.Reason.valueOf(row.getString("status")),
        row.getInt("version"));
  }
}
