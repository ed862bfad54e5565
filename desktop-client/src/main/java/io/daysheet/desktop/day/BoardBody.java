package io.daysheet.desktop.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What scrolls: the ground, the bands, the now, the cards, and the marks above them, in this
/// order.
///
/// It takes all of the pointer's events itself; the cards get none.
final class BoardBody extends Pane {
  private final DayViewModel day;
  private final Wordings wordings;
  private final BoardHours hours;
  private final BoardGrid grid;
  private final Pane ground = layer();
  private final Region nowLine = new Region();
  private final Pane cardLayer = layer();
  private final Pane overlay = layer();
  private final SlotMark cursor = new SlotMark("cursor");
  private final SlotMark hover = new SlotMark("hover");
  private final List<ColumnView> columns = new ArrayList<>();
  private TimeAxis axis;
  private Instant minute;

  BoardBody(DayViewModel day, Wordings wordings, BoardHours hours, Runnable outsideChanged) {
    this.day = day;
    this.wordings = wordings;
    this.hours = hours;
    this.axis = TimeAxis.over(hours, 1);
    this.minute = day.nowProperty().get();
    this.grid = new BoardGrid(hours, axis, day.columns().size());
    getStyleClass().setAll("board-body");
    nowLine.getStyleClass().setAll("now-line");
    nowLine.setManaged(false);
    nowLine.setMouseTransparent(true);
    overlay.getChildren().setAll(hover, cursor);
    getChildren().setAll(grid, ground, nowLine, cardLayer, overlay);
    for (DoctorColumnViewModel column : day.columns()) {
      columns.add(
          new ColumnView(
              column, wordings, ground, axis, minute, !day.isReadOnly(), outsideChanged));
    }
    cardLayer.getChildren().setAll(columns.stream().map(c -> (Node) c.cards().node()).toList());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private static Pane layer() {
    Pane layer =
        new Pane() {
          @Override
          protected void layoutChildren() {
            // Everything on a layer is placed by the body.
          }
        };
    layer.setMouseTransparent(true);
    return layer;
  }

  List<ColumnView> columns() {
    return columns;
  }

  TimeAxis axis() {
    return axis;
  }

  void dispose() {
    columns.forEach(ColumnView::dispose);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    axis = TimeAxis.over(hours, height);
    for (Pane layer : List.of(grid, ground, cardLayer, overlay)) {
      layer.resizeRelocate(0, 0, width, height);
    }
    grid.place(axis);
    for (int i = 0; i < columns.size(); i++) {
      double left = left(i);
      columns.get(i).place(axis, left, left(i + 1) - left, height);
    }
    placeNow();
    showCursor();
  }

  private double left(int column) {
    return BoardGrid.columnLeft(column, columns.size(), getWidth());
  }

  private void placeNow() {
    nowLine.setVisible(isToday());
    nowLine.resizeRelocate(0, axis.y(day.nowProperty().get()) - 2, getWidth(), 4);
  }

  /// Whether the hospital's now lies in the hours that are shown.
  boolean isToday() {
    Instant now = day.nowProperty().get();
    return !now.isBefore(hours.opens()) && now.isBefore(hours.closes());
  }

  void tick(Instant now) {
    boolean wholeMinute = now.getEpochSecond() / 60 != minute.getEpochSecond() / 60;
    minute = now;
    columns.forEach(column -> column.tick(now, wholeMinute));
    if (wholeMinute) {
      placeNow();
      showCursor();
    }
  }

  void setLive(boolean live) {
    columns.forEach(column -> column.setLive(live));
    point(Optional.empty());
    showCursor();
  }

  /// Draws the cursor anew; its place or what lies there has changed.
  void showCursor() {
    Optional<SlotChoice> choice = day.atCursor();
    if (choice.isEmpty()) {
      cursor.hide();
    } else {
      mark(cursor, choice.get());
    }
  }

  private void mark(SlotMark mark, SlotChoice choice) {
    String second =
        day.isReadOnly()
            ? wordings.messages().get("offline.read-only")
            : switch (choice) {
              case SlotChoice.EmptyTime empty ->
                  wordings
                      .messages()
                      .get("cursor.from", wordings.clock().time(empty.range().start()));
              case SlotChoice.FreeSlot _ -> wordings.messages().get("cursor.enter");
              case SlotChoice.OnVisit _, SlotChoice.OnHold _, SlotChoice.Nothing _ ->
                  wordings.clock().time(choice.range().start());
            };
    bounds(choice)
        .ifPresentOrElse(
            place -> mark.show(choice, place, invitation(choice), second, !day.isReadOnly()),
            mark::hide);
  }

  private String invitation(SlotChoice choice) {
    return day.isReadOnly() && choice instanceof SlotChoice.FreeSlot
        ? wordings.day().slot(choice.range().start(), false)
        : wordings.day().invitation(choice);
  }

  /// Where a choice stands in the body; empty if its doctor has no column.
  Optional<Rectangle2D> bounds(SlotChoice choice) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).model().doctor().id().equals(choice.doctor())) {
        double left = left(i);
        Rectangle2D in = columns.get(i).bounds(choice, left(i + 1) - left);
        return Optional.of(
            new Rectangle2D(left + in.getMinX(), in.getMinY(), in.getWidth(), in.getHeight()));
      }
    }
    return Optional.empty();
  }

  private Optional<SlotChoice> choiceAt(double x, double y) {
    int index = (int) (x * columns.size() / Math.max(1, getWidth()));
    if (index < 0 || index >= columns.size()) {
      return Optional.empty();
    }
    ColumnView column = columns.get(index);
    return column
        .cards()
        .at(x - left(index), y)
        .map(block -> column.model().choice(block))
        .or(() -> day.choiceAt(column.model().doctor().id(), axis.at(y)));
  }

  private void pointed(MouseEvent event) {
    point(choiceAt(event.getX(), event.getY()));
  }

  private void point(Optional<SlotChoice> choice) {
    for (ColumnView column : columns) {
      column
          .cards()
          .point(
              choice
                  .filter(at -> at.doctor().equals(column.model().doctor().id()))
                  .flatMap(ColumnView::card));
    }
    boolean inviting =
        choice.isPresent()
            && (choice.get() instanceof SlotChoice.EmptyTime
                || choice.get() instanceof SlotChoice.FreeSlot)
            && !day.isReadOnly()
            && !isAtCursor(choice.get());
    if (inviting) {
      mark(hover, choice.get());
    } else {
      hover.hide();
    }
  }

  private boolean isAtCursor(SlotChoice choice) {
    return day.atCursor().filter(choice::equals).isPresent();
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      choiceAt(event.getX(), event.getY())
          .ifPresent(choice -> {
            day.moveCursorTo(choice.doctor(), axis.at(event.getY()));
            point(Optional.empty());
            day.choose(choice);
          });
    }
  }
}
