package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.wire.Change.HoldPlaced;
import io.daysheet.wire.Change.HoldReleased;
import io.daysheet.wire.InZone;
import io.daysheet.wire.WireJson;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What the desks hear of holds, at once and when they come back.
@ServerTest
@Import(SettableClock.Configuration.class)
class HoldNewsIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @Autowired ChangeTable table;

  private HospitalId hospital;
  private DoctorId doctor;
  private StreamPosition before;

  @BeforeEach
  void aDoctorsDay() {
    clock.set(SettableClock.TUESDAY);
    var clinic = new Clinic(jdbc);
    hospital = clinic.hospital("Hedwig", "Europe/Berlin");
    doctor = clinic.doctor("Zoë Adler", hospital);
    clinic.availability(hospital, doctor, "2030-03-12T09:00+01:00", "2030-03-12T15:00+01:00");
    jdbc.sql("delete from appointment where status = 'HELD'").update();
    // an access token lasts as long as a hold usually does
    jdbc.sql(
            """
            update hospital set policy = jsonb_set(policy, '{holdDuration}', '"PT1M"') where id = ?
            """)
        .param(hospital.value())
        .update();
    before = table.position(hospital);
  }

  private Answer hold(TestDesk desk) {
    return desk.post(
        "/holds",
        Map.of(
            "hospitalId",
            hospital,
            "doctorId",
            doctor,
            "start",
            "2030-03-12T10:00:00+01:00",
            "type",
            "FOLLOW_UP"));
  }

  @Test
  void itIsToldTheSameAtOnceAndLater() {
    try (TestDesk desk = TestDesk.at(port);
        DeskSocket socket = DeskSocket.open(port)) {
      socket.subscribe(hospital, before);
      Answer placed = hold(desk);
      socket.awaitNumber(before.sequence() + 1);
      JsonNode heard = socket.changes().getLast();
      assertThat(heard.get("kind").asString()).isEqualTo("hold-placed");
      assertThat(heard.get("by").asString()).isEqualTo(TestAccounts.DESKS_NAME);
      placed
          .json()
          .properties()
          .forEach(field -> assertThat(heard.get(field.getKey())).isEqualTo(field.getValue()));
      assertThat(later()).containsExactly(heard);

      desk.delete("/holds/" + placed.text("id"));
      socket.awaitNumber(before.sequence() + 2);
      JsonNode released = socket.changes().getLast();
      assertThat(released.get("kind").asString()).isEqualTo("hold-released");
      assertThat(released.get("id")).isEqualTo(placed.json().get("id"));
      assertThat(later().getLast()).isEqualTo(released);
    }
  }

  private List<JsonNode> later() {
    return table.after(hospital, before.sequence(), 10).stream()
        .map(change ->
            WireJson.mapper()
                .readTree(
                    WireJson.mapper()
                        .writeValueAsString(new InZone<>(ZoneId.of("Europe/Berlin"), change))))
        .toList();
  }

  /// Whoever reads late that a slot was kept must not keep it until nobody knows when.
  @Test
  void whatWasKeptAndIsGoneByNowIsToldAsOver() {
    try (TestDesk desk = TestDesk.at(port)) {
      desk.delete("/holds/" + hold(desk).text("id"));
    }
    assertThat(table.after(hospital, before.sequence(), 10))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isInstanceOfSatisfying(
                        HoldPlaced.class,
                        placed -> assertThat(placed.hold().isOver(placed.at())).isTrue()),
            second -> assertThat(second).isInstanceOf(HoldReleased.class));
  }

  @Test
  void aHoldThatIsOverIsToldToWhoFollows() {
    try (TestDesk desk = TestDesk.at(port);
        DeskSocket socket = DeskSocket.open(port)) {
      socket.subscribe(hospital, before);
      Answer placed = hold(desk);
      clock.set(SettableClock.TUESDAY.plusSeconds(60));
      socket.awaitNumber(before.sequence() + 2);
      JsonNode released = socket.changes().getLast();
      assertThat(released.get("kind").asString()).isEqualTo("hold-released");
      assertThat(released.get("id")).isEqualTo(placed.json().get("id"));
      assertThat(released.get("by").isNull()).isTrue();
      assertThat(later().getLast()).isEqualTo(released);
    }
  }

  @Test
  void aDoctorHearsOnlyOfTheOwnTime() {
    var clinic = new Clinic(jdbc);
    String colleague = "colleague-" + hospital;
    TestAccounts.doctor(jdbc, colleague, clinic.doctor("Dr. Other", hospital).value());
    String own = "own-" + hospital;
    TestAccounts.doctor(jdbc, own, doctor.value());
    try (TestDesk desk = TestDesk.at(port);
        DeskSocket theirs = DeskSocket.open(port, own);
        DeskSocket others = DeskSocket.open(port, colleague)) {
      theirs.subscribe(hospital, before);
      others.subscribe(hospital, before);
      desk.delete("/holds/" + hold(desk).text("id"));
      theirs.awaitNumber(before.sequence() + 2);
      others.awaitNumber(before.sequence() + 2);
      assertThat(theirs.changes())
          .extracting(each -> each.get("kind").asString())
          .containsExactly("hold-placed", "hold-released");
      assertThat(others.changes())
          .extracting(each -> each.get("kind").asString())
          .containsOnly("withheld");
    }
  }
}
