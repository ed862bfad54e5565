package io.daysheet.rule;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.time.MinuteOfDay;
import io.daysheet.time.OpeningHours;
import io.daysheet.time.OperatingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A random hospital on a random date.
record RandomClinic(Hospital hospital, LocalDate date) {

  /// Plain days, and days on which the clock changes: by night, at midnight, by half an hour, by a
  /// whole day.
  private static final List<Day> DAYS =
      List.of(
          Day.of("Europe/Berlin", "2026-03-19"),
          Day.of("Europe/Berlin", "2026-03-29"),
          Day.of("Europe/Berlin", "2026-10-25"),
          Day.of("America/St_Johns", "2026-03-08"),
          Day.of("America/St_Johns", "2026-11-01"),
          Day.of("Pacific/Chatham", "2026-04-05"),
          Day.of("Pacific/Chatham", "2026-09-27"),
          Day.of("Australia/Lord_Howe", "2026-04-05"),
          Day.of("Australia/Lord_Howe", "2026-10-04"),
          Day.of("Asia/Kathmandu", "2026-06-01"),
          Day.of("America/Havana", "2026-03-08"),
          Day.of("Africa/Cairo", "2026-04-24"),
          Day.of("Africa/Casablanca", "2026-02-15"),
          Day.of("Asia/Beirut", "2026-10-24"),
          // the 30th was left out there
          Day.of("Pacific/Apia", "2011-12-29"),
          Day.of("Pacific/Apia", "2011-12-30"),
          Day.of("Pacific/Apia", "2011-12-31"));

  private record Day(ZoneId zone, LocalDate date) {
    static Day of(String zone, String date) {
      return new Day(ZoneId.of(zone), LocalDate.parse(date));
    }
  }

  static RandomClinic of(Random random) {
    Day day = DAYS.get(random.nextInt(DAYS.size()));
    return new RandomClinic(
        new Hospital(
            Clinic.ID,
            "Clinic",
            day.zone(),
            new GeoLocation(0, 0),
            hours(random),
            closures(random, day.date()),
            policy(random),
            true,
            1),
        day.date());
  }

  /// On the date, and next to it: a night clinic's day reaches into both.
  private static List<Closure> closures(Random random, LocalDate date) {
    return IntStream.rangeClosed(-1, 1)
        .filter(_ -> random.nextInt(5) == 0)
        .mapToObj(days -> new Closure(date.plusDays(days), "closed"))
        .toList();
  }

  private static BookingPolicy policy(Random random) {
    int grid = List.of(15, 20, 30, 45, 60).get(random.nextInt(5));
    var types =
        List.of(
            new AppointmentType("FOLLOW_UP", grid, 0, false, true),
            new AppointmentType("LONG", 2 * grid, random.nextInt(3) * 5, false, true));
    var usual = BookingPolicy.of(grid, types);
    return new BookingPolicy(
        grid,
        types,
        Duration.ofHours(random.nextInt(3)),
        random.nextInt(6) == 0 ? 0 : 365,
        usual.cancellationNotice(),
        usual.holdDuration(),
        usual.waitlistClaim(),
        usual.reminders(),
        null,
        usual.telehealthOpens(),
        usual.telehealthCloses());
  }

  /// A day clinic, a night clinic, one with a break, or one that never closes.
  private static OperatingHours hours(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> OperatingHours.daily("09:00", "19:00");
      case 1 -> OperatingHours.daily("00:00", "24:00");
      case 2 -> twice("00:00", "06:00", "20:00", "24:00");
      default -> twice("07:30", "12:00", "13:00", "18:45");
    };
  }

  private static OperatingHours twice(String open, String close, String again, String last) {
    return new OperatingHours(
        Stream.of(DayOfWeek.values())
            .flatMap(day ->
                Stream.of(
                    new OpeningHours(day, MinuteOfDay.parse(open), MinuteOfDay.parse(close)),
                    new OpeningHours(day, MinuteOfDay.parse(again), MinuteOfDay.parse(last))))
            .toList());
  }

  RandomClinic alwaysOpen() {
    return with(OperatingHours.daily("00:00", "24:00"), hospital.closures());
  }

  RandomClinic withoutClosures() {
    return with(hospital.operatingHours(), List.of());
  }

  private RandomClinic with(OperatingHours hours, List<Closure> closures) {
    return new RandomClinic(
        new Hospital(
            hospital.id(),
            hospital.name(),
            hospital.timeZone(),
            hospital.location(),
            hours,
            closures,
            hospital.policy(),
            true,
            1),
        date);
  }

  Instant midnight() {
    return date.atStartOfDay(hospital.timeZone()).toInstant();
  }

  Instant end() {
    return date.plusDays(1).atStartOfDay(hospital.timeZone()).toInstant();
  }

  /// Whether the clock changes on the date, or leaves all of it out.
  boolean hasAClockChange() {
    return !Duration.between(midnight(), end()).equals(Duration.ofDays(1));
  }
}
