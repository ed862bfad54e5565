package io.daysheet.hospital;

import io.daysheet.time.OperatingHours;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A site. All its wall-clock times are in its own zone, whoever looks from wherever.
public record Hospital(
    HospitalId id,
    String name,
    ZoneId timeZone,
    GeoLocation location,
    OperatingHours operatingHours,
    List<Closure> closures,
    BookingPolicy policy,
    boolean active,
    int version) {

  public Hospital {
    closures = List.copyOf(closures);
  }

  /// The date that the hospital's calendar shows at an instant.
  public LocalDate dateAt(Instant instant) {
    return instant.atZone(timeZone).toLocalDate();
  }

  /// A date from its midnight to the next; nothing, if the zone left that date out.
  public Optional<TimeRange> day(LocalDate date) {
    Instant midnight = date.atStartOfDay(timeZone).toInstant();
    Instant next = date.plusDays(1).atStartOfDay(timeZone).toInstant();
    return midnight.isBefore(next) ? Optional.of(new TimeRange(midnight, next)) : Optional.empty();
  }

  public Optional<Closure> closureOn(LocalDate date) {
    return closures.stream().filter(c -> c.date().equals(date)).findFirst();
  }
}
