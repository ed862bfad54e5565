package io.daysheet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.StatedPolicy;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.rule.Blocker;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.time.OperatingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class WireJsonTest {

  private static final JsonMapper JSON = WireJson.mapper();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant TEN = Instant.parse("2026-03-19T09:00:00Z");
  private static final HospitalId HOSPITAL = new HospitalId(new UUID(1, 1));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(2, 2));
  private static final Appointment VISIT =
      new Appointment(
          new AppointmentId(new UUID(3, 3)),
          HOSPITAL,
          DOCTOR,
          new PatientId(new UUID(4, 4)),
          new PatientSummary("Zofia", "Kowalska", LocalDate.of(1987, 5, 14)),
          TEN,
          TEN.plusSeconds(3600),
          "FOLLOW_UP",
          AppointmentStatus.SCHEDULED,
          null,
          null,
          null,
          null,
          List.of(),
          1);

  @Test
  void answersCarryTheHospitalsOffset() {
    assertThat(JSON.writeValueAsString(new InZone<>(BERLIN, VISIT)))
        .contains("\"start\":\"2026-03-19T10:00:00+01:00\"")
        .contains("\"hospitalId\":\"00000000-0000-0001-0000-000000000001\"")
        .contains("\"patient\":{\"givenName\":\"Zofia\"")
        .doesNotContain("during")
        .doesNotContain("occupies");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-19T09:00:00Z,           Europe/Berlin,    2026-03-19T10:00:00+01:00
          2026-03-19T09:00:07.5Z,         Asia/Kathmandu,   2026-03-19T14:45:07.500+05:45
          2026-03-19T09:00:00.000001Z,    UTC,              2026-03-19T09:00:00.000001Z
          2026-10-25T01:30:00Z,           Europe/Berlin,    2026-10-25T02:30:00+01:00
          2026-10-25T00:30:00Z,           Europe/Berlin,    2026-10-25T02:30:00+02:00
          2026-01-01T00:00:00Z,           America/St_Johns, 2025-12-31T20:30:00-03:30
          """)
  void instantsAreRfc3339WithTheOffsetOfTheirMoment(Instant instant, ZoneId zone, String text) {
    assertThat(JSON.writeValueAsString(new InZone<>(zone, instant))).isEqualTo('"' + text + '"');
    assertThat(OffsetDateTime.parse(text).toInstant()).isEqualTo(instant);
  }

  @Test
  void aChangeCarriesTheNewStateBesideItsNumberAndComesBackEqual() {
    Change change = new Change.AppointmentBooked(7, TEN, "Desk 2", VISIT);

    String json = JSON.writeValueAsString(new InZone<>(BERLIN, change));

    assertThat(json)
        .contains("\"sequence\":7")
        .contains("\"kind\":\"appointment-booked\"")
        .contains("\"id\":\"" + VISIT.id() + "\"")
        .doesNotContain("\"appointment\":");
    assertThat(JSON.readValue(json, Change.class)).isEqualTo(change);
  }

  /// Nothing of what was sent is cut off or reckoned in another unit.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"gridMinutes\":60.5}",
        "{\"gridMinutes\":\"60\"}",
        "{\"holdDuration\":300}",
        "{\"holdDuration\":\"5 minutes\"}"
      })
  void numbersAreWholeAndLengthsAreTexts(String policy) {
    assertThatThrownBy(() -> JSON.readValue(policy, StatedPolicy.class))
        .isInstanceOf(MismatchedInputException.class);
  }

  @Test
  void everyKindOfChangeComesBackEqual() {
    var availability =
        new Availability(
            new AvailabilityId(new UUID(5, 5)),
            HOSPITAL,
            DOCTOR,
            TEN,
            TEN.plusSeconds(7200),
            null,
            1);
    StreamMessage message =
        new StreamMessage.Changes(
            HOSPITAL,
            List.of(
                new Change.AvailabilityCreated(1, TEN, null, availability),
                new Change.AvailabilityRemoved(2, TEN, null, availability),
                new Change.AppointmentBooked(3, TEN, "Desk 1", VISIT),
                new Change.AppointmentChanged(4, TEN, "Desk 1", VISIT),
                new Change.AppointmentMoved(5, TEN, "Desk 1", null, VISIT),
                new Change.AppointmentMoved(6, TEN, "Desk 1", new DoctorId(new UUID(6, 6)), VISIT),
                new Change.AppointmentLeft(7, TEN, "Desk 1", VISIT.id(), 2)));

    assertThat(JSON.readValue(JSON.writeValueAsString(message), StreamMessage.class))
        .isEqualTo(message);
  }

  @Test
  void violationsTravelByTheirCodes() {
    Violation busy =
        new Violation.DoctorBusy(
            DOCTOR,
            new Blocker(new UUID(3, 3), HOSPITAL, DOCTOR, TEN, TEN.plusSeconds(3600), "Desk 2"));
    Problem problem =
        new Problem("about:blank", "Conflict", 409, null, "doctor-busy", List.of(busy), null);

    String json = JSON.writeValueAsString(new InZone<>(BERLIN, problem));

    assertThat(json).contains("\"code\":\"doctor-busy\"").contains("\"blocker\":{\"id\":");
    assertThat(JSON.readValue(json, Problem.class)).isEqualTo(problem);
  }

  @Test
  void aHospitalComesBackEqual() {
    var hospital =
        new Hospital(
            HOSPITAL,
            "St. Hedwig Clinic",
            BERLIN,
            new GeoLocation(52.52, 13.4),
            OperatingHours.daily("09:00", "24:00"),
            List.of(),
            BookingPolicy.hourly(),
            true,
            1);

    String json = JSON.writeValueAsString(hospital);

    assertThat(json)
        .contains("\"operatingHours\":[{\"day\":\"MONDAY\",\"open\":\"09:00\",\"close\":\"24:00\"}")
        .contains("\"minimumNotice\":\"PT0S\"")
        .contains("\"timeZone\":\"Europe/Berlin\"");
    assertThat(JSON.readValue(json, Hospital.class)).isEqualTo(hospital);
  }

  @Test
  void missingFieldsAreNamedAllAtOnce() {
    assertThatThrownBy(() -> JSON.readValue("{\"type\":\"FOLLOW_UP\"}", BookAppointment.class))
        .hasRootCauseInstanceOf(MissingFields.class)
        .rootCause()
        .hasMessage("missing: hospitalId, doctorId, patientId, start");
  }

  @Test
  void missingFieldsOfAPartAreNamedBesideThose() {
    assertThatThrownBy(() ->
            JSON.readValue(
                "{\"givenName\":\"\u00a0\u200b\",\"familyName\":\"Li\",\"insurance\":{\"plan\":\""
                    + " \"}}",
                RegisterPatient.class))
        .rootCause()
        .hasMessage("missing: givenName, birthDate, insurance.plan, insurance.memberId");
  }

  private static RegisterPatient registration(String more) {
    return JSON.readValue(
        "{\"givenName\":\"Ann\",\"familyName\":\"Li\",\"birthDate\":\"1980-02-29\"" + more + "}",
        RegisterPatient.class);
  }

  @Test
  void whatMayBeLeftOutMayAlsoBeLeftEmpty() {
    assertThat(registration(",\"mrn\":\" \"")).isEqualTo(registration(""));
    assertThat(registration(",\"preferences\":{\"channel\":\"SMS\"}").preferences())
        .isEqualTo(new ContactPreferences("SMS", List.of()));
  }

  @Test
  void aNullInAListIsRefused() {
    assertThatThrownBy(
            () -> registration(",\"preferences\":{\"channel\":\"SMS\",\"optOuts\":[null]}"))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessageContaining("optOuts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1980-02-29T00:00:00Z\"",
        "[1980,2,29]",
        "3711",
        "\"1981-02-29\"",
        "\"29.2.1980\"",
        "\"\""
      })
  void aDateIsWrittenAsOneAndExists(String date) {
    assertThatThrownBy(() -> JSON.readValue(date, LocalDate.class))
        .isInstanceOf(MismatchedInputException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1773910800",
        "1773910800.5",
        "[2026,3,19]",
        "\"2026-03-19T10:00:00\"",
        "\"2026-03-19\"",
        "\"2026-02-29T10:00:00Z\"",
        "\"2026-03-19T10:00:00[Europe/Berlin]\""
      })
  void aStatedTimeIsTextWithAnOffset(String time) {
    assertThatThrownBy(() -> JSON.readValue(time, OffsetDateTime.class))
        .isInstanceOf(MismatchedInputException.class);
  }

  @Test
  void aStatedTimeKeepsItsOffset() {
    assertThat(JSON.readValue("\"2026-03-29T02:30:00+01:00\"", OffsetDateTime.class))
        .isEqualTo(OffsetDateTime.parse("2026-03-29T02:30+01:00"));
  }

  @Test
  void unknownFieldsAndInstantsWithoutOffsetAreRefused() {
    assertThatThrownBy(
            () -> JSON.readValue("{\"reason\":\"x\",\"oops\":1}", CancelAppointment.class))
        .hasMessageContaining("oops");
    assertThatThrownBy(() ->
            JSON.readValue(
                "{\"hospitalId\":\"%s\",\"doctorId\":\"%s\",\"start\":\"2026-03-19T10:00:00\",\"end\":\"2026-03-19T12:00:00+01:00\"}"
                    .formatted(HOSPITAL, DOCTOR),
                CreateAvailability.class))
        .hasMessageContaining("start");
  }
}
