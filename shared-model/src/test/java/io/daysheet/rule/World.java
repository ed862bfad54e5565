package io.daysheet.rule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Where a hospital is, a few weeks before the clock changes there: by night, at midnight, by half
/// an hour, or never.
record World(ZoneId zone, LocalDate begin) {

  static final List<World> ALL =
      List.of(
          World.of("Europe/Berlin", "2026-03-02"),
          World.of("Europe/Berlin", "2026-10-01"),
          World.of("America/St_Johns", "2026-02-20"),
          World.of("America/St_Johns", "2026-10-12"),
          World.of("Pacific/Chatham", "2026-03-20"),
          World.of("Pacific/Chatham", "2026-09-07"),
          World.of("Australia/Lord_Howe", "2026-03-20"),
          World.of("Australia/Lord_Howe", "2026-09-14"),
          World.of("America/Havana", "2026-02-20"),
          World.of("Africa/Cairo", "2026-04-06"),
          World.of("Asia/Kathmandu", "2026-06-01"));

  private static World of(String zone, String begin) {
    return new World(ZoneId.of(zone), LocalDate.parse(begin));
  }
}
