package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.TestDesk.Answer;
import io.daysheet.server.TestHospital;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Who steals the disk and the logs of a server that has worked a while reads nothing of a patient.
@ExtendWith(OutputCaptureExtension.class)
class NothingPlainIT {

  private static final int PATIENTS = 7;

  /// Not encrypted, so that it is seen that the search would find something.
  private static final String PLAN = "Plainly Insured PPO";

  @TempDir Path data;

  private final List<String> planted = new ArrayList<>();

  @Test
  void ofFiftyPlantedTextsNoneIsInTheFilesOrTheLogs(CapturedOutput output) throws Exception {
    try (OwnServer server =
        OwnServer.start(data, "--daysheet.crypto.refresh=200ms", "--daysheet.crypto.batch=3")) {
      TestHospital hospital = TestHospital.hourly(server.jdbc());
      for (int number = 0; number < PATIENTS; number++) {
        work(server, hospital, number);
      }
    }
    assertThat(planted).hasSizeGreaterThanOrEqualTo(50);

    assertThat(new PlainText(List.of(PLAN)).in(data)).isNotEmpty();
    assertThat(new PlainText(planted).in(data)).isEmpty();
    assertThat(planted).noneMatch(output.getAll()::contains);
  }

  private void work(OwnServer server, TestHospital hospital, int number) {
    String given = plant("Quetzalina" + number);
    String family = plant("Xylander-Łoś" + number);
    String mrn = plant("MRN-SECRET-77" + number);
    Map<String, Object> record =
        Map.of(
            "mrn",
            mrn,
            "givenName",
            given,
            "familyName",
            family,
            "birthDate",
            "195" + number + "-11-29",
            "phone",
            plant("+49 30 998877" + number),
            "email",
            plant("quetza" + number + "@example.org"),
            "insurance",
            Map.of("plan", PLAN, "memberId", plant("M-4711-0815-" + number)));
    plant("195" + number + "-11-29");
    Answer made = server.desk().post("/patients", record, "Idempotency-Key", "r" + number);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(server.desk().post("/patients", record, "Idempotency-Key", "r" + number).body())
        .isEqualTo(made.body());
    assertThat(server.desk().post("/patients", record).status()).isEqualTo(409);
    assertThat(server.desk().get("/patients?query=quetzalina").json().get("items").size())
        .isEqualTo(number + 1);

    UUID doctor = hospital.doctor();
    hospital.availability(doctor, "2099-03-12T09:00:00+01:00", "2099-03-12T15:00:00+01:00");
    server
        .jdbc()
        .sql("update hospital set policy = jsonb_set(policy, '{horizonDays}', '36500')")
        .update();
    Map<String, Object> booking =
        TestHospital.and(
            TestHospital.and(
                hospital.booking(
                    doctor, UUID.fromString(made.text("id")), "2099-03-12T10:00:00+01:00"),
                "reason",
                plant("an intimate complaint " + number)),
            "notes",
            plant("a hidden note of the desk " + number));
    Answer booked = server.desk().post("/appointments", booking, "Idempotency-Key", "b" + number);
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(server.desk().post("/appointments", booking).status()).isEqualTo(409);
    assertThat(
            server
                .desk()
                .post(
                    "/appointments/" + booked.text("id") + "/cancel",
                    Map.of("reason", plant("cancelled since she is ill " + number)),
                    "If-Match",
                    "\"1\"",
                    "Idempotency-Key",
                    "c" + number)
                .status())
        .isEqualTo(200);
  }

  private String plant(String text) {
    planted.add(text);
    return text;
  }
}
