package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.access.TwoHospitals;
import io.daysheet.server.access.TwoHospitals.Side;
import io.daysheet.server.emergency.DoctorInNeed;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a doctor hears on the change socket in an emergency, and no longer.
@ServerTest
class SocketEmergencyIT {

  private static final String BORN = "1980-05-17";
  private static final String WHY = "Unconscious in the corridor";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ChangeTable table;
  private Side foreign;
  private DoctorInNeed doctor;

  @BeforeEach
  void aDoctorOfTheOtherHospital() {
    TwoHospitals world = TwoHospitals.in(jdbc);
    foreign = world.foreign();
    doctor = DoctorInNeed.of(world, port);
  }

  /// The desk loads anew: what was withheld is there then, and what is over is gone.
  @Test
  void whatBeginsAndWhatEndsIsNoticedAtOnce() {
    try (var desk = DeskSocket.open(port, doctor.login())) {
      assertThat(heard(desk)).isEqualTo("withheld");

      String id = doctor.begin(foreign.patient(), BORN, WHY);
      desk.awaitResets(1);
      assertThat(heard(desk)).isEqualTo("appointment-booked");
      assertThat(desk.changes().getLast().at("/patient/familyName").asString())
          .isEqualTo(foreign.familyName());
      assertThat(told()).isEqualTo(WHY.length());

      doctor.end(id);
      desk.awaitResets(2);
      assertThat(heard(desk)).isEqualTo("withheld");
    }
  }

  @Test
  void itEndsByItselfWhenItsTimeIsOver() {
    doctor.begin(foreign.patient(), BORN, WHY);
    try (var desk = DeskSocket.open(port, doctor.login())) {
      assertThat(heard(desk)).isEqualTo("appointment-booked");

      jdbc.sql("update emergency_access set ends_at = begins_at where account_id = ?")
          .param(TestAccounts.id(doctor.login()))
          .update();
      desk.awaitResets(1);

      assertThat(heard(desk)).isEqualTo("withheld");
    }
  }

  @Test
  void nobodyElseIsDisturbed() {
    DoctorInNeed other = DoctorInNeed.of(TwoHospitals.in(jdbc), port);
    try (var desk = DeskSocket.open(port, other.login())) {
      assertThat(heard(desk)).isEqualTo("withheld");
      doctor.begin(foreign.patient(), BORN, WHY);

      assertThat(heardOn(desk, booked())).isEqualTo("withheld");
      assertThat(desk.resets()).isZero();
    }
  }

  /// What comes of a visit that is booked after a subscription.
  private String heard(DeskSocket desk) {
    desk.subscribe(foreign.hospital(), table.position(foreign.hospital()));
    return heardOn(desk, booked());
  }

  private static String heardOn(DeskSocket desk, long number) {
    desk.awaitNumber(number);
    JsonNode last = desk.changes().getLast();
    assertThat(last.get("sequence").asLong()).isEqualTo(number);
    return last.get("kind").asString();
  }

  private long booked() {
    UUID visit = foreign.visit(foreign.nextDay()).value();
    return new Clinic(jdbc).change("appointment-booked", foreign.hospital(), visit);
  }

  /// How long the reason is of the entry that tells whom this doctor was told of: what is added by
  /// the encryption left out. What was booked before the subscription was taken up goes out with
  /// its entry, anything else with one of its own.
  private int told() {
    UUID account = TestAccounts.id(doctor.login());
    return jdbc.sql(
                """
                select octet_length(reason) from audit_entry
                where (action = 'changes-sent' and readers = array[?]
                    or action = 'changes-followed' and account_id = ?)
                  and ? = any (patients) order by id desc limit 1
                """)
            .params(account, account, foreign.patient().value())
            .query(Integer.class)
            .single()
        - 33;
  }
}
