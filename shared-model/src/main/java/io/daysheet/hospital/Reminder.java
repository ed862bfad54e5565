package io.daysheet.hospital;

import java.time.Duration;
import java.util.List;

/// One reminder before a visit: how long before, over which channels, for which types of visit.
///
/// @param before elapsed time before the start
/// @param types codes of appointment types; empty means all
public record Reminder(Duration before, List<String> channels, List<String> types) {

  public Reminder {
    channels = List.copyOf(channels);
    types = List.copyOf(types);
  }
}
