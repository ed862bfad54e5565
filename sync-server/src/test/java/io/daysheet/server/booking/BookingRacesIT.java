package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.Proof;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.booking.Together.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many desks at the same moment.
@ServerTest
@Import(SettableClock.Configuration.class)
class BookingRacesIT {

  @Autowired JdbcClient jdbc;
  @Autowired SettableClock clock;
  @LocalServerPort int port;

  @BeforeEach
  void onTuesday() {
    clock.set(SettableClock.TUESDAY);
  }

  @Test
  void of64ClientsOnOneSlotOneIsBookedAndTheOthersHearWhoWasFirst() throws Exception {
    TestHospital hospital = TestHospital.hourly(jdbc);
    UUID doctor = hospital.doctor();
    hospital.availability(doctor, "2030-03-12T09:00:00+01:00", "2030-03-12T19:00:00+01:00");
    List<UUID> patients = hospital.patients(65);
    try (TestDesk api = TestDesk.at(port)) {
      // the first request of a fresh server costs a second that no race is about
      api.post("/appointments", hospital.booking(doctor, patients.get(64), at(11)));
      api.post("/appointments", hospital.booking(doctor, patients.get(64), at(11)));
      List<Timed> all =
          Together.timed(
              64,
              i -> api.post("/appointments", hospital.booking(doctor, patients.get(i), at(10))));
      List<Answer> answers = all.stream().map(Timed::answer).toList();
      assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
      assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(63);
      String winner =
          answers.stream().filter(a -> a.status() == 201).findFirst().orElseThrow().text("id");
      assertThat(answers)
          .filteredOn(a -> a.status() == 409)
          .allSatisfy(a ->
              assertThat(a.violation("doctor-busy").get("blocker").get("id").asString())
                  .isEqualTo(winner));
      assertThat(all).allMatch(each -> each.took().compareTo(Duration.ofSeconds(1)) < 0);
    }
    assertThat(hospital.count("select count(*) from appointment where doctor_id = ?", doctor))
        .isEqualTo(2);
  }

  @Test
  void randomBookingsOf32ClientsNeverOverlapAndNobodyGetsAnError() throws Exception {
    TestHospital hospital = TestHospital.hourly(jdbc);
    List<UUID> doctors = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      doctors.add(hospital.doctor());
      for (int day = 12; day < 22; day++) {
        hospital.availability(
            doctors.getLast(),
            "2030-03-" + day + "T09:00:00+01:00",
            "2030-03-" + day + "T19:00:00+01:00");
      }
    }
    List<UUID> patients = hospital.patients(20);
    long until = System.nanoTime() + Duration.ofSeconds(Proof.length(3, 10)).toNanos();
    try (TestDesk api = TestDesk.at(port)) {
      List<Timed> last =
          Together.timed(
              32,
              i -> {
                Random random = new Random(i);
                Answer answer = api.get("/appointments/" + UUID.randomUUID());
                while (System.nanoTime() < until) {
                  answer = oneStep(api, hospital, doctors, patients, random);
                  assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409, 412, 422);
                }
                return answer;
              });
      assertThat(last).hasSize(32);
    }
    Unbroken.check(hospital);
    assertThat(
            hospital.count("select count(*) from appointment where hospital_id = ?", hospital.id()))
        .isGreaterThan(100);
  }

  private static Answer oneStep(
      TestDesk api, TestHospital hospital, List<UUID> doctors, List<UUID> patients, Random random) {
    Answer answer =
        api.post(
            "/appointments",
            hospital.booking(
                doctors.get(random.nextInt(doctors.size())),
                patients.get(random.nextInt(patients.size())),
                "2030-03-%dT%02d:%s:00+01:00"
                    .formatted(
                        12 + random.nextInt(10),
                        9 + random.nextInt(10),
                        random.nextInt(4) == 0 ? "30" : "00")));
    return answer.status() == 201 && random.nextBoolean()
        ? api.post(
            "/appointments/" + answer.text("id") + "/cancel",
            Map.of("reason", "test"),
            "If-Match",
            "\"1\"")
        : answer;
  }

  private static String at(int hour) {
    return "2030-03-12T%02d:00:00+01:00".formatted(hour);
  }
}
