package io.daysheet.server.schedule;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.WeeklyPlanId;
import io.daysheet.server.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        plan(row),
        row.getInt("version"));
  }

  /// The plan that published it; null if staff made it directly.
  public static @Nullable WeeklyPlanId plan(ResultSet row) throws SQLException {
    UUID plan = row.getObject("plan_id", UUID.class);
    return plan == null ? null : new WeeklyPlanId(plan);
  }
}
