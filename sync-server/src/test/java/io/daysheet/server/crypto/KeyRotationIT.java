package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.patient.PatientId;
import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import io.daysheet.server.TestPatients;
import io.daysheet.server.crypto.KeysetRows.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys are replaced while desks book and search, also by a server that was stopped half-way.
class KeyRotationIT {

  private static final String[] QUICKLY = {
    "--daysheet.crypto.refresh=100ms",
    "--daysheet.crypto.longest-write=0s",
    "--daysheet.crypto.batch=20"
  };
  private static final int PATIENTS = 300;
  private static final Set<Purpose> REPLACED =
      EnumSet.of(Purpose.RECORDS, Purpose.SECRETS, Purpose.INDEX);

  @TempDir Path data;

  @Test
  void everyRowIsReadAndWrittenWhileKeysAreReplaced() throws Exception {
    List<PatientId> patients = new ArrayList<>();
    Map<Purpose, Integer> old = new EnumMap<>(Purpose.class);
    try (OwnServer server = OwnServer.start(data, QUICKLY)) {
      for (int i = 0; i < PATIENTS; i++) {
        patients.add(
            TestPatients.add(
                server.jdbc(), "Zofia", "Kowal" + (char) ('a' + i % 26), "1987-05-14"));
      }
      REPLACED.forEach(purpose -> old.put(purpose, writingKey(server, purpose)));
      wish("replace-records");
      wish("replace-index");
      wish("replace-secrets");
      await().until(() -> step(server, Purpose.RECORDS) != Step.DONE);
    }
    // stopped in the middle: the next one goes on
    try (OwnServer server = OwnServer.start(data, QUICKLY);
        ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
      var finished = new AtomicBoolean();
      TestHospital hospital = TestHospital.hourly(server.jdbc());
      List<Future<Integer>> working =
          List.of(
              desks.submit(() -> bookAll(server, hospital, patients, finished)),
              desks.submit(() -> searchAll(server, finished)));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() ->
              REPLACED.stream()
                  .allMatch(purpose ->
                      step(server, purpose) == Step.DONE
                          && !Objects.equals(old.get(purpose), writingKey(server, purpose))));
      finished.set(true);
      assertThat(working.get(0).get()).isPositive();
      assertThat(working.get(1).get()).isPositive();

      assertThat(REPLACED).allMatch(purpose -> keyCount(server, purpose) == 1);
      assertThat(
              hospital.count(
                  "select count(*) from signing_key where substring(private_key from 1 for 5) <> ?",
                  (Object) KeyId.prefix(writingKey(server, Purpose.SECRETS))))
          .isZero();
      assertThat(
              hospital.count(
                  "select count(*) from patient where substring(family_name from 1 for 5) <> ?",
                  (Object) KeyId.prefix(writingKey(server, Purpose.RECORDS))))
          .isZero();
      for (PatientId patient : patients) {
        assertThat(server.desk().get("/patients/" + patient).text("givenName")).isEqualTo("Zofia");
      }
      assertThat(server.desk().get("/patients?query=kowalb&limit=100").json().get("items").size())
          .isEqualTo(PATIENTS / 26 + 1);
      replaceTheMasterKey(server);
    }
    try (OwnServer server = OwnServer.start(data)) {
      assertThat(server.desk().get("/patients/" + patients.getFirst()).text("givenName"))
          .isEqualTo("Zofia");
    }
  }

  private void replaceTheMasterKey(OwnServer server) throws Exception {
    Path file = data.resolve("keys").resolve("master.key");
    String before = Files.readString(file);
    wish("replace-master");
    await().untilAsserted(() -> assertThat(Files.readString(file)).isNotEqualTo(before));
    assertThat(file.resolveSibling("master.key.next")).doesNotExist();
    assertThat(server.jdbc().sql("select distinct master from data_key").query(String.class).list())
        .containsExactly(MasterKeyFile.read(file).orElseThrow().name());
  }

  private static int bookAll(
      OwnServer server, TestHospital hospital, List<PatientId> patients, AtomicBoolean finished) {
    int booked = 0;
    for (PatientId patient : patients) {
      if (finished.get()) {
        break;
      }
      UUID doctor = hospital.doctor();
      Answer opened =
          server
              .desk()
              .post(
                  "/availabilities",
                  hospital.opening(doctor, tomorrow("09:00"), tomorrow("17:00")));
      assertThat(opened.status()).as(opened.body()).isEqualTo(201);
      Answer answer =
          server
              .desk()
              .post(
                  "/appointments",
                  TestHospital.and(
                      hospital.booking(doctor, patient.value(), tomorrow("10:00")),
                      "reason",
                      "checked while keys change"));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
      Answer read = server.desk().get("/appointments/" + answer.text("id"));
      assertThat(read.text("reason")).isEqualTo("checked while keys change");
      assertThat(read.json().get("needsAttention").size()).isZero();
      booked++;
    }
    return booked;
  }

  /// Everybody is found at each moment, by whichever key.
  private static int searchAll(OwnServer server, AtomicBoolean finished) {
    int searches = 0;
    while (!finished.get()) {
      Answer found = server.desk().get("/patients?query=kowala&limit=100");
      assertThat(found.json().get("items").size()).isEqualTo(PATIENTS / 26 + 1);
      searches++;
    }
    return searches;
  }

  private static String tomorrow(String time) {
    return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
        .plusDays(2)
        .atTime(LocalTime.parse(time))
        .atZone(ZoneId.of("Europe/Berlin"))
        .toOffsetDateTime()
        .toString()
        .replaceFirst("(T\\d\\d:\\d\\d)([+Z])", "$1:00$2");
  }

  private void wish(String what) throws Exception {
    Files.createFile(data.resolve("keys").resolve(what));
  }

  private static Step step(OwnServer server, Purpose purpose) {
    return server.context().getBean(DataKeys.class).rows().find(purpose).orElseThrow().step();
  }

  private static int writingKey(OwnServer server, Purpose purpose) {
    return server.context().getBean(DataKeys.class).keyset(purpose).writingKey();
  }

  private static int keyCount(OwnServer server, Purpose purpose) {
    return server.context().getBean(DataKeys.class).keyset(purpose).handle().size();
  }
}
