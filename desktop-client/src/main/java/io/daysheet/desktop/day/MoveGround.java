package io.daysheet.desktop.day;

import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What is seen of a visit that is on its way: its old place, and the places where it can't be.
final class MoveGround extends Pane {

  private final MovingViewModel moving;
  private final BoardHours hours;
  private final Function<SlotChoice, Optional<Rectangle2D>> places;

  /// @param places where a choice stands
  MoveGround(
      MovingViewModel moving,
      BoardHours hours,
      Function<SlotChoice, Optional<Rectangle2D>> places) {
    this.moving = moving;
    this.hours = hours;
    this.places = places;
    getStyleClass().setAll("move-ground");
    setMouseTransparent(true);
    // It is drawn when something is another, also in the middle of the board's layout.
    setManaged(false);
  }

  /// Takes that much room.
  ///
  /// @param redraw told if it is more or less than before
  void place(double width, double height, Runnable redraw) {
    boolean other = getWidth() != width || getHeight() != height;
    resizeRelocate(0, 0, width, height);
    if (other) {
      redraw.run();
    }
  }

  @Override
  protected void layoutChildren() {
    // What is on it is placed when it is shown.
  }

  /// Draws it anew for these doctors; nothing while nothing is on its way.
  void show(List<DoctorId> doctors) {
    if (!getChildren().isEmpty()) {
      getChildren().clear();
    }
    moving
        .visitProperty()
        .get()
        .ifPresent(visit -> {
          doctors.forEach(this::dim);
          source(visit);
        });
  }

  private void dim(DoctorId doctor) {
    for (TimeRange run : runs(new HashSet<>(moving.forbidden(doctor, hours.starts())))) {
      add("move-forbidden", new SlotChoice.EmptyTime(doctor, run));
    }
  }

  /// Rows beside each other are one.
  private List<TimeRange> runs(Set<Instant> forbidden) {
    List<TimeRange> runs = new ArrayList<>();
    for (TimeRange row : hours.rows()) {
      if (!forbidden.contains(row.start())) {
        continue;
      }
      boolean goesOn = !runs.isEmpty() && runs.getLast().end().equals(row.start());
      Instant start = goesOn ? runs.removeLast().start() : row.start();
      runs.add(new TimeRange(start, row.end()));
    }
    return runs;
  }

  private void source(Appointment visit) {
    hours
        .clip(visit.during())
        .ifPresent(range -> add("move-source", new SlotChoice.EmptyTime(visit.doctorId(), range)));
  }

  private void add(String style, SlotChoice at) {
    places
        .apply(at)
        .ifPresent(place -> {
          Region region = new Region();
          region.getStyleClass().setAll(style);
          region.setManaged(false);
          region.resizeRelocate(
              place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
          getChildren().add(region);
        });
  }
}
