package io.daysheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.AppointmentType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The kernel answers for a whole date what the rules answer for one start: here each is the
/// other's oracle, on random days with everything that there can be.
class BookableDayTest {

  @Property(tries = 300)
  void aStartIsFreeIfAndOnlyIfNoRuleRefusesIt(@ForAll long seed) {
    var day = new RandomDoctorsDay(new Random(seed));
    Set<String> reached = new HashSet<>();

    for (AppointmentType type : day.types()) {
      List<Instant> found = day.found(type);
      assertThat(found).as("%s of seed %d", type, seed).isEqualTo(day.letPass(type));
      day.decisive(type).forEach(reached::add);
      if (!found.isEmpty() && day.hasAClockChange()) {
        reached.add("clock change");
      }
      if (found.stream().anyMatch(start -> day.isOverMidnight(start, type))) {
        reached.add("over midnight");
      }
    }

    Reached.by(reached, "closures", "hours", "visits", "holds", "time off", "now");
    Reached.by(reached, "clock change", "over midnight");
  }
}
