package io.daysheet.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.access.TwoHospitals;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `GET /appointments/{id}/calendar`.
@ServerTest
@Import(SettableClock.Configuration.class)
class CalendarIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private TwoHospitals world;
  private AppointmentId visit;
  private String day;

  @BeforeEach
  void aVisit() {
    world = TwoHospitals.in(jdbc);
    day = world.own().nextDay();
    visit = world.own().visit(day);
  }

  @Test
  void aPatientTakesTheOwnVisitAlong() {
    Answer file =
        Api.on(port).as(TwoHospitals.login("patient")).get("/appointments/" + visit + "/calendar");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"visit.ics\"");
    assertThat(ReadCalendar.lines(file.text())).contains("UID:" + visit);
    assertThat(ReadCalendar.of(file.text()).start()).isEqualTo(Instant.parse(day + "T08:00:00Z"));
    assertThat(file.text()).doesNotContain(world.own().familyName());
  }

  @Test
  void aVisitThatWasCancelledSaysSo() {
    world.clinic().status(visit, "CANCELLED");

    Answer file = Api.on(port).get("/appointments/" + visit + "/calendar");

    assertThat(ReadCalendar.lines(file.text())).contains("STATUS:CANCELLED", "SEQUENCE:1");
  }

  @Test
  void theAuditSaysWhoTookItAlong() {
    Api.on(port).get("/appointments/" + visit + "/calendar");

    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit_entry
                    where action = 'appointment-exported' and outcome = 'done' and subject_id = ?
                      and ? = any (patients)
                    """)
                .params(visit.value(), world.own().patient().value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }
}
