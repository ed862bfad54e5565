package io.daysheet.server.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.time.OperatingHours;
import io.daysheet.wire.WireJson;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Time that is opened, offered and booked by night: over midnight, and when the clock changes.
@ServerTest
@Import(SettableClock.Configuration.class)
class NightsIT {

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  private TestDesk api;
  private TestHospital hospital;
  private UUID doctor;

  @BeforeEach
  void aHospitalThatNeverCloses() {
    api = TestDesk.at(port);
    clock.set(SettableClock.TUESDAY);
    hospital = TestHospital.hourly(jdbc);
    jdbc.sql(
            """
            update hospital set operating_hours = ?::jsonb,
              policy = jsonb_set(policy, '{gridMinutes}', '30')
            where id = ?
            """)
        .params(
            WireJson.mapper().writeValueAsString(OperatingHours.daily("00:00", "24:00")),
            hospital.id())
        .update();
    doctor = hospital.doctor();
  }

  @AfterEach
  void close() {
    api.close();
  }

  /// Edge case 3.
  @Test
  void theHourThatIsSkippedIsNotThereAndNotOffered() {
    assertThat(opened("2030-03-31T01:00:00+01:00", "2030-03-31T04:00:00+02:00"))
        .isEqualTo(Duration.ofHours(2));

    assertThat(free("2030-03-31"))
        .containsExactly(
            "2030-03-31T01:00:00+01:00", "2030-03-31T01:30:00+01:00", "2030-03-31T03:00:00+02:00");
    assertThat(book("2030-03-31T02:30:00+01:00").codes()).contains("nonexistent-local-time");
    assertThat(book("2030-03-31T02:30:00+02:00").codes()).contains("nonexistent-local-time");
    assertThat(book("2030-03-31T01:30:00+01:00").text("end"))
        .isEqualTo("2030-03-31T03:30:00+02:00");
  }

  /// Edge case 4.
  @Test
  void theHourThatHappensTwiceIsOfferedTwiceAndEachIsBookedOnce() {
    assertThat(opened("2030-10-27T01:30:00+02:00", "2030-10-27T03:30:00+01:00"))
        .isEqualTo(Duration.ofHours(3));
    List<String> both = List.of("2030-10-27T02:30:00+02:00", "2030-10-27T02:30:00+01:00");

    assertThat(free("2030-10-27")).containsAll(both).hasSize(5);
    for (String start : both) {
      assertThat(book(start).text("start")).isEqualTo(start);
      assertThat(book(start).codes()).containsExactly("doctor-busy");
    }

    assertThat(free("2030-10-27")).containsExactly("2030-10-27T01:30:00+02:00");
    assertThat(
            api.get("/schedule?date=2030-10-27&hospital=" + hospital.id())
                .json()
                .get("appointments")
                .findValuesAsString("start"))
        .containsExactlyElementsOf(both);
  }

  /// Edge case 10.
  @Test
  void whatReachesOverMidnightIsOpenedOfferedAndBooked() {
    assertThat(opened("2030-03-14T22:00:00+01:00", "2030-03-15T02:00:00+01:00"))
        .isEqualTo(Duration.ofHours(4));

    assertThat(free("2030-03-14")).endsWith("2030-03-14T23:30:00+01:00");
    assertThat(free("2030-03-15")).startsWith("2030-03-15T00:00:00+01:00");
    assertThat(book("2030-03-14T23:30:00+01:00").text("end"))
        .isEqualTo("2030-03-15T00:30:00+01:00");
    assertThat(free("2030-03-15")).startsWith("2030-03-15T00:30:00+01:00");
  }

  private Duration opened(String start, String end) {
    Answer opened = api.post("/availabilities", hospital.opening(doctor, start, end));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return Duration.between(
        OffsetDateTime.parse(opened.text("start")), OffsetDateTime.parse(opened.text("end")));
  }

  private Answer book(String start) {
    return api.post("/appointments", hospital.booking(doctor, hospital.patient(), start));
  }

  private List<String> free(String date) {
    return api.get(
            "/slots?type=FOLLOW_UP&doctor=%s&hospital=%s&from=%s&to=%s"
                .formatted(doctor, hospital.id(), date, date))
        .json()
        .get("items")
        .findValuesAsString("start");
  }
}
