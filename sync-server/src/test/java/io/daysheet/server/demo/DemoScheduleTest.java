package io.daysheet.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.Patient;
import io.daysheet.rule.AvailabilityRules;
import io.daysheet.rule.BookingRules;
import io.daysheet.rule.PatientRules;
import io.daysheet.rule.ProposedAvailability;
import io.daysheet.rule.ProposedBooking;
import io.daysheet.rule.Surroundings;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.time.StatedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoScheduleTest {

  /// In and around both zones' clock changes, New Year and Labour Day.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05T10:00:00Z",
        "2026-03-27T23:30:00Z",
        "2026-10-20T06:00:00Z",
        "2026-11-21T12:00:00Z",
        "2026-12-20T03:00:00Z",
        "2027-04-15T18:00:00Z"
      })
  void everyAvailabilityAndEveryVisitKeepsToTheRules(Instant now) {
    List<Patient> patients = patients(now);
    DemoSchedule schedule = schedule(now, patients);
    Instant before = now.minus(Duration.ofDays(10));

    var made = new ArrayList<Availability>();
    for (Availability availability : schedule.availabilities()) {
      var wish =
          new ProposedAvailability(
              hospital(availability.hospitalId(), now),
              doctor(availability.doctorId()),
              StatedTime.of(availability.start()),
              StatedTime.of(availability.end()));
      assertThat(AvailabilityRules.check(wish, made, before)).isEmpty();
      made.add(availability);
    }
    var booked = new ArrayList<Appointment>();
    for (DemoSchedule.Visit visit : schedule.visits()) {
      Appointment appointment = visit.appointment();
      Hospital hospital = hospital(appointment.hospitalId(), now);
      var wish =
          ProposedBooking.of(
              hospital,
              doctor(appointment.doctorId()),
              patientOf(appointment, patients),
              StatedTime.of(appointment.start()),
              hospital.policy().type(appointment.type()).orElseThrow());
      assertThat(BookingRules.check(wish, Surroundings.of(made, booked), before)).isEmpty();
      assertThat(wish.during().end()).isEqualTo(appointment.end());
      booked.add(appointment);
    }
  }

  @Test
  void theDayIsTheSameAtAnyHourOfTheSameDate() {
    Instant morning = Instant.parse("2026-11-21T12:00:00Z");
    Instant evening = Instant.parse("2026-11-21T22:00:00Z");

    assertThat(ranges(evening)).isEqualTo(ranges(morning));
  }

  @Test
  void fromThirtyDaysAheadOnNobodyIsAvailable() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    for (Hospital hospital : DemoPlaces.hospitals(date(now))) {
      LocalDate today = hospital.dateAt(now);
      List<LocalDate> dates =
          schedule(now, patients(now)).availabilities().stream()
              .filter(a -> a.hospitalId().equals(hospital.id()))
              .map(a -> hospital.dateAt(a.start()))
              .toList();
      assertThat(dates).contains(today.minusDays(7), today, today.plusDays(29));
      assertThat(dates).allMatch(d -> d.isBefore(today.plusDays(30)));
    }
  }

  @Test
  void aboutHalfOfTodayIsBookedAndSomeOfTomorrowIsFree() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    DemoSchedule schedule = schedule(now, patients(now));
    Hospital hedwig = DemoPlaces.hospitals(date(now)).getFirst();
    LocalDate today = hedwig.dateAt(now);

    assertThat(share(schedule, hedwig, today)).isBetween(0.45, 0.75);
    assertThat(share(schedule, hedwig, today.plusDays(1))).isBetween(0.25, 0.6);
    assertThat(share(schedule, hedwig, today.plusDays(29))).isLessThan(0.25);
  }

  @Test
  void patientsAreTwoHundredDifferentPeopleWithPlausibleRecords() {
    List<Patient> patients = patients(Instant.parse("2026-11-21T12:00:00Z"));

    assertThat(patients).hasSize(200);
    assertThat(patients.stream().map(p -> p.givenName() + p.familyName()).distinct()).hasSize(200);
    assertThat(patients)
        .allSatisfy(p -> {
          assertThat(PatientRules.phone(p.phone())).isEmpty();
          assertThat(PatientRules.email(p.email())).isEmpty();
          assertThat(PatientRules.birthDate(p.birthDate(), LocalDate.of(2026, 11, 21))).isEmpty();
        });
  }

  @Test
  void namesThatNeedTheMachinesFontsAreFoundButStandOnNoDayNearToday() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    List<Patient> patients = patients(now);

    assertThat(patients).anyMatch(p -> !DemoNames.isReadableAnywhere(p.familyName()));
    assertThat(schedule(now, patients).visits())
        .map(DemoSchedule.Visit::appointment)
        .filteredOn(a -> Duration.between(now, a.start()).abs().toDays() < 7)
        .hasSizeGreaterThan(200)
        .allMatch(a -> DemoNames.isReadableAnywhere(a.patient().sortName()));
  }

  @Test
  void recordNumbersAreSixFiguresAndDiffer() {
    assertThat(patients(Instant.parse("2026-11-21T12:00:00Z")))
        .extracting(Patient::mrn)
        .doesNotHaveDuplicates()
        .allMatch(mrn -> mrn.matches("[1-9][0-9]{5}"));
  }

  @Test
  void everyNationalProviderIdentifierHasItsCheckDigit() {
    // the example of the standard
    assertThat(DemoPlaces.npi(123_456_789)).isEqualTo("1234567893");
    assertThat(DemoPlaces.doctors().stream().map(Doctor::npi).distinct()).hasSize(8);
  }

  private static double share(DemoSchedule schedule, Hospital hospital, LocalDate date) {
    double open =
        schedule.availabilities().stream()
            .filter(a -> a.hospitalId().equals(hospital.id()))
            .filter(a -> hospital.dateAt(a.start()).equals(date))
            .mapToLong(a -> a.during().length().toMinutes())
            .sum();
    double booked =
        schedule.visits().stream()
            .map(DemoSchedule.Visit::appointment)
            .filter(a -> a.hospitalId().equals(hospital.id()))
            .filter(a -> hospital.dateAt(a.start()).equals(date))
            .mapToLong(a -> a.during().length().toMinutes())
            .sum();
    return booked / open;
  }

  private static List<?> ranges(Instant now) {
    return schedule(now, patients(now)).visits().stream()
        .map(v -> List.of(v.appointment().id(), v.appointment().during()))
        .toList();
  }

  private static Patient patientOf(Appointment visit, List<Patient> patients) {
    return patients.stream()
        .filter(patient -> patient.id().equals(visit.patientId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Patient> patients(Instant now) {
    return DemoPeople.patients(
        200, date(now), RandomGeneratorFactory.of("L64X128MixRandom").create(7));
  }

  private static DemoSchedule schedule(Instant now, List<Patient> patients) {
    var schedule =
        new DemoSchedule(patients, RandomGeneratorFactory.of("L64X128MixRandom").create(7), now);
    DemoPlaces.hospitals(date(now)).forEach(h -> schedule.fill(h, DemoPlaces.doctors()));
    return schedule;
  }

  private static Hospital hospital(HospitalId id, Instant now) {
    return DemoPlaces.hospitals(date(now)).stream()
        .filter(h -> h.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Doctor doctor(DoctorId id) {
    return DemoPlaces.doctors().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  private static LocalDate date(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
