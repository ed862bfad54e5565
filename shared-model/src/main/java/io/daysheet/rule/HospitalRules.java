package io.daysheet.rule;

import io.daysheet.hospital.Closure;
import io.daysheet.hospital.StatedHours;
import io.daysheet.hospital.StatedPlace;
import io.daysheet.rule.Violation.Expected;
import io.daysheet.rule.Violation.InvalidValue;
import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a hospital has to be, whoever types it. Each method is one rule.
public final class HospitalRules {

  private static final LocalDate FIRST_CLOSURE = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_CLOSURE = LocalDate.of(9999, 12, 31);

  private HospitalRules() {}

  public static Stream<Violation> name(String name) {
    return TextRules.check("name", name, TextRules.NAME);
  }

  /// A name of the IANA's; an offset such as `+01:00` knows no summer.
  public static Stream<Violation> timeZone(String zone) {
    return check(
        ZoneRulesProvider.getAvailableZoneIds().contains(zone), "timeZone", Expected.TIME_ZONE);
  }

  public static Stream<Violation> location(StatedPlace place) {
    return Stream.concat(
        check(Math.abs(place.latitude()) <= 90, "location.latitude", Expected.DEGREES),
        check(Math.abs(place.longitude()) <= 180, "location.longitude", Expected.DEGREES));
  }

  /// Each interval closes after it opens and overlaps none before it; none at all is a hospital
  /// that is not open yet.
  public static Stream<Violation> operatingHours(List<StatedHours> hours) {
    return IntStream.range(0, hours.size())
        .boxed()
        .flatMap(i ->
            check(
                hours.get(i).closesAfterItOpens()
                    && hours.subList(0, i).stream().noneMatch(hours.get(i)::overlaps),
                "operatingHours[" + i + "]",
                Expected.OPENING_HOURS));
  }

  /// Each date once.
  public static Stream<Violation> closures(List<Closure> closures) {
    List<LocalDate> dates = closures.stream().map(Closure::date).toList();
    return IntStream.range(0, closures.size())
        .boxed()
        .flatMap(i ->
            Stream.concat(
                check(
                    !dates.get(i).isBefore(FIRST_CLOSURE) && !dates.get(i).isAfter(LAST_CLOSURE),
                    "closures[" + i + "].date",
                    Expected.DATE),
                Stream.concat(
                    check(
                        !dates.subList(0, i).contains(dates.get(i)),
                        "closures[" + i + "].date",
                        Expected.ONCE),
                    TextRules.check(
                        "closures[" + i + "].reason",
                        closures.get(i).reason(),
                        TextRules.REASON))));
  }

  static Stream<Violation> check(boolean isKept, String field, Expected expected) {
    return isKept ? Stream.empty() : Stream.of(new InvalidValue(field, expected));
  }
}
