package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What desks hear of doctors' absences and weeks: live, and when they come back.
@ServerTest
@Import(SettableClock.Configuration.class)
class TimeNewsIT {

  private static final String OFF =
      """
      {"doctorId":"%s","start":"2030-03-14T09:00:00+01:00","end":"2030-03-14T%s:00:00+01:00",\
      "reason":"CME"}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ChangeTable table;
  @Autowired SettableClock clock;
  private Api desk;
  private Clinic clinic;
  private HospitalId hedwig;
  private DoctorId zoe;
  private DoctorId ben;

  @BeforeEach
  void aHospital() {
    clock.set(SettableClock.TUESDAY);
    desk = Api.on(port);
    clinic = new Clinic(jdbc);
    hedwig = clinic.hospital("Hedwig", "Europe/Berlin");
    zoe = clinic.doctor("Zoë Adler", hedwig);
    ben = clinic.doctor("Ben Zimmer", hedwig);
  }

  @Test
  void timeOffIsToldWithItsStateAndThatItIsGoneAlsoToWhoComesBack() {
    StreamPosition before = table.position(hedwig);
    try (var live = DeskSocket.open(port)) {
      live.subscribe(hedwig, before);
      Answer made = desk.post("/time-off", OFF.formatted(zoe, "12"));
      String path = "/time-off/" + made.json().get("id").asString();
      live.awaitNumber(before.sequence() + 1);
      JsonNode entered = live.changes().getLast();
      assertThat(entered.get("kind").asString()).isEqualTo("time-off-changed");
      assertThat(entered.get("removed").asBoolean()).isFalse();
      assertThat(entered.get("end").asString()).isEqualTo("2030-03-14T12:00:00+01:00");
      assertThat(entered.get("reason").asString()).isEqualTo("CME");

      desk.send("PUT", path, OFF.formatted(zoe, "15"), "If-Match", "\"1\"");
      desk.send("DELETE", path, null, "If-Match", "\"2\"");
      live.awaitNumber(before.sequence() + 3);
      try (var back = DeskSocket.open(port)) {
        back.subscribe(hedwig, new StreamPosition(before.epoch(), before.sequence()));
        back.awaitNumber(before.sequence() + 3);
        assertThat(back.changes().getLast()).isEqualTo(live.changes().getLast());
      }
      JsonNode gone = live.changes().getLast();
      assertThat(gone.get("removed").asBoolean()).isTrue();
      assertThat(gone.get("version").asInt()).isEqualTo(3);
    }
    // from the table alone: what is gone is told as gone, with the reason that it last had
    assertThat(table.after(hedwig, before.sequence(), 10))
        .hasSize(3)
        .allMatch(change -> change.toString().contains("removed=true"))
        .allMatch(change -> change.toString().contains("CME"));
  }

  @Test
  void aDoctorHearsOfTheOwnTimeOnly() {
    TestAccounts.doctor(jdbc, "time-" + ben, ben.value());
    StreamPosition before = table.position(hedwig);
    try (var colleague = DeskSocket.open(port, "time-" + ben)) {
      colleague.subscribe(hedwig, before);
      desk.post("/time-off", OFF.formatted(zoe, "12"));
      desk.post("/time-off", OFF.formatted(ben, "12"));
      colleague.awaitNumber(before.sequence() + 2);
      assertThat(colleague.changes())
          .extracting(change -> change.get("kind").asString())
          .containsExactly("withheld", "time-off-changed");
    }
  }

  @Test
  void aPlanIsToldAvailabilityByAvailabilityAsTheTableHasIt() {
    StreamPosition before = table.position(hedwig);
    try (var live = DeskSocket.open(port)) {
      live.subscribe(hedwig, before);
      desk.post(
          "/weekly-plans",
          """
          {"hospitalId":"%s","doctorId":"%s","day":"THURSDAY","start":"09:00","end":"17:00",\
          "validFrom":"2030-03-01","validUntil":"2030-03-31"}
          """
              .formatted(hedwig, zoe));
      live.awaitNumber(before.sequence() + 3);
      assertThat(live.changes())
          .extracting(change -> change.get("kind").asString())
          .isEqualTo(
              List.of("availability-created", "availability-created", "availability-created"));
      assertThat(live.changes())
          .extracting(change -> change.get("start").asString())
          .containsExactlyInAnyOrder(
              "2030-03-14T09:00:00+01:00",
              "2030-03-21T09:00:00+01:00",
              "2030-03-28T09:00:00+01:00");
      assertThat(live.changes()).allMatch(change -> change.hasNonNull("planId"));
    }
    assertThat(table.after(hedwig, before.sequence(), 10)).hasSize(3);
  }

  /// Its number would be another's.
  @Test
  void whatIsRolledBackIsToldToNobody() {
    AvailabilityId day = clinic.availability(hedwig, zoe, at(9), at(15));
    AppointmentId first = clinic.appointment(day, patient(), at(9), at(10));
    AppointmentId last = clinic.appointment(day, patient(), at(14), at(15));
    StreamPosition before = table.position(hedwig);
    try (var live = DeskSocket.open(port)) {
      live.subscribe(hedwig, before);
      Answer refused =
          desk.send(
              "PUT",
              "/availabilities/" + day,
              """
              {"start":"%s","end":"%s","resolutions":[
                {"appointmentId":"%s","action":"CANCEL"},
                {"appointmentId":"%s","action":"MOVE","start":"%s"}]}
              """
                  .formatted(at(10), at(14), first, last, at(18)),
              "If-Match",
              "\"1\"");
      assertThat(refused.violations()).containsExactly("outside-availability");
      desk.post("/time-off", OFF.formatted(ben, "12"));
      live.awaitNumber(before.sequence() + 1);
      assertThat(live.changes())
          .extracting(change -> change.get("kind").asString())
          .containsExactly("time-off-changed");
    }
  }

  private PatientId patient() {
    return clinic.patient("Zofia", "Kowalska", "1987-05-14");
  }

  private static String at(int hour) {
    return "2030-03-14T%02d:00:00+01:00".formatted(hour);
  }
}
