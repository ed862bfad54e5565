package io.daysheet.desktop.booking;

import io.daysheet.desktop.board.SlotKeeper;
import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How long the slot of a booking form is kept yet. While the form is open it is kept for longer
/// again and again, so the time goes up, too.
public final class HeldTime {

  /// What is left of it.
  ///
  /// @param share of the time for which the hospital holds a slot, from 0 to 1
  public record Left(String text, double share) {}

  private final Messages messages = Messages.beside(HeldTime.class);
  private final SlotKeeper keeper;
  private final InstantSource clock;
  private final Duration whole;
  private final ReadOnlyObjectWrapper<Optional<Left>> left =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param whole for how long the hospital holds a slot
  public HeldTime(SlotKeeper keeper, InstantSource clock, Duration whole) {
    this.keeper = keeper;
    this.clock = clock;
    this.whole = whole;
    tick();
  }

  /// Empty while the slot is not kept.
  ReadOnlyObjectProperty<Optional<Left>> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /// A second has passed, or it is kept for longer.
  public void tick() {
    left.set(
        keeper.state() instanceof SlotKeeper.State.Kept(var hold)
            ? left(Duration.between(clock.instant(), hold.until()))
            : Optional.empty());
  }

  private Optional<Left> left(Duration rest) {
    if (rest.isNegative() || rest.isZero()) {
      return Optional.empty();
    }
    double share = Math.min(1, (double) rest.toMillis() / whole.toMillis());
    return Optional.of(new Left(messages.get("hold.left", WallTimes.countdown(rest)), share));
  }
}
