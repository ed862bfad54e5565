package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/// The kernel answers for a whole date what the rules answer for one start: here each is the
/// other's oracle, on random days with everything that there can be.
class BookableDayTest {

  @Property(tries = 300)
  void aStartIsFreeIfAndOnlyIfNoRuleRefusesIt(@ForAll long seed) {
    var day = new RandomDoctorsDay(new Random(seed));
    Set<String> decisive = new TreeSet<>();
    boolean isFree = false;
    boolean isOverMidnight = false;

    for (AppointmentType type : day.types()) {
      List<Instant> found = day.found(type);
      assertThat(found).as("%s of seed %d", type, seed).isEqualTo(day.letPass(type));
      day.decisive(type).forEach(decisive::add);
      isFree |= !found.isEmpty();
      isOverMidnight |= found.stream().anyMatch(start -> day.isOverMidnight(start, type));
    }

    for (String part : List.of("closures", "hours", "visits", "holds", "time off", "now")) {
      isReached(part, decisive.contains(part));
    }
    isReached("several of them", decisive.size() > 1);
    isReached("a visit over midnight", isOverMidnight);
    isReached("starts on a day of a clock change", day.hasAClockChange() && isFree);
  }

  /// Days on which nothing is in the way would find nothing wrong.
  private static void isReached(String what, boolean here) {
    Statistics.label(what)
        .collect(here)
        .coverage(reached -> reached.check(true).percentage(share -> share > 1));
  }
}
