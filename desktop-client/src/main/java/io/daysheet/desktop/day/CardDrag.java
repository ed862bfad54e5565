package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Visit;
import io.daysheet.hospital.DoctorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Moves cards with the mouse: a card goes along with the cursor of the keys, by the row in which
/// it was grabbed. A few pixels make the difference between a click and a drag.
final class CardDrag {

  private static final double A_CLICK = 4;

  private final DayViewModel day;
  private final BiFunction<Double, Double, Optional<SlotChoice>> choices;
  private final DoubleFunction<Optional<ColumnView>> columns;
  private final DoubleFunction<Instant> times;
  private @Nullable Grabbed grabbed;
  private boolean dragging;

  /// A card under the pressed button.
  ///
  /// @param into how much later than the visit's start the pointer is
  private record Grabbed(Visit visit, Point2D from, Duration into) {}

  /// What lies under the pointer: the choice at x and y, the column at x, the time at y.
  CardDrag(
      DayViewModel day,
      BiFunction<Double, Double, Optional<SlotChoice>> choices,
      DoubleFunction<Optional<ColumnView>> columns,
      DoubleFunction<Instant> times) {
    this.day = day;
    this.choices = choices;
    this.columns = columns;
    this.times = times;
  }

  void pressed(MouseEvent event) {
    dragging = false;
    grabbed = null;
    if (event.getButton() == MouseButton.PRIMARY
        && !day.isReadOnly()
        && choices.apply(event.getX(), event.getY()).orElse(null)
            instanceof SlotChoice.OnVisit(DoctorId _, Visit visit)) {
      Instant at = times.apply(event.getY());
      grabbed =
          new Grabbed(
              visit,
              new Point2D(event.getX(), event.getY()),
              Duration.between(visit.during().start(), at));
    }
  }

  void dragged(MouseEvent event) {
    Grabbed card = grabbed;
    if (card == null) {
      return;
    }
    if (!dragging && card.from().distance(event.getX(), event.getY()) > A_CLICK) {
      dragging = true;
      day.moving().command(by -> by.takeUp(card.visit()));
    }
    if (dragging && day.moving().isMoving()) {
      columns
          .apply(event.getX())
          .map(column -> column.model().doctor().id())
          .ifPresent(doctor -> day.moveCursorTo(doctor, start(card, event)));
    }
  }

  /// The start of the row that is nearest to where the card hangs.
  private Instant start(Grabbed card, MouseEvent event) {
    Duration row = day.hoursProperty().get().slot();
    return times.apply(event.getY()).minus(card.into()).plus(row.dividedBy(2));
  }

  /// What can't be dropped there goes back; why not has been told.
  void released(MouseEvent event) {
    SlotCursor cursor = day.cursorProperty().get();
    if (dragging && cursor != null && day.moving().isMoving()) {
      boolean inside = columns.apply(event.getX()).isPresent();
      if (!inside || !day.moving().drop(cursor.doctor(), cursor.start())) {
        day.moving().stop();
      }
    }
    grabbed = null;
    dragging = false;
  }
}
