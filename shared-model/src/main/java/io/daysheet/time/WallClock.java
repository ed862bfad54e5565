package io.daysheet.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/// What a zone's wall clock shows: a local time exists once, twice (autumn) or never (spring).
public final class WallClock {

  private WallClock() {}

  /// The instants at which the clock shows `local`, in order: none in a gap, two in an overlap.
  public static List<Instant> instants(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).stream().map(local::toInstant).sorted().toList();
  }

  public static boolean skips(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).isEmpty();
  }

  /// Whether a time that came with an offset names a wall-clock time that the zone skips.
  ///
  /// Only the offsets on either side of the gap are read as the zone's own wall clock. A time in
  /// UTC or in another place's offset is that instant, whatever its digits would mean here.
  public static boolean skips(OffsetDateTime stated, ZoneId zone) {
    ZoneOffsetTransition gap = zone.getRules().getTransition(stated.toLocalDateTime());
    ZoneOffset offset = stated.getOffset();
    return gap != null
        && gap.isGap()
        && !offset.equals(ZoneOffset.UTC)
        && (offset.equals(gap.getOffsetBefore()) || offset.equals(gap.getOffsetAfter()));
  }

  /// The first instant at which the clock shows `local`, or the end of the gap that skips it.
  static ZonedDateTime firstAtOrAfter(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    return transition != null && transition.isGap()
        ? transition.getInstant().atZone(zone)
        : local.atZone(zone).withEarlierOffsetAtOverlap();
  }
}
