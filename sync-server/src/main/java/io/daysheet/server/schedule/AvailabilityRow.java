package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// An availability, read from a row.
public final class AvailabilityRow {

  /// Of `availability v`.
  public static final String COLUMNS =
      """
      v.id, v.hospital_id, v.doctor_id, lower(v.during) as starts, upper(v.during) as ends,
        v.plan_id, v.version\
      """;

  private AvailabilityRow() {}

  public static Availability read(ResultSet row) throws SQLException {
    return new Availability(
        new AvailabilityId(row.getObject("id", UUID.class)),
        new HospitalId(row.getObject("hospital_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        SqlTime.read(row, "starts"),
        SqlTime.read(row, "ends"),
        row.getObject("plan_id", UUID.class),
        row.getInt("version"));
  }
}
