package io.daysheet.rule;

import java.util.Collection;
import java.util.List;
import net.jqwik.api.statistics.Statistics;

/// What a property's random tries have to reach: those in which nothing is in the way would find
/// nothing wrong.
final class Reached {

  private Reached() {}

  /// One of the tries, by what it has; the property fails if too few have it.
  static void by(Collection<String> here, String... wanted) {
    for (String each : List.of(wanted)) {
      Statistics.label(each)
          .collect(here.contains(each))
          .coverage(reached -> reached.check(true).percentage(share -> share > 1));
    }
  }
}
