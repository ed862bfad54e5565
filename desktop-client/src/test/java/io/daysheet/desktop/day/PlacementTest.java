package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.day.Placement.Side;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacementTest {
  @Test
  void aFormStandsAtTheRightOfItsSlot() {
    Placement placement = Placement.beside(new Rectangle2D(200, 300, 140, 60), 412, 400, 1280, 680);

    assertThat(placement).isEqualTo(new Placement(350, 130, Side.RIGHT, 200));
  }

  @Test
  void nearTheRightEdgeItFlips() {
    Placement placement =
        Placement.beside(new Rectangle2D(1000, 300, 140, 60), 412, 400, 1280, 680);

    assertThat(placement.side()).isEqualTo(Side.LEFT);
    assertThat(placement.x() + 412).isEqualTo(990);
  }

  /// On a board of the smallest size it is always inside and, beside its slot, never covers it.
  @Property(tries = 500)
  void itStaysInsideAndOffItsSlot(
      @ForAll @IntRange(min = 48, max = 820) int x,
      @ForAll @IntRange(min = 60, max = 540) int y,
      @ForAll @IntRange(min = 200, max = 500) int height) {
    Rectangle2D slot = new Rectangle2D(x, y, 140, 30);
    Placement placement = Placement.beside(slot, 380, height, 960, 580);

    assertThat(placement.x()).isBetween(0.0, 960.0 - 380);
    assertThat(placement.y()).isBetween(0.0, 580.0 - height);
    if (placement.side() == Side.LEFT || placement.side() == Side.RIGHT) {
      assertThat(slot.intersects(placement.x(), placement.y(), 380, height)).isFalse();
      assertThat(placement.arrow()).isBetween(0.0, (double) height);
    }
  }
}
