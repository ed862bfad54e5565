package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.day.Block.Held;
import io.daysheet.desktop.day.Lanes.Lane;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void whatTouchesHasTheWholeWidth() {
    Block one = block(0, 60);
    Block other = block(60, 60);

    assertThat(Lanes.of(List.of(one, other)).values()).containsOnly(Lane.WHOLE);
  }

  @Test
  void twoAtOneTimeStandSideBySide() {
    Block one = block(0, 60);
    Block other = block(0, 60);

    assertThat(Lanes.of(List.of(one, other)).values())
        .containsExactlyInAnyOrder(new Lane(0, 2), new Lane(1, 2));
  }

  /// No card hides another: those that overlap share one division and stand in different lanes.
  @Property(tries = 300)
  void overlappingCardsNeverShareALane(
      @ForAll @Size(max = 12) List<@IntRange(max = 20) Integer> starts) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      blocks.add(block(15 * starts.get(i), 15 * (1 + i % 4)));
    }
    Map<UUID, Lane> lanes = new HashMap<>(Lanes.of(blocks));

    for (Block one : blocks) {
      for (Block other : blocks) {
        if (!one.id().equals(other.id()) && one.during().overlaps(other.during())) {
          assertThat(lane(lanes, one).index()).isNotEqualTo(lane(lanes, other).index());
          assertThat(lane(lanes, one).count()).isEqualTo(lane(lanes, other).count());
        }
      }
    }
  }

  private static Lane lane(Map<UUID, Lane> lanes, Block block) {
    return Objects.requireNonNull(lanes.get(block.id()));
  }

  private static Block block(int minute, int minutes) {
    Instant start = HedwigDay.at("09:00").plusSeconds(60L * minute);
    UUID id = UUID.randomUUID();
    return new Held(
        new Hold(
            new HoldId(id),
            new HospitalId(id),
            new DoctorId(id),
            start,
            start.plusSeconds(60L * minutes),
            start,
            "Desk"),
        false);
  }
}
