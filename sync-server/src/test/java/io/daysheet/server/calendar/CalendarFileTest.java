package io.daysheet.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.patient.PatientSummary;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.AppointmentStatus;
import io.daysheet.time.OperatingHours;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a calendar reads from the file, by the offsets in the file alone.
class CalendarFileTest {

  private static final Instant NOW = Instant.parse("2030-03-12T07:30:15Z");

  /// Edge case 8.
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2030-07-15T08:00:00Z",
    "Europe/Berlin,    2030-01-15T09:00:00Z",
    "America/New_York, 2030-07-15T14:00:00Z",
    "Australia/Sydney, 2030-01-15T00:00:00Z",
    "Asia/Kathmandu,   2030-07-15T04:15:00Z",
    "UTC,              2030-07-15T10:00:00Z"
  })
  void aVisitOfSummerIsTheSameInstantInACalendarOfWinter(String zone, Instant start) {
    ReadCalendar read = ReadCalendar.of(file(zone, start));

    assertThat(read.start()).isEqualTo(start);
    assertThat(read.end()).isEqualTo(start.plus(Duration.ofHours(1)));
  }

  /// The hour that is there twice, the hour before and after it, and the skipped one.
  @ParameterizedTest
  @CsvSource({
    "2030-10-26T23:30:00Z",
    "2030-10-27T00:30:00Z",
    "2030-10-27T01:30:00Z",
    "2030-10-27T02:30:00Z",
    "2030-03-31T00:00:00Z",
    "2030-03-31T00:30:00Z",
    "2030-03-31T01:00:00Z"
  })
  void aVisitOfTheNightInWhichTheClockChangesIsExact(Instant start) {
    ReadCalendar read = ReadCalendar.of(file("Europe/Berlin", start));

    assertThat(read.start()).isEqualTo(start);
    assertThat(read.end()).isEqualTo(start.plus(Duration.ofHours(1)));
  }

  static Stream<String> zones() {
    return ZoneId.getAvailableZoneIds().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void everyTimeOfEveryZoneComesThrough(String zone) {
    var random = new Random(zone.hashCode());
    long from = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    long until = Instant.parse("2045-01-01T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 25; i++) {
      Instant start = Instant.ofEpochSecond(random.nextLong(from, until) / 60 * 60);
      ReadCalendar read = ReadCalendar.of(file(zone, start));

      assertThat(List.of(read.start(), read.end()))
          .as("%s %s", zone, start)
          .containsExactly(start, start.plus(Duration.ofHours(1)));
    }
  }

  @Test
  void itSaysWhenAndWhereAndWithWhomAndNothingOfThePatient() {
    String file = file("Europe/Berlin", Instant.parse("2030-07-15T08:00:00Z"));

    assertThat(ReadCalendar.lines(file))
        .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
        .endsWith("END:VEVENT", "END:VCALENDAR")
        .contains(
            "UID:00000000-0000-0000-0000-000000000004",
            "SEQUENCE:2",
            "DTSTAMP:20300312T073015Z",
            "DTSTART;TZID=Europe/Berlin:20300715T100000",
            "DTEND;TZID=Europe/Berlin:20300715T110000",
            "SUMMARY:Zoë Adler\\, M.D.\\; Dr. rer. nat.",
            "GEO:52.5;13.25",
            "STATUS:CONFIRMED",
            "CLASS:PRIVATE");
    assertThat(file).doesNotContain("Kowalska", "Zofia", "1987", "a private reason", "FOLLOW_UP");
  }

  @Test
  void longLinesAreFoldedAndNoCharacterIsCut() {
    String file = file("Europe/Berlin", Instant.parse("2030-07-15T08:00:00Z"));

    assertThat(file.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .anyMatch(line -> line.startsWith(" "));
    assertThat(ReadCalendar.lines(file)).contains("LOCATION:" + PLACE);
  }

  private static final String PLACE =
      "St. Hedwig 🏥 am großen, schönen Überlinger Strandbad gegenüber der Fähre"
              .replace(",", "\\,")
          + " — Haus B";

  private static String file(String zone, Instant start) {
    var hospital =
        new Hospital(
            new HospitalId(new UUID(0, 1)),
            PLACE.replace("\\,", ","),
            ZoneId.of(zone),
            new GeoLocation(52.5, 13.25),
            OperatingHours.daily("00:00", "24:00"),
            List.of(),
            BookingPolicy.hourly(),
            true,
            1);
    var doctor =
        new Doctor(
            new DoctorId(new UUID(0, 2)),
            "Zoë Adler, M.D.; Dr. rer. nat.",
            List.of(),
            List.of(),
            null,
            true,
            List.of(),
            List.of(hospital.id()),
            true,
            1);
    var visit =
        new Appointment(
            new AppointmentId(new UUID(0, 4)),
            hospital.id(),
            doctor.id(),
            new PatientId(new UUID(0, 3)),
            new PatientSummary("Zofia", "Kowalska", LocalDate.of(1987, 5, 14)),
            start,
            start.plus(Duration.ofHours(1)),
            "FOLLOW_UP",
            AppointmentStatus.CONFIRMED,
            "a private reason",
            null,
            null,
            null,
            List.of(),
            3);
    return CalendarFile.of(visit, hospital, doctor, NOW);
  }
}
