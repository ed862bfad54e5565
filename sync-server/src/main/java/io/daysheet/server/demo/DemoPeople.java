package io.daysheet.server.demo;

import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.ContactPreferences;
import io.daysheet.patient.Insurance;
import io.daysheet.patient.Patient;
import io.daysheet.patient.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The demo's patients: made up, with telephone numbers and e-mail addresses that lead nowhere.
final class DemoPeople {

  static final List<String> PLANS = List.of("AOK", "TK", "Blue Shield PPO", "Medicare", "Barmer");
  private static final List<String> CHANNELS = List.of("EMAIL", "SMS", "PHONE");

  private DemoPeople() {}

  static List<Patient> patients(int count, LocalDate today, RandomGenerator random) {
    List<DemoNames.Name> names = DemoNames.patients(count, random);
    List<Patient> patients = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      patients.add(patient(number, names.get(number - 1), today, random));
    }
    return patients;
  }

  private static Patient patient(
      int number, DemoNames.Name name, LocalDate today, RandomGenerator random) {
    return new Patient(
        id(number),
        mrn(number),
        name.given(),
        name.family(),
        today.minusDays(30 + random.nextInt(92 * 365)),
        random.nextInt(10) == 0 ? null : phone(number),
        random.nextInt(5) == 0 ? null : "patient%d@example.org".formatted(number),
        random.nextInt(6) == 0
            ? null
            : new Insurance(DemoNames.pick(PLANS, random), "M%08d".formatted(number * 7919)),
        random.nextInt(3) == 0 ? someDoctor(random) : null,
        new ContactPreferences(
            DemoNames.pick(CHANNELS, random), random.nextInt(8) == 0 ? List.of("PUSH") : List.of()),
        true,
        null,
        1);
  }

  static PatientId id(int number) {
    return new PatientId(new UUID(0x0b5e_0003_0000_4000L, 0x8000_0000_0000_0000L | number));
  }

  /// Six figures, in no order, and no two the same: the factor has none in common with the range.
  private static String mrn(int number) {
    return Integer.toString(100_000 + number * 7919 % 900_000);
  }

  /// Numbers that are set aside for fiction: in Berlin 030 23125 …, in North America 555-01 ….
  private static String phone(int number) {
    return number % 2 == 0
        ? "+49 30 23125 %03d".formatted(number)
        : "+1 310 555 01%02d".formatted(number % 100);
  }

  private static DoctorId someDoctor(RandomGenerator random) {
    return DemoNames.pick(DemoPlaces.doctors(), random).id();
  }
}
