package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/// A hold, read from a row: it is an appointment without a patient.
public final class HoldRow {

  /// Of `appointment a`.
  public static final String COLUMNS =
      """
      a.id, a.hospital_id, a.doctor_id, lower(a.during) as starts, upper(a.during) as ends,
        a.held_until, a.booked_by as name\
      """;

  private HoldRow() {}

  public static Hold read(ResultSet row) throws SQLException {
    return new Hold(
        new HoldId(row.getObject("id", UUID.class)),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        SqlTime.read(row, "starts"),
        SqlTime.read(row, "ends"),
        SqlTime.read(row, "held_until"),
        Objects.requireNonNullElse(row.getString("name"), ""));
  }
}
