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
import javafx.util.Subscription;

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
  private final MoveGround moves;
  private final CardDrag drag;
  private final Subscription contents;
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
    this.moves = new MoveGround(day.moving(), hours, this::bounds);
    this.drag = new CardDrag(day, this::choiceAt, this::columnAt, y -> axis.at(y));
    overlay.getChildren().setAll(hover, cursor);
    getChildren().setAll(grid, ground, nowLine, cardLayer, moves, overlay);
    for (DoctorColumnViewModel column : day.columns()) {
      columns.add(
          new ColumnView(
              column, wordings, ground, axis, minute, !day.isReadOnly(), outsideChanged));
    }
    cardLayer.getChildren().setAll(columns.stream().map(c -> (Node) c.cards().node()).toList());
    this.contents = day.contents().revisionProperty().subscribe(this::paintMoves);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, drag::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, drag::released);
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
    contents.unsubscribe();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    axis = TimeAxis.over(hours, height);
    for (Pane layer : List.of(grid, ground, cardLayer, overlay)) {
      layer.resizeRelocate(0, 0, width, height);
    }
    moves.place(width, height, this::paintMoves);
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
    Optional<MovingViewModel.Target> target = target();
    if (target.isPresent()) {
      showTarget(target.get());
    } else if (choice.isEmpty()) {
      cursor.hide();
    } else {
      mark(cursor, choice.get());
    }
  }

  /// Draws what is on its way anew: it was taken up or let go of, or the day is another one.
  void showMoving() {
    paintMoves();
    hover.hide();
    showCursor();
  }

  private void paintMoves() {
    moves.show(columns.stream().map(column -> column.model().doctor().id()).toList());
  }

  /// Where a visit that is on its way would go; empty if none is.
  Optional<MovingViewModel.Target> target() {
    return Optional.ofNullable(day.cursorProperty().get())
        .flatMap(at -> day.moving().at(at.doctor(), at.start()));
  }

  private void showTarget(MovingViewModel.Target target) {
    boolean allowed = target.whyNot().isEmpty();
    String start = wordings.clock().time(target.range().start());
    String what = wordings.messages().get(allowed ? "move.to" : "move.not", start);
    String how = allowed ? wordings.messages().get("cursor.enter") : target.whyNot();
    bounds(target.place())
        .ifPresentOrElse(place -> cursor.showTarget(place, what, how, allowed), cursor::hide);
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

  private Optional<ColumnView> columnAt(double x) {
    int index = (int) Math.floor(x * columns.size() / Math.max(1, getWidth()));
    return index < 0 || index >= columns.size()
        ? Optional.empty()
        : Optional.of(columns.get(index));
  }

  private Optional<SlotChoice> choiceAt(double x, double y) {
    return columnAt(x)
        .flatMap(column ->
            column
                .cards()
                .at(x - left(columns.indexOf(column)), y)
                .map(block -> column.model().choice(block))
                .or(() -> day.choiceAt(column.model().doctor().id(), axis.at(y))));
  }

  private void pointed(MouseEvent event) {
    if (day.moving().isMoving()) {
      return;
    }
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
    if (event.isStillSincePress()) {
      choiceAt(event.getX(), event.getY())
          .ifPresent(choice -> clicked(event.getButton(), choice, axis.at(event.getY())));
    }
  }

  /// The other button shows the availability itself.
  private void clicked(MouseButton button, SlotChoice choice, Instant at) {
    if (button == MouseButton.PRIMARY) {
      chosen(choice, at);
    } else if (button == MouseButton.SECONDARY && !day.moving().isMoving()) {
      day.moveCursorTo(choice.doctor(), at);
      day.moving().command(by -> by.arrange(choice));
    }
  }

  /// A click while a visit is on its way lets go of it there.
  private void chosen(SlotChoice choice, Instant at) {
    day.moveCursorTo(choice.doctor(), at);
    point(Optional.empty());
    SlotCursor here = day.cursorProperty().get();
    if (day.moving().isMoving() && here != null) {
      boolean _ = day.moving().drop(here.doctor(), here.start());
    } else {
      day.choose(choice);
    }
  }
}
