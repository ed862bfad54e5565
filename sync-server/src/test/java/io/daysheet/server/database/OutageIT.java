package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.server.SettableClock;
import io.daysheet.server.SyncServer;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.TestPatients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server whose external database is stopped, and started again by somebody after a while.
class OutageIT {

  /// The pool waits 5 s for a connection, and the answer needs a moment on a busy machine.
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final String TEN = "2030-03-12T10:00:00+01:00";

  @TempDir static Path data;

  private static Cluster cluster;
  private static int databasePort;
  private static ConfigurableApplicationContext server;

  private TestDesk api;
  private TestDesk health;
  private TestHospital hospital;
  private UUID doctor;
  private UUID patient;

  private record Timed(Answer answer, Duration took) {}

  @BeforeAll
  static void startBoth() throws Exception {
    String owner;
    String role;
    // makes the files, the role and the database; from then on nobody watches over it
    try (EmbeddedPostgres made = new EmbeddedPostgres(UnpackedPostgres.into(data)).start()) {
      owner = made.password();
      role = made.applicationPassword();
    }
    DataFolder folder = DataFolder.at(data);
    cluster = new Cluster(folder, PostgresCommands.of(PostgresBinaries.in(folder)));
    databasePort = cluster.start();
    SpringApplication application = SyncServer.application();
    application.addPrimarySources(List.of(SettableClock.Configuration.class));
    server =
        application.run(
            "--server.port=0",
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + databasePort + "/daysheet",
            "--spring.datasource.username=" + EmbeddedPostgres.APPLICATION,
            "--spring.datasource.password=" + role,
            "--spring.flyway.user=" + EmbeddedPostgres.USER,
            "--spring.flyway.password=" + owner,
            "--daysheet.data=" + data);
    TestPatients.serve(server);
  }

  @AfterAll
  static void stopBoth() {
    server.close();
    cluster.stop();
  }

  @BeforeEach
  void openTheDoctorsDay() {
    URI root =
        URI.create(
            "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/");
    api = TestDesk.at(root);
    health = TestDesk.outsideOfTheApi(root);
    hospital = TestHospital.hourly(server.getBean(JdbcClient.class));
    doctor = hospital.doctor();
    patient = hospital.patient();
    hospital.availability(doctor, "2030-03-12T09:00:00+01:00", "2030-03-12T15:00:00+01:00");
  }

  @AfterEach
  void hangUp() {
    api.close();
    health.close();
  }

  @Test
  void everyCallIsAnsweredSoonNothingIsWrittenAndItRecoversByItself() throws Exception {
    String visit = api.post("/appointments", hospital.booking(doctor, patient, TEN)).text("id");
    Map<String, Object> next = hospital.booking(doctor, patient, "2030-03-12T11:00:00+01:00");
    assertThat(readiness()).isEqualTo(200);

    long patients = hospital.count("select count(*) from patient");
    cluster.stop();
    List<Timed> answers =
        together(
            List.of(
                () -> api.post("/appointments", next, "Idempotency-Key", "in the outage"),
                () ->
                    api.post(
                        "/availabilities",
                        hospital.opening(
                            doctor, "2030-03-12T15:00:00+01:00", "2030-03-12T17:00:00+01:00")),
                () ->
                    api.post(
                        "/patients",
                        Map.of("givenName", "A", "familyName", "B", "birthDate", "1987-05-14")),
                () ->
                    api.post(
                        "/appointments/" + visit + "/cancel",
                        Map.of("reason", "ill"),
                        "If-Match",
                        "\"1\""),
                () -> api.get("/appointments/" + visit),
                () -> api.get("/patients?query=kowal"),
                () -> api.get("/schedule?date=2030-03-12&hospital=" + hospital.id())));
    assertThat(answers)
        .allSatisfy(each -> {
          assertThat(each.answer().status()).as(each.answer().body()).isEqualTo(503);
          assertThat(each.answer().text("code")).isEqualTo("unavailable");
          assertThat(each.took()).isLessThan(SOON);
        });
    assertThat(readiness()).isEqualTo(503);
    assertThat(health.get("/actuator/health/liveness").status())
        .as("a restart would not help")
        .isEqualTo(200);

    assertThat(cluster.startedOn(databasePort)).isTrue();
    await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
    assertThat(hospital.count("select count(*) from appointment where doctor_id = ?", doctor))
        .isEqualTo(1);
    assertThat(hospital.count("select count(*) from change where hospital_id = ?", hospital.id()))
        .isEqualTo(1);
    assertThat(hospital.count("select count(*) from patient")).isEqualTo(patients);
    assertThat(api.get("/appointments/" + visit).text("status")).isEqualTo("SCHEDULED");
    Answer retried = api.post("/appointments", next, "Idempotency-Key", "in the outage");
    assertThat(retried.status()).as(retried.body()).isEqualTo(201);
  }

  private int readiness() {
    return health.get("/actuator/health/readiness").status();
  }

  private static List<Timed> together(List<Callable<Answer>> requests) throws Exception {
    try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Timed>> waiting = new ArrayList<>();
      for (Callable<Answer> request : requests) {
        waiting.add(
            desks.submit(() -> {
              long begin = System.nanoTime();
              Answer answer = request.call();
              return new Timed(answer, Duration.ofNanos(System.nanoTime() - begin));
            }));
      }
      List<Timed> answers = new ArrayList<>();
      for (Future<Timed> each : waiting) {
        answers.add(each.get());
      }
      return answers;
    }
  }
}
