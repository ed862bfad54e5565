package io.daysheet.server.plan;

import io.daysheet.hospital.DoctorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The weekly plans as other capabilities ask for them.
@Component
public class Plans {

  private final JdbcClient jdbc;

  Plans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A doctor's are to be published as soon as possible: something that was in their way is gone.
  public void publishSoon(DoctorId doctor) {
    jdbc.sql("update weekly_plan set published_on = null where doctor_id = ?")
        .param(doctor.value())
        .update();
  }
}
