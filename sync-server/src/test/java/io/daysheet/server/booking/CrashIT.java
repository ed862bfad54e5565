package io.daysheet.server.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.server.BesideOthers;
import io.daysheet.server.ServerProcess;
import io.daysheet.server.TestAccounts;
import io.daysheet.server.TestDesk;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.database.DataFolders;
import io.daysheet.server.database.UnpackedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Server and database are killed in the middle of 16 desks' work: what was acknowledged is there.
@BesideOthers
class CrashIT {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int CLIENTS = 16;

  @TempDir Path data;

  private record Sent(String key, Map<String, Object> body) {}

  private record Acknowledged(Sent sent, Answer answer) {}

  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
  private Map<String, Object> held = Map.of();

  @Test
  void nothingAcknowledgedIsLostAndNoSlotIsTakenTwice() throws Exception {
    try (ServerProcess server = ServerProcess.start(UnpackedPostgres.into(data));
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Sent> work = work(server);
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random random = new Random(i);
        clients.add(executor.submit(() -> bookUntilTheServerIsGone(server.uri("/"), work, random)));
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= 150);
      changeHolds("set held_until = clock_timestamp() + interval '2 seconds'");
      server.kill();
      DataFolders.killDatabase(data);
      for (Future<?> client : clients) {
        client.get();
      }
    }
    assertThat(unanswered).as("the kill came in the middle").isNotEmpty();

    try (ServerProcess again = ServerProcess.start(data);
        TestDesk api = TestDesk.at(again.uri("/"))) {
      for (Acknowledged each : acknowledged) {
        Answer found = api.get("/appointments/" + each.answer().text("id"));
        assertThat(found.json()).isEqualTo(each.answer().json());
        assertThat(book(api, each.sent())).isEqualTo(each.answer());
      }
      for (Sent each : unanswered) {
        Answer retried = book(api, each);
        assertThat(retried.status()).isIn(201, 409);
        assertThat(book(api, each).status()).isEqualTo(retried.status());
      }
      // edge case 28: nobody is left to give it back
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> changeHolds("set booked_by = booked_by") == 0);
      assertThat(api.post("/appointments", held).status()).isEqualTo(201);
      try (var database = DataFolders.dataSource(data)) {
        assertThat(overlaps(JdbcClient.create(database))).isZero();
      }
    }
  }

  /// How many there are.
  private int changeHolds(String change) throws IOException {
    try (var database = DataFolders.dataSource(data)) {
      return JdbcClient.create(database)
          .sql("update appointment " + change + " where status = 'HELD'")
          .update();
    }
  }

  private void bookUntilTheServerIsGone(URI server, List<Sent> work, Random random) {
    try (TestDesk api = TestDesk.at(server)) {
      while (true) {
        Sent next =
            new Sent(UUID.randomUUID().toString(), work.get(random.nextInt(work.size())).body());
        unanswered.add(next);
        Answer answer = api.tryPost("/appointments", next.body(), "Idempotency-Key", next.key());
        if (answer.status() == 503) {
          return;
        }
        unanswered.remove(next);
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        if (answer.status() == 201) {
          acknowledged.add(new Acknowledged(next, answer));
        }
      }
    } catch (IOException gone) {
      assertThat(acknowledged).isNotEmpty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Every slot of 10 doctors' 10 days, each wanted by two patients.
  private List<Sent> work(ServerProcess server) throws IOException {
    try (var database = DataFolders.dataSource(data);
        TestDesk desk = TestDesk.at(server.uri("/"))) {
      JdbcClient jdbc = JdbcClient.create(database);
      TestAccounts.in(jdbc);
      return work(TestHospital.hourly(jdbc), desk);
    }
  }

  private List<Sent> work(TestHospital hospital, TestDesk desk) {
    LocalDate tomorrow = LocalDate.ofInstant(Clock.systemUTC().instant(), BERLIN).plusDays(1);
    List<Sent> work = new ArrayList<>();
    for (int d = 0; d < 10; d++) {
      UUID doctor = hospital.doctor();
      for (int day = 0; day < 10; day++) {
        LocalDate date = tomorrow.plusDays(day);
        hospital.availability(doctor, at(date, 9), at(date, 19));
        List<UUID> patients = Stream.generate(() -> registered(desk)).limit(2).toList();
        for (int hour = 9; hour < 19; hour++) {
          for (UUID patient : patients) {
            work.add(new Sent("", hospital.booking(doctor, patient, at(date, hour))));
          }
        }
      }
    }
    hold(hospital, desk, tomorrow);
    return work;
  }

  /// A form was open at a desk.
  private void hold(TestHospital hospital, TestDesk desk, LocalDate date) {
    UUID doctor = hospital.doctor();
    hospital.availability(doctor, at(date, 9), at(date, 10));
    held = hospital.booking(doctor, registered(desk), at(date, 9));
    Map<String, Object> wish = new HashMap<>(held);
    wish.remove("patientId");
    Answer placed = desk.post("/holds", wish);
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
  }

  private static UUID registered(TestDesk desk) {
    Answer made =
        desk.post(
            "/patients",
            Map.of("givenName", "Zofia", "familyName", "Kowalska", "birthDate", "1987-05-14"));
    return UUID.fromString(made.text("id"));
  }

  private static String at(LocalDate date, int hour) {
    return date.atTime(LocalTime.of(hour, 0))
        .atZone(BERLIN)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static Answer book(TestDesk api, Sent sent) {
    return api.post("/appointments", sent.body(), "Idempotency-Key", sent.key());
  }

  private static long overlaps(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select count(*) from appointment a join appointment b
              on a.id < b.id and a.active_during is not null and b.active_during is not null
              and ((a.doctor_id = b.doctor_id and a.occupied && b.occupied)
                or (a.patient_id = b.patient_id and a.during && b.during))
            """)
        .query(Long.class)
        .single();
  }
}
