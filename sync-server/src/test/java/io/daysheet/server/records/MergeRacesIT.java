package io.daysheet.server.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.patient.PatientId;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A merge while others book, cancel and merge: no visit is lost, none stays with the record that
/// was merged, and nobody gets an error.
@ServerTest
@Import(SettableClock.Configuration.class)
class MergeRacesIT {

  private static final int BOOKERS = 8;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @RepeatedTest(5)
  void bookingsAndCancellationsMeanwhileAreCarriedOrRefused() throws Exception {
    TestHospital hospital = TestHospital.hourly(jdbc);
    UUID from = hospital.patient();
    UUID into = hospital.patient();
    List<UUID> doctors = new ArrayList<>();
    for (int i = 0; i < BOOKERS; i++) {
      doctors.add(hospital.doctor());
      hospital.availability(doctors.get(i), at(9), at(19));
    }
    try (TestDesk desk = TestDesk.at(port)) {
      String early =
          desk.post("/appointments", hospital.booking(doctors.get(0), from, at(9))).text("id");
      List<Callable<Answer>> tasks = new ArrayList<>();
      for (int i = 0; i < BOOKERS; i++) {
        UUID doctor = doctors.get(i);
        UUID patient = i % 2 == 0 ? from : into;
        int hour = 10 + i;
        tasks.add(() -> desk.post("/appointments", hospital.booking(doctor, patient, at(hour))));
      }
      tasks.add(() -> cancel(desk, early));
      tasks.add(() -> merge(desk, from, into));
      List<Answer> answers = together(tasks);

      Answer merged = answers.getLast();
      assertThat(merged.status()).as(merged.body()).isEqualTo(200);
      assertThat(answers.get(BOOKERS).status()).as(answers.get(BOOKERS).body()).isIn(200, 412);
      long booked = 1;
      for (Answer booking : answers.subList(0, BOOKERS)) {
        assertThat(booking.status()).as(booking.body()).isIn(201, 422);
        booked += booking.status() == 201 ? 1 : 0;
      }
      assertThat(count(hospital, from)).as("visits that stayed behind").isZero();
      assertThat(count(hospital, into)).isEqualTo(booked);
      assertThat(
              hospital.count(
                  "select max(sequence) - count(*) from change where hospital_id = ?",
                  hospital.id()))
          .as("gaps in the stream")
          .isZero();
    }
  }

  /// Two merges in opposite directions: one record stays.
  @RepeatedTest(5)
  void oppositeMergesLeaveOneRecordInService() throws Exception {
    TestHospital hospital = TestHospital.hourly(jdbc);
    UUID one = hospital.patient();
    UUID other = hospital.patient();
    try (TestDesk desk = TestDesk.at(port)) {
      List<Answer> answers =
          together(List.of(() -> merge(desk, one, other), () -> merge(desk, other, one)));

      assertThat(answers.stream().map(Answer::status))
          .contains(200)
          .allMatch(s -> s == 200 || s == 409 || s == 412);
      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
      assertThat(
              hospital.count(
                  "select count(*) from patient where active and id = any (?)",
                  (Object) new UUID[] {one, other}))
          .isEqualTo(1);
    }
  }

  private static Answer merge(TestDesk desk, UUID from, UUID into) {
    return desk.post(
        "/patients/" + from + "/merge", Map.of("into", new PatientId(into)), "If-Match", "\"1\"");
  }

  private static Answer cancel(TestDesk desk, String visit) {
    return desk.post(
        "/appointments/" + visit + "/cancel", Map.of("reason", "ill"), "If-Match", "\"1\"");
  }

  private static long count(TestHospital hospital, UUID patient) {
    return hospital.count("select count(*) from appointment where patient_id = ?", patient);
  }

  private static String at(int hour) {
    return "2030-03-12T%02d:00:00+01:00".formatted(hour);
  }

  private static List<Answer> together(List<Callable<Answer>> tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> futures =
          tasks.stream()
              .map(task ->
                  executor.submit(() -> {
                    start.await();
                    return task.call();
                  }))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
