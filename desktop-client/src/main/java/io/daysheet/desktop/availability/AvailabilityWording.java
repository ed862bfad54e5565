package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.AvailabilityFormViewModel.Fact;
import io.daysheet.desktop.availability.AvailabilityFormViewModel.Preset;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.Slots;
import io.daysheet.time.DayGrid;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is good to know of a range before it is made an availability, and the ends that make sense.
record AvailabilityWording(Messages messages, WallTimes times, Hospital hospital, LocalDate date) {

  private static final int STARTS_NAMED = 4;

  /// How many visits it takes, and what it touches.
  List<Fact> facts(TimeRange range, List<Availability> existing) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(slots(range), true));
    hospital.operatingHours().around(range, hospital.timeZone()).stream()
        .filter(open -> open.contains(range))
        .forEach(open -> facts.add(new Fact(messages.get("fact.open", times.range(open)), true)));
    for (Availability other : existing) {
      if (other.end().equals(range.start())) {
        facts.add(new Fact(messages.get("fact.after", times.range(other.during())), false));
      } else if (other.start().equals(range.end())) {
        facts.add(new Fact(messages.get("fact.before", times.range(other.during())), false));
      }
    }
    return facts;
  }

  private String slots(TimeRange range) {
    AppointmentType type =
        hospital.policy().appointmentTypes().stream()
            .min(Comparator.comparingInt(AppointmentType::minutes))
            .orElseThrow();
    DayGrid grid = DayGrid.of(date, hospital.timeZone(), hospital.policy().grid());
    List<Instant> starts =
        Slots.free(grid, type.length(), type.buffer(), List.of(range), List.of()).stream().toList();
    String named =
        starts.stream().limit(STARTS_NAMED).map(times::time).collect(Collectors.joining(", "));
    return messages.get(
        starts.size() == 1 ? "fact.slot" : "fact.slots",
        Integer.toString(starts.size()),
        Integer.toString(type.minutes()),
        starts.size() > STARTS_NAMED ? named + " …" : named);
  }

  /// The ends that make sense from there: none past closing or into the next availability.
  List<Preset> presets(Instant start, List<Availability> existing) {
    Optional<TimeRange> open =
        hospital.operatingHours().on(date, hospital.timeZone()).stream()
            .filter(range -> range.contains(start))
            .findFirst();
    Instant limit =
        existing.stream()
            .map(Availability::start)
            .filter(s -> s.isAfter(start))
            .min(Comparator.naturalOrder())
            .filter(s -> open.isEmpty() || s.isBefore(open.get().end()))
            .orElse(open.map(TimeRange::end).orElse(start));
    var presets = new ArrayList<Preset>();
    for (int hours : List.of(1, 2)) {
      Instant end = start.plus(Duration.ofHours(hours));
      if (end.isBefore(limit)) {
        presets.add(preset("preset.hours", Integer.toString(hours), end));
      }
    }
    if (limit.isAfter(start)) {
      boolean closing = open.map(range -> range.end().equals(limit)).orElse(false);
      presets.add(preset(closing ? "preset.closing" : "preset.next", times.end(limit), limit));
    }
    return presets;
  }

  private Preset preset(String key, String value, Instant end) {
    return new Preset(messages.get(key, value), times.end(end));
  }
}
