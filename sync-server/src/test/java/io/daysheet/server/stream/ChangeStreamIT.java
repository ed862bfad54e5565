package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.server.Api;
import io.daysheet.server.Clinic;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDatabase;
import io.daysheet.wire.Change;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@StreamTest
class ChangeStreamIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;
  @Autowired InstantSource clock;
  @Autowired Hub hub;
  @Autowired ChangeTable table;
  private Clinic clinic;
  private HospitalId hospital;
  private AvailabilityId range;

  @BeforeEach
  void openAClinic() {
    clinic = new Clinic(jdbc);
    hospital = clinic.hospital("St. Hedwig", "Europe/Berlin");
    DoctorId doctor = clinic.doctor("Zoë Adler", hospital);
    range = clinic.availability(hospital, doctor, "2026-03-14T08:00Z", "2026-03-14T16:00Z");
  }

  @Test
  void aChangeBetweenLoadingAndSubscribingIsNotLost() {
    StreamPosition loaded = load();
    commitAndPublish();

    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded)) {
      desk.awaitNumber(1);
      commitAndPublish();
      desk.awaitNumber(2);
      assertThat(desk.numbers()).containsExactly(1L, 2L);
    }
  }

  @Test
  void aChangeHasTheStateInTheHospitalsOffsetAndWhoWroteIt() {
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    var visit = clinic.appointment(range, patient, "2026-03-14T09:00Z", "2026-03-14T10:00Z");
    StreamPosition loaded = load();
    clinic.change("appointment-booked", hospital, visit.value());

    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded)) {
      desk.awaitNumber(1);
      JsonNode change = desk.changes().getFirst();
      assertThat(change.get("kind").asString()).isEqualTo("appointment-booked");
      assertThat(change.get("by").asString()).isEqualTo("Desk 1");
      assertThat(change.get("start").asString()).isEqualTo("2026-03-14T10:00:00+01:00");
      assertThat(change.at("/patient/familyName").asString()).isEqualTo("Kowalska");
      assertThat(change.get("version").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whatOneOpensOverRestAnotherSeesWithTheirName() {
    LocalDate soon = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7);
    LocalDate date = soon.getDayOfYear() == 1 ? soon.plusDays(1) : soon;
    String doctor = clinic.doctor("Ben Zimmer", hospital).toString();
    try (var desk = DeskSocket.open(port).subscribe(hospital, load())) {
      var made =
          Api.on(port)
              .post(
                  "/availabilities",
                  """
                  {"hospitalId":"%s","doctorId":"%s","start":"%sT10:00:00Z","end":"%sT12:00:00Z"}
                  """
                      .formatted(hospital, doctor, date, date),
                  "Daysheet-Desk",
                  "Empfang%20S%C3%BCd");
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      desk.awaitNumber(1);
      assertThat(desk.changes().getFirst().get("by").asString()).isEqualTo(TestAccounts.DESKS_NAME);
      assertThat(desk.changes().getFirst().get("id")).isEqualTo(made.json().get("id"));
      assertThat(desk.changes().getFirst().get("start")).isEqualTo(made.json().get("start"));
    }
  }

  @Test
  void aDeskThatComesBackGetsWhatItMissedAlsoFromTheTable() {
    StreamPosition loaded = load();
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded)) {
      commitAndPublish();
      desk.awaitNumber(1);
    }
    for (int i = 0; i < 300; i++) {
      commit();
    }
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded.at(1))) {
      commitAndPublish();
      desk.awaitNumber(302);
      assertThat(desk.numbers()).isEqualTo(LongStream.rangeClosed(2, 302).boxed().toList());
    }
  }

  @Test
  void whatIsCommittedByAnotherNodeOrWhoDiedBeforeTellingArrivesAllTheSame() {
    try (var desk = DeskSocket.open(port).subscribe(hospital, load())) {
      commitAndPublish();
      desk.awaitNumber(1);
      commit();
      commitAndPublish();
      desk.awaitNumber(3);
      assertThat(desk.numbers()).containsExactly(1L, 2L, 3L);
      commit();
      desk.awaitNumber(4);
    }
  }

  @Test
  void anotherEpochOrANumberAheadIsReset() {
    StreamPosition loaded = load();
    try (var desk = DeskSocket.open(port).subscribe(hospital, new StreamPosition("another", 0))) {
      desk.awaitReset();
    }
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded.at(1))) {
      desk.awaitReset();
    }
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded.at(-1))) {
      desk.awaitReset();
    }
  }

  @Test
  void aHistoryThatWasPrunedOrIsTooLongIsReset() {
    StreamPosition loaded = load();
    commit();
    commit();
    // the server's own role can't
    TestDatabase.owner(environment)
        .sql("delete from change where hospital_id = ? and sequence = 1")
        .param(hospital.value())
        .update();
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded)) {
      desk.awaitReset();
    }
    for (int i = 0; i < 501; i++) {
      commit();
    }
    try (var desk = DeskSocket.open(port).subscribe(hospital, loaded.at(2))) {
      desk.awaitReset();
      // the socket lives on: the desk loads anew and subscribes again
      desk.subscribe(hospital, load());
      commitAndPublish();
      desk.awaitNumber(504);
      assertThat(desk.numbers()).containsExactly(504L);
    }
  }

  @Test
  void underManyWritersEveryDeskGetsTheSameDenseOrder() {
    StreamPosition loaded = load();
    long writers = 16;
    long each = 25;
    try (var one = DeskSocket.open(port).subscribe(hospital, loaded);
        var two = DeskSocket.open(port).subscribe(hospital, loaded)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int w = 0; w < writers; w++) {
          threads.execute(() -> {
            for (int i = 0; i < each; i++) {
              commitAndPublish();
            }
          });
        }
      }
      List<Long> all = LongStream.rangeClosed(1, writers * each).boxed().toList();
      one.awaitNumber(writers * each);
      two.awaitNumber(writers * each);
      assertThat(one.numbers()).isEqualTo(all);
      assertThat(two.numbers()).isEqualTo(all);
    }
  }

  private StreamPosition load() {
    JsonNode stream =
        Api.on(port)
            .get("/schedule?hospital=" + hospital + "&date=2026-03-14")
            .json()
            .get("stream");
    return new StreamPosition(stream.get("epoch").asString(), stream.get("sequence").asLong());
  }

  private long commit() {
    return clinic.change("availability-created", hospital, range.value());
  }

  private void commitAndPublish() {
    long number = commit();
    Change change = table.after(hospital, number - 1, 1).getFirst();
    hub.publish(hospital, change);
  }
}
