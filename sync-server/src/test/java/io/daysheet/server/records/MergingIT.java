package io.daysheet.server.records;

import static io.daysheet.server.records.Bodies.put;
import static io.daysheet.server.records.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.SettableClock;
import io.daysheet.server.TestAccounts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Edge case 38: `POST /patients/{id}/merge`.
@ServerTest
@Import(SettableClock.Configuration.class)
class MergingIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api desk;
  private Clinic clinic;
  private HospitalId hedwig;
  private DoctorId zoe;
  private DoctorId ben;
  private PatientId double1;
  private PatientId stays;

  @BeforeEach
  void twoRecordsOfOnePerson() {
    desk = Api.on(port);
    clinic = new Clinic(jdbc);
    hedwig = clinic.hospital("Hedwig", "Europe/Berlin");
    zoe = clinic.doctor("Zoë Adler", hedwig);
    ben = clinic.doctor("Ben Zimmer", hedwig);
    double1 = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    stays = clinic.patient("Zofia Anna", "Kowalska", "1987-05-14");
  }

  @Test
  void everyVisitIsCarriedPastFutureAndCancelled() {
    AppointmentId past = visit(zoe, double1, "2020-01-07T10:00+01:00", "2020-01-07T11:00+01:00");
    AppointmentId ahead = visit(zoe, double1, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00");
    AppointmentId cancelled =
        visit(zoe, double1, "2030-06-04T10:00+02:00", "2030-06-04T11:00+02:00");
    clinic.status(cancelled, "CANCELLED");

    Answer merged = merge(double1, stays);

    assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    assertThat(merged.json().get("id").asString()).isEqualTo(stays.toString());
    assertThat(merged.json().get("carriedVisits").asInt()).isEqualTo(3);
    assertThat(merged.json().get("overlaps").isEmpty()).isTrue();
    assertThat(visitsOf(stays))
        .containsExactly(past.toString(), ahead.toString(), cancelled.toString());
    assertThat(
            jdbc.sql("select kind || version || by from appointment_event where appointment_id = ?")
                .param(ahead.value())
                .query(String.class)
                .list())
        .containsExactly("merged2" + TestAccounts.DESKS_NAME);
    assertThat(desk.get("/appointments/" + ahead).json().get("version").asInt()).isEqualTo(2);
  }

  /// The merged record says into which it was merged, and is written and booked no more.
  @Test
  void theMergedRecordSaysSo() {
    visit(zoe, double1, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00");
    merge(double1, stays);

    JsonNode read = desk.get("/patients/" + double1).json();
    assertThat(read.get("active").asBoolean()).isFalse();
    assertThat(read.get("mergedInto").asString()).isEqualTo(stays.toString());
    assertThat(read.get("givenName").asString()).isEqualTo("Zofia");
    assertThat(visitsOf(double1)).isEqualTo(visitsOf(stays)).hasSize(1);
    Answer changed =
        put(desk, "/patients/" + double1, with(with(read, "mergedInto", null), "email", "a@b.de"));
    assertThat(changed.code()).isEqualTo("merged");
    assertThat(changed.json().at("/violations/0/patientId").asString()).isEqualTo(stays.toString());
    assertThat(book(double1, ben, "2030-06-03T10:00:00+02:00").violations()).contains("inactive");
    assertThat(found("zofia")).contains(stays.toString()).doesNotContain(double1.toString());
  }

  @Test
  void overlapsThatAppearAreKeptAndTold() {
    AppointmentId one = visit(zoe, double1, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00");
    AppointmentId other = visit(ben, stays, "2030-06-03T10:30+02:00", "2030-06-03T11:30+02:00");
    AppointmentId touching = visit(ben, stays, "2030-06-03T09:00+02:00", "2030-06-03T10:00+02:00");

    Answer merged = merge(double1, stays);

    JsonNode overlap = merged.json().at("/overlaps/0");
    assertThat(merged.json().get("overlaps").size()).isEqualTo(1);
    assertThat(overlap.at("/first/id").asString()).isEqualTo(one.toString());
    assertThat(overlap.at("/second/id").asString()).isEqualTo(other.toString());
    assertThat(listed())
        .containsExactlyInAnyOrder(
            one + " [\"patient-busy\"]", other + " [\"off-grid\",\"patient-busy\"]");
    assertThat(desk.get("/appointments/" + touching).json().get("needsAttention").isEmpty())
        .isTrue();

    desk.post("/appointments/" + other + "/cancel", "{\"reason\":\"double\"}", "If-Match", "\"2\"");
    assertThat(listed()).isEmpty();
  }

  /// Of a hospital that isn't theirs, staff are told when and not what.
  @Test
  void anOverlapElsewhereIsToldWithoutSayingWhichVisitItIs() {
    HospitalId harbour = clinic.hospital("Harbour", "Europe/Berlin");
    DoctorId far = clinic.doctor("Far Away", harbour);
    AppointmentId here = visit(zoe, double1, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00");
    clinic.appointment(
        clinic.availability(harbour, far, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00"),
        stays,
        "2030-06-03T10:00+02:00",
        "2030-06-03T11:00+02:00");
    TestAccounts.at(jdbc, "records-reception", "RECEPTIONIST", hedwig.value());

    JsonNode overlap = merge(desk.as("records-reception"), double1, stays).json().at("/overlaps/0");

    assertThat(List.of(overlap.at("/first/id").asString(), overlap.at("/second/id").asString()))
        .containsExactlyInAnyOrder(here.toString(), new UUID(0, 0).toString());
  }

  @Test
  void whatTheOtherDoesNotKnowIsTakenOverAndTheSignInToo() {
    JsonNode known = desk.get("/patients/" + double1).json();
    put(
        desk,
        "/patients/" + double1,
        with(with(known, "phone", "030 7654321"), "primaryDoctorId", zoe.toString()));
    JsonNode own = desk.get("/patients/" + stays).json();
    put(desk, "/patients/" + stays, with(own, "email", "own@example.org"));
    TestAccounts.patient(jdbc, "merged-patient", double1.value());
    Api pat = desk.as("merged-patient");
    assertThat(pat.get("/patients/" + double1).status()).isEqualTo(200);

    JsonNode merged = merge(double1, stays, 2).json();

    assertThat(merged.get("phone").asString()).isEqualTo("030 7654321");
    assertThat(merged.get("email").asString()).isEqualTo("own@example.org");
    assertThat(merged.get("primaryDoctorId").asString()).isEqualTo(zoe.toString());
    assertThat(merged.get("version").asInt()).isEqualTo(3);
    assertThat(desk.get("/patients/" + stays).json().get("phone").asString())
        .isEqualTo("030 7654321");
    assertThat(pat.get("/patients/" + stays).status()).isEqualTo(200);
  }

  @Test
  void aChainOfMergesLeadsToTheLast() {
    PatientId last = clinic.patient("Zofia", "Kowalska-Nowak", "1987-05-14");
    AppointmentId visit = visit(zoe, double1, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00");
    merge(double1, stays);
    assertThat(merge(stays, last).status()).isEqualTo(200);

    assertThat(desk.get("/patients/" + double1).json().get("mergedInto").asString())
        .isEqualTo(last.toString());
    assertThat(visitsOf(last)).containsExactly(visit.toString());
    Answer back = merge(last, double1);
    assertThat(back.code()).isEqualTo("merged");
    assertThat(back.json().at("/violations/0/patientId").asString()).isEqualTo(last.toString());
  }

  @Test
  void whatCanNotBeMergedIsRefused() {
    assertThat(merge(stays, stays).status()).isEqualTo(422);
    assertThat(merge(stays, new PatientId(UUID.randomUUID())).status()).isEqualTo(404);
    assertThat(merge(new PatientId(UUID.randomUUID()), stays).status()).isEqualTo(404);
    assertThat(merge(stays, double1, 7).status()).isEqualTo(412);
    jdbc.sql("update patient set active = false where id = ?").param(stays.value()).update();
    assertThat(merge(double1, stays).code()).isEqualTo("inactive");
    assertThat(
            desk.post("/patients/" + double1 + "/merge", "{\"into\":\"" + stays + "\"}").status())
        .isEqualTo(428);
  }

  @Test
  void theSameKeyMergesOnceAndAnswersTheSame() {
    visit(zoe, double1, "2030-06-03T10:00+02:00", "2030-06-03T11:00+02:00");
    String key = UUID.randomUUID().toString();
    Answer first = merge(desk, double1, stays, 1, key);
    Answer again = merge(desk, double1, stays, 1, key);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(
            jdbc.sql(
                    """
                    select outcome from audit_entry
                    where action = 'patient-merged' and patients @> array[?, ?] order by id
                    """)
                .params(double1.value(), stays.value())
                .query(String.class)
                .list())
        .containsExactly("done", "repeated");
  }

  private AppointmentId visit(DoctorId doctor, PatientId patient, String start, String end) {
    return clinic.appointment(clinic.availability(hedwig, doctor, start, end), patient, start, end);
  }

  private Answer merge(PatientId from, PatientId into) {
    return merge(from, into, 1);
  }

  private Answer merge(PatientId from, PatientId into, int version) {
    return merge(desk, from, into, version, UUID.randomUUID().toString());
  }

  private static Answer merge(Api as, PatientId from, PatientId into) {
    return merge(as, from, into, 1, UUID.randomUUID().toString());
  }

  private static Answer merge(Api as, PatientId from, PatientId into, int version, String key) {
    return as.post(
        "/patients/" + from + "/merge",
        "{\"into\":\"" + into + "\"}",
        "If-Match",
        "\"" + version + "\"",
        "Idempotency-Key",
        key);
  }

  private Answer book(PatientId patient, DoctorId doctor, String start) {
    return desk.post(
        "/appointments",
        """
        {"hospitalId":"%s","doctorId":"%s","patientId":"%s","start":"%s","type":"FOLLOW_UP"}
        """
            .formatted(hedwig, doctor, patient, start));
  }

  private List<String> visitsOf(PatientId patient) {
    return items("/patients/" + patient + "/appointments")
        .map(visit -> visit.get("id").asString())
        .toList();
  }

  private List<String> listed() {
    return items("/rebooking?hospital=" + hedwig)
        .map(visit -> visit.get("id").asString() + " " + visit.get("needsAttention"))
        .toList();
  }

  private List<String> found(String query) {
    return items("/patients?query=" + query).map(p -> p.get("id").asString()).toList();
  }

  private Stream<JsonNode> items(String path) {
    return desk.get(path).json().get("items").valueStream();
  }
}
