package io.daysheet.server.demo;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import io.daysheet.time.OperatingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The demo's two hospitals, which differ in all that a hospital can differ in, and its eight
/// doctors, three of whom work at both.
final class DemoPlaces {

  static final HospitalId HEDWIG = HospitalId.parse("0b5e0001-0000-4000-8000-000000000001");
  static final HospitalId HARBOUR = HospitalId.parse("0b5e0001-0000-4000-8000-000000000002");

  private DemoPlaces() {}

  /// Both closed on New Year's Day and Labour Day of the year after `today`'s.
  static List<Hospital> hospitals(LocalDate today) {
    int nextYear = today.getYear() + 1;
    List<Closure> closures =
        List.of(
            new Closure(LocalDate.of(nextYear, 1, 1), "New Year's Day"),
            new Closure(LocalDate.of(nextYear, 5, 1), "Labour Day"));
    return List.of(
        new Hospital(
            HEDWIG,
            "St. Hedwig Clinic",
            ZoneId.of("Europe/Berlin"),
            new GeoLocation(52.5260, 13.3970),
            OperatingHours.daily("09:00", "19:00"),
            closures,
            BookingPolicy.hourly(),
            true,
            1),
        new Hospital(
            HARBOUR,
            "Harbour View Hospital",
            ZoneId.of("America/Los_Angeles"),
            new GeoLocation(33.7420, -118.2650),
            withLunchBreak(),
            closures,
            halfHourly(),
            true,
            1));
  }

  private static OperatingHours withLunchBreak() {
    return new OperatingHours(
        Arrays.stream(DayOfWeek.values())
            .flatMap(day -> Stream.of(open(day, "08:00", "12:30"), open(day, "13:30", "18:00")))
            .toList());
  }

  private static OpeningHours open(DayOfWeek day, String from, String until) {
    return new OpeningHours(day, MinuteOfDay.parse(from), MinuteOfDay.parse(until));
  }

  private static BookingPolicy halfHourly() {
    return BookingPolicy.of(
        30,
        List.of(
            new AppointmentType("NEW_PATIENT", 60, 0, false, true),
            new AppointmentType("FOLLOW_UP", 30, 0, false, true),
            new AppointmentType("URGENT_CARE", 30, 0, false, false),
            new AppointmentType("TELEHEALTH", 30, 0, false, true)));
  }

  static List<Doctor> doctors() {
    return List.of(
        doctor(1, "Dr. Żaneta Wójcik", "Cardiology", List.of("pl", "de", "en"), HEDWIG),
        doctor(2, "Dr. Björn Größler", "Family Medicine", List.of("de", "en"), HEDWIG),
        doctor(3, "Dr. Élodie Lefèvre", "Dermatology", List.of("fr", "de", "en"), HEDWIG),
        doctor(4, "Dr. Íñigo Muñoz", "Orthopedics", List.of("es", "en", "de"), HEDWIG, HARBOUR),
        doctor(5, "Dr. Søren Østergaard", "Neurology", List.of("da", "de", "en"), HEDWIG, HARBOUR),
        doctor(6, "Dr. Ngọc Ánh Trần", "Pediatrics", List.of("vi", "en", "de"), HEDWIG, HARBOUR),
        doctor(7, "Dr. Siobhán O’Neill", "Family Medicine", List.of("en", "ga"), HARBOUR),
        doctor(8, "Dr. João Gonçalves", "Cardiology", List.of("pt", "en", "es"), HARBOUR));
  }

  private static Doctor doctor(
      int number, String name, String specialty, List<String> languages, HospitalId... hospitals) {
    return new Doctor(
        new DoctorId(new UUID(0x0b5e_0002_0000_4000L, 0x8000_0000_0000_0000L | number)),
        name,
        List.of(specialty),
        languages,
        npi(123_456_780 + number),
        true,
        // every patient of the demo can be booked with everybody: it is for trying things out
        number % 3 == 0 ? DemoPeople.PLANS : List.of(),
        List.of(hospitals),
        true,
        1);
  }

  /// Nine digits and the Luhn digit over the prefix 80840 and them, as 45 CFR 162.406 has it.
  static String npi(int nineDigits) {
    String digits = "80840" + nineDigits;
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = digit * 2;
      sum += i % 2 == 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return nineDigits + "" + (10 - sum % 10) % 10;
  }
}
