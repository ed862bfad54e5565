package io.daysheet.server.records;

import static io.daysheet.server.records.Bodies.HOSPITAL;
import static io.daysheet.server.records.Bodies.put;
import static io.daysheet.server.records.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.HospitalId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// `POST` and `PUT /hospitals`. The clock stands still, so what a node remembers does not run out:
/// each change is believed because it is told.
@ServerTest
@Import(SettableClock.Configuration.class)
class HospitalWritesIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api desk;
  private Api admin;
  private Clinic clinic;

  @BeforeEach
  void connect() {
    TestAccounts.account(jdbc, "records-admin", "Ada Admin", "ADMIN");
    desk = Api.on(port);
    admin = desk.as("records-admin");
    clinic = new Clinic(jdbc);
  }

  @Test
  void aNewHospitalIsAsItWasStatedAndTheRestIsUsual() {
    Answer made = admin.post("/hospitals", HOSPITAL);

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    Answer read = admin.get(made.header("Location"));
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.json().get("active").asBoolean()).isTrue();
    assertThat(read.json().at("/policy/gridMinutes").asInt()).isEqualTo(30);
    assertThat(read.json().at("/policy/cancellationNotice").asString()).isEqualTo("PT24H");
    assertThat(read.json().at("/operatingHours/1/close").asString()).isEqualTo("24:00");
  }

  @Test
  void theSameKeyMakesOneHospital() {
    String key = UUID.randomUUID().toString();
    Answer first = admin.post("/hospitals", HOSPITAL, "Idempotency-Key", key);
    Answer again = admin.post("/hospitals", HOSPITAL, "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    String other = HOSPITAL.replace("Harbour View", "Harbour");
    assertThat(admin.post("/hospitals", other, "Idempotency-Key", key).code())
        .isEqualTo("key-reused");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Answer refused =
        admin.post(
            "/hospitals",
            HOSPITAL
                .replace("America/Los_Angeles", "Los Angeles")
                .replace("33.742", "99")
                .replace("13:30", "12:00")
                .replace("\"gridMinutes\":30", "\"gridMinutes\":3"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(fields(refused))
        .containsExactly(
            "timeZone", "location.latitude", "operatingHours[1]", "policy.gridMinutes");
  }

  @Test
  void aBodyOfAnotherFormIsMalformedAndSaysWhere() {
    assertThat(malformed("\"30\"", "\"gridMinutes\":30", "\"gridMinutes\":\"30\""))
        .containsExactly("policy.gridMinutes");
    assertThat(malformed("day", "MONDAY", "Monday")).containsExactly("operatingHours[0].day");
    assertThat(malformed("time", "12:30", "12:60")).containsExactly("operatingHours[0].close");
    assertThat(malformed("date", "2030-12-25", "2030-13-25")).containsExactly("closures[0].date");
    assertThat(malformed("unknown", "\"closures\"", "\"closure\"")).containsExactly("closure");
    assertThat(malformed("missing", "\"reason\":\"Christmas\"", "\"reason\":\" \""))
        .containsExactly("closures[0].reason");
    assertThat(
            malformed(
                "nothing", "{\"code\":\"FOLLOW_UP\",\"minutes\":30,\"selfService\":true}", ""))
        .containsExactly("policy.appointmentTypes");
    assertThat(fields(admin.post("/hospitals", "{\"policy\":{\"confirmation\":{}}}")))
        .containsExactly(
            "name",
            "timeZone",
            "location",
            "operatingHours",
            "policy.confirmation.askBefore",
            "policy.confirmation.releaseAfter");
  }

  private List<String> malformed(String why, String from, String to) {
    Answer answer = admin.post("/hospitals", HOSPITAL.replaceFirst(Pattern.quote(from), to));
    assertThat(answer.status()).as(why + answer.text()).isEqualTo(400);
    return fields(answer);
  }

  @Test
  void whatWasReadCanBeSentBackChanged() {
    JsonNode read = admin.post("/hospitals", HOSPITAL).json();
    String path = "/hospitals/" + read.get("id").asString();

    Answer changed = put(admin, path, with(read, "name", "Harbour"));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.json().get("name").asString()).isEqualTo("Harbour");
    assertThat(admin.get(path).json()).isEqualTo(changed.json());
    assertThat(changed.json().get("policy")).isEqualTo(read.get("policy"));
  }

  @Test
  void whoComesSecondGetsThePresentState() {
    JsonNode read = admin.post("/hospitals", HOSPITAL).json();
    String path = "/hospitals/" + read.get("id").asString();
    put(admin, path, with(read, "name", "First"));

    Answer second = put(admin, path, with(read, "name", "Second"));

    assertThat(second.status()).isEqualTo(412);
    assertThat(second.code()).isEqualTo("stale");
    assertThat(second.json().at("/current/name").asString()).isEqualTo("First");
    assertThat(admin.send("PUT", path, read.toString()).status()).isEqualTo(428);
    assertThat(put(admin, "/hospitals/" + UUID.randomUUID(), with(read, "id", null)).status())
        .isEqualTo(404);
    assertThat(fields(put(admin, path, with(read, "id", UUID.randomUUID().toString()))))
        .containsExactly("id");
    assertThat(fields(put(admin, path, read, 2))).containsExactly("version");
  }

  @Test
  void ofManyAdministratorsWhoChangeOneVersionOneSucceeds() throws Exception {
    JsonNode read = admin.post("/hospitals", HOSPITAL).json();
    String path = "/hospitals/" + read.get("id").asString();
    List<Integer> statuses = new ArrayList<>();

    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> writes =
          IntStream.range(0, 12)
              .<Callable<Integer>>mapToObj(
                  i -> () -> put(admin, path, with(read, "name", "No. " + i)).status())
              .toList();
      for (Future<Integer> written : executor.invokeAll(writes)) {
        statuses.add(written.get());
      }
    }

    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    assertThat(admin.get(path).json().get("version").asInt()).isEqualTo(2);
  }

  /// Edge case 36: hours, closures, slot length, types, service. The visits stay and are listed.
  @Test
  void aFrameThatChangesUnderVisitsKeepsThemAndListsThem() {
    HospitalId hospital = clinic.hospital("Hedwig", "Europe/Berlin");
    var zoe = clinic.doctor("Zoë Adler", hospital);
    var morning =
        clinic.availability(hospital, zoe, "2030-06-03T09:00+02:00", "2030-06-03T19:00+02:00");
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    String early =
        clinic
            .appointment(morning, patient, "2030-06-03T09:00+02:00", "2030-06-03T10:00+02:00")
            .toString();
    String late =
        clinic
            .appointment(morning, patient, "2030-06-03T17:00+02:00", "2030-06-03T18:00+02:00")
            .toString();
    String path = "/hospitals/" + hospital;
    assertThat(listed(hospital)).isEmpty();

    JsonNode read = admin.get(path).json();
    List<?> mornings =
        read.get("operatingHours")
            .valueStream()
            .map(interval -> with(interval, "close", "13:00"))
            .toList();
    JsonNode hours = put(admin, path, with(read, "operatingHours", mornings)).json();
    assertThat(listed(hospital)).containsExactly(late + " outside-operating-hours");
    assertThat(hours.get("version").asInt()).isEqualTo(2);

    JsonNode closed =
        put(
                admin,
                path,
                with(
                    with(read, "version", 2),
                    "closures",
                    List.of(Map.of("date", "2030-06-03", "reason", "Flood"))))
            .json();
    assertThat(listed(hospital))
        .containsExactly(early + " hospital-closed", late + " hospital-closed");

    var policy = with(read.get("policy"), "gridMinutes", 45);
    policy.putArray("appointmentTypes").addObject().put("code", "FOLLOW_UP").put("minutes", 45);
    policy.putArray("reminders");
    put(admin, path, with(with(read, "version", closed.get("version").asInt()), "policy", policy));
    assertThat(listed(hospital))
        .containsExactly(early + " wrong-duration", late + " off-grid wrong-duration");

    put(admin, path, with(with(read, "version", 4), "active", false));
    assertThat(listed(hospital)).containsExactly(early + " inactive", late + " inactive");
    Answer cancelled =
        desk.post(
            "/appointments/" + early + "/cancel", "{\"reason\":\"closed\"}", "If-Match", "\"1\"");
    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);

    put(admin, path, with(read, "version", 5));
    assertThat(listed(hospital)).isEmpty();
  }

  /// Edge case 5: what this JVM's zone is, the suite decides; the hospital's is another.
  @Test
  void aDayIsTheHospitalsOwnWhoeverAsksFromWhereverTheyAre() {
    String daily =
        HOSPITAL
            .replace("America/Los_Angeles", "Asia/Kathmandu")
            .replace("\"MONDAY\",\"open\":\"13:30\"", "\"TUESDAY\",\"open\":\"13:30\"");
    String id = admin.post("/hospitals", daily).json().get("id").asString();
    HospitalId hospital = HospitalId.parse(id);
    var zoe = clinic.doctor("Zoë Adler", hospital);
    clinic.availability(hospital, zoe, "2030-06-02T18:15Z", "2030-06-02T19:15Z");

    JsonNode monday = desk.get("/schedule?date=2030-06-03&hospital=" + id).json();
    JsonNode sunday = desk.get("/schedule?date=2030-06-02&hospital=" + id).json();

    assertThat(monday.at("/availabilities/0/start").asString())
        .isEqualTo("2030-06-03T00:00:00+05:45");
    assertThat(monday.get("opens").asString()).isEqualTo("08:00");
    assertThat(sunday.get("availabilities").isEmpty()).isTrue();
    assertThat(sunday.get("opens").isNull()).isTrue();
  }

  private List<String> listed(HospitalId hospital) {
    return desk.get("/rebooking?hospital=" + hospital)
        .json()
        .get("items")
        .valueStream()
        .map(visit ->
            visit.get("id").asString()
                + " "
                + String.join(
                    " ",
                    visit.get("needsAttention").valueStream().map(JsonNode::asString).toList()))
        .toList();
  }

  private static List<String> fields(Answer answer) {
    return answer
        .json()
        .get("violations")
        .valueStream()
        .map(v -> v.get("field").asString())
        .toList();
  }
}
