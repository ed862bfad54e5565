package io.daysheet.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.server.Api;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.wire.WireJson;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class ScheduleIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Api api;
  private Clinic clinic;
  private HospitalId hospital;
  private DoctorId zoe;

  @BeforeEach
  void openAClinic() {
    api = Api.on(port);
    clinic = new Clinic(jdbc);
    hospital = clinic.hospital("Harbour View", "America/Los_Angeles");
    zoe = clinic.doctor("Zoë Adler", hospital);
  }

  @Test
  void aDayIsTheHospitalsDateInItsOffset() {
    var morning =
        clinic.availability(hospital, zoe, "2026-03-14T09:00-07:00", "2026-03-14T12:00-07:00");
    clinic.availability(hospital, zoe, "2026-03-13T20:00-07:00", "2026-03-14T00:00-07:00");
    clinic.availability(hospital, zoe, "2026-03-15T00:00-07:00", "2026-03-15T01:00-07:00");
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    var visit =
        clinic.appointment(morning, patient, "2026-03-14T10:00-07:00", "2026-03-14T11:00-07:00");

    JsonNode day = day("2026-03-14");

    assertThat(day.at("/hospital/timeZone").asString()).isEqualTo("America/Los_Angeles");
    assertThat(day.get("date").asString()).isEqualTo("2026-03-14");
    assertThat(day.get("opens").asString()).isEqualTo("09:00");
    assertThat(day.get("closes").asString()).isEqualTo("19:00");
    assertThat(day.get("availabilities").valueStream().map(a -> a.get("id").asString()))
        .containsExactly(morning.toString());
    assertThat(day.at("/availabilities/0/start").asString()).isEqualTo("2026-03-14T09:00:00-07:00");
    assertThat(day.at("/appointments/0/id").asString()).isEqualTo(visit.toString());
    assertThat(day.at("/appointments/0/start").asString()).isEqualTo("2026-03-14T10:00:00-07:00");
    assertThat(day.at("/appointments/0/patient/familyName").asString()).isEqualTo("Kowalska");
    assertThat(day.get("holds").isEmpty()).isTrue();
    assertThat(WireJson.mapper().treeToValue(day, DaySchedule.class).appointments()).hasSize(1);
  }

  @Test
  void whatReachesOverMidnightIsOnBothDates() {
    clinic.availability(hospital, zoe, "2026-03-14T22:00-07:00", "2026-03-15T02:00-07:00");

    assertThat(day("2026-03-14").get("availabilities").size()).isEqualTo(1);
    assertThat(day("2026-03-15").get("availabilities").size()).isEqualTo(1);
    assertThat(day("2026-03-16").get("availabilities").size()).isZero();
  }

  /// Samoa went over the date line.
  @Test
  void aDateThatAHospitalsCalendarLeftOutIsNone() {
    HospitalId apia = clinic.hospital("Apia", "Pacific/Apia");

    for (String date : List.of("2011-12-29", "2011-12-31")) {
      assertThat(api.get("/schedule?date=" + date + "&hospital=" + apia).status()).isEqualTo(200);
    }
    var none = api.get("/schedule?date=2011-12-30&hospital=" + apia);
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.json().at("/violations/0/field").asString()).isEqualTo("date");
  }

  @Test
  void aCancelledVisitIsOffTheBoardAndANoShowStays() {
    var range =
        clinic.availability(hospital, zoe, "2026-03-14T09:00-07:00", "2026-03-14T12:00-07:00");
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    var cancelled =
        clinic.appointment(range, patient, "2026-03-14T09:00-07:00", "2026-03-14T10:00-07:00");
    var missed =
        clinic.appointment(range, patient, "2026-03-14T10:00-07:00", "2026-03-14T11:00-07:00");
    clinic.status(cancelled, "CANCELLED");
    clinic.status(missed, "NO_SHOW");

    assertThat(day("2026-03-14").get("appointments").valueStream().map(a -> a.get("id").asString()))
        .containsExactly(missed.toString());
  }

  @Test
  void onlyTheDoctorsThatAreAskedForAreShown() {
    var ben = clinic.doctor("Ben Zimmer", hospital);
    clinic.doctor("Somebody Elsewhere", clinic.hospital("Other", "Europe/Berlin"));
    clinic.availability(hospital, zoe, "2026-03-14T09:00-07:00", "2026-03-14T12:00-07:00");
    clinic.availability(hospital, ben, "2026-03-14T09:00-07:00", "2026-03-14T12:00-07:00");

    assertThat(doctors(day("2026-03-14"))).containsExactly("Ben Zimmer", "Zoë Adler");
    JsonNode one = day("2026-03-14&doctor=" + ben);
    assertThat(doctors(one)).containsExactly("Ben Zimmer");
    assertThat(one.get("availabilities").size()).isEqualTo(1);
    assertThat(doctors(day("2026-03-14&doctor=" + ben + "&doctor=" + zoe))).hasSize(2);
  }

  @Test
  void aHospitalOrDoctorThatDoesNotExistIsNamedByItsParameter() {
    var nobody = new DoctorId(UUID.randomUUID());
    var doctor =
        api.get(
            "/schedule?date=2026-03-14&hospital="
                + hospital
                + "&doctor="
                + zoe
                + "&doctor="
                + nobody);
    assertThat(doctor.status()).isEqualTo(404);
    assertThat(doctor.code()).isEqualTo("not-found");
    assertThat(doctor.json().at("/violations/0/field").asString()).isEqualTo("doctor");
    var place = api.get("/schedule?date=2026-03-14&hospital=" + UUID.randomUUID());
    assertThat(place.status()).isEqualTo(404);
    assertThat(place.json().at("/violations/0/field").asString()).isEqualTo("hospital");
  }

  @Test
  void aDoctorOutOfServiceIsShownOnDaysWithSomethingToDo() {
    clinic.availability(hospital, zoe, "2026-03-14T09:00-07:00", "2026-03-14T12:00-07:00");
    jdbc.sql("update doctor set active = false where id = ?").param(zoe.value()).update();

    assertThat(doctors(day("2026-03-14"))).containsExactly("Zoë Adler");
    assertThat(doctors(day("2026-03-15"))).isEmpty();
  }

  @Test
  void aClosedDateHasNoHours() {
    JsonNode day = day("2027-01-01");

    assertThat(day.get("opens").isNull()).isTrue();
    assertThat(day.get("closes").isNull()).isTrue();
  }

  @Test
  void theDayCarriesTheStreamsNumberAndEpoch() {
    assertThat(day("2026-03-14").at("/stream/sequence").asLong()).isZero();
    var range =
        clinic.availability(hospital, zoe, "2026-03-14T09:00-07:00", "2026-03-14T12:00-07:00");
    clinic.change("availability-created", hospital, range.value());

    assertThat(day("2026-03-14").at("/stream/sequence").asLong()).isEqualTo(1);
    assertThat(day("2026-03-14").at("/stream/epoch").asString()).contains(".");
  }

  @Test
  void aPatientsVisitsComeSoonestFirstEachInItsHospitalsOffset() {
    var berlin = clinic.hospital("Hedwig", "Europe/Berlin");
    var ben = clinic.doctor("Ben Zimmer", berlin);
    var here = clinic.availability(hospital, zoe, "2999-03-14T09:00Z", "2999-03-14T23:00Z");
    var there = clinic.availability(berlin, ben, "2020-03-12T09:00Z", "2999-03-12T23:00Z");
    var patient = clinic.patient("Zofia", "Kowalska", "1987-05-14");
    clinic.appointment(here, patient, "2999-03-14T10:00Z", "2999-03-14T11:00Z");
    var soon = clinic.appointment(there, patient, "2999-03-12T10:00Z", "2999-03-12T11:00Z");
    clinic.appointment(there, patient, "2020-03-12T10:00Z", "2020-03-12T11:00Z");
    var called = clinic.appointment(there, patient, "2999-03-12T12:00Z", "2999-03-12T13:00Z");
    clinic.status(called, "CANCELLED");

    JsonNode upcoming = api.get("/patients/" + patient + "/appointments?upcoming=true").json();
    assertThat(upcoming.get("items").valueStream().map(a -> a.get("start").asString()))
        .containsExactly("2999-03-12T11:00:00+01:00", "2999-03-14T03:00:00-07:00");
    assertThat(api.get("/patients/" + patient + "/appointments").json().get("items").size())
        .isEqualTo(4);
    JsonNode first = api.get("/patients/" + patient + "/appointments?upcoming=true&limit=1").json();
    assertThat(first.at("/items/0/id").asString()).isEqualTo(soon.toString());
    JsonNode second =
        api.get(
                "/patients/"
                    + patient
                    + "/appointments?upcoming=true&limit=1&after="
                    + first.get("next").asString())
            .json();
    assertThat(second.at("/items/0/start").asString()).isEqualTo("2999-03-14T03:00:00-07:00");
  }

  private JsonNode day(String dateAndMore) {
    var answer = api.get("/schedule?hospital=" + hospital + "&date=" + dateAndMore);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> doctors(JsonNode day) {
    return day.get("doctors").valueStream().map(d -> d.get("name").asString()).toList();
  }
}
