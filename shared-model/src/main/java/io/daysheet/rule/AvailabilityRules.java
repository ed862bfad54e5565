package io.daysheet.rule;

import static io.daysheet.rule.FrameRules.closed;
import static io.daysheet.rule.FrameRules.offGrid;
import static io.daysheet.rule.FrameRules.outsideHours;
import static io.daysheet.rule.FrameRules.skipped;

import io.daysheet.rule.Violation.AvailabilityOverlap;
import io.daysheet.rule.Violation.InThePast;
import io.daysheet.rule.Violation.TooFarAhead;
import io.daysheet.rule.Violation.TooShort;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What an availability has to keep to. Each method is one rule.
public final class AvailabilityRules {

  private AvailabilityRules() {}

  /// Every rule, in reading order; all violations are told, not the first.
  ///
  /// @param existing the doctor's availabilities around that time, at whichever hospitals
  public static List<Violation> check(
      ProposedAvailability wish, Collection<Availability> existing, Instant now) {
    return Stream.of(
            inactive(wish),
            skipped("start", wish.from(), wish.hospital()),
            skipped("end", wish.until(), wish.hospital()),
            offGrid("start", wish.from(), wish.hospital()),
            offGrid("end", wish.until(), wish.hospital()),
            tooShort(wish),
            closed(wish.start(), wish.end(), wish.hospital()),
            outsideHours(wish.start(), wish.end(), wish.hospital()),
            inThePast(wish, now),
            tooFarAhead(wish, now),
            overlap(wish, existing))
        .flatMap(violations -> violations)
        .toList();
  }

  /// Every rule of one that gets other times. One that only gets shorter takes nothing that it did
  /// not have, whatever hospital and doctor have become meanwhile.
  ///
  /// @param others the doctor's others around that time, at whichever hospitals
  public static List<Violation> checkChange(
      ProposedAvailability wish,
      Availability before,
      Collection<Availability> others,
      Instant now) {
    return wish.start().isBefore(before.start()) || wish.end().isAfter(before.end())
        ? check(wish, others, now)
        : Stream.of(
                skipped("start", wish.from(), wish.hospital()),
                skipped("end", wish.until(), wish.hospital()),
                offGrid("start", wish.from(), wish.hospital()),
                offGrid("end", wish.until(), wish.hospital()),
                tooShort(wish),
                inThePast(wish, now))
            .flatMap(violations -> violations)
            .toList();
  }

  static Stream<Violation> inactive(ProposedAvailability wish) {
    return FrameRules.inactive(wish.hospital(), wish.doctor());
  }

  /// It holds at least one visit of the shortest type.
  static Stream<Violation> tooShort(ProposedAvailability wish) {
    Duration required = wish.hospital().policy().shortestVisit();
    return wish.length().compareTo(required) < 0
        ? Stream.of(new TooShort(wish.length().toMinutes(), required.toMinutes()))
        : Stream.empty();
  }

  /// Something of it lies ahead: one that began an hour ago may still be opened for the rest of the
  /// day.
  static Stream<Violation> inThePast(ProposedAvailability wish, Instant now) {
    return wish.end().isAfter(now) ? Stream.empty() : Stream.of(new InThePast(wish.start(), now));
  }

  static Stream<Violation> tooFarAhead(ProposedAvailability wish, Instant now) {
    return FrameRules.beyondHorizon(wish.start(), wish.hospital(), now)
        .map(latest -> new TooFarAhead(wish.start(), latest));
  }

  static Stream<Violation> overlap(ProposedAvailability wish, Collection<Availability> existing) {
    if (!wish.start().isBefore(wish.end())) {
      return Stream.empty();
    }
    TimeRange range = new TimeRange(wish.start(), wish.end());
    return existing.stream()
        .filter(a -> a.doctorId().equals(wish.doctor().id()) && a.during().overlaps(range))
        .map(a -> new AvailabilityOverlap(a.doctorId(), Blocker.of(a)));
  }
}
