package io.daysheet.desktop.day;

import io.daysheet.desktop.board.Connection;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The day board: corner and heads above, the hours at the left, the columns in the middle, and a
/// layer over all of it for forms and notices.
///
/// It is one stop for the keyboard; the arrow keys move a cursor on it. Another day or hospital
/// builds it anew, a single change never does.
public final class DayBoard extends Pane {
  static final double SCALE_WIDTH = 48;
  private static final double HEADER_HEIGHT = 60;
  private static final double OUTSIDE_HEIGHT = 21;
  private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

  private final DayViewModel day;
  private final BoardKeys keys;
  private final BoardScroll scroll = new BoardScroll();
  private final Pane header = clipped("board-header");
  private final Pane scale = clipped("board-scale");
  private final Label corner = new Label();
  private final BoardMessage message;
  private final BoardLayer layer;
  private final InvalidationListener geometryChanged = _ -> requestLayout();
  private @Nullable Shown shown;
  private boolean stale = true;

  private record Shown(
      BoardHours hours, Wordings wordings, BoardBody body, TimeScale scale, OutsideStrip outside) {}

  public DayBoard(DayViewModel day) {
    this.day = day;
    this.keys = new BoardKeys(day);
    this.layer = new BoardLayer(this);
    this.message = new BoardMessage(day);
    getStyleClass().setAll("board");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    corner.getStyleClass().setAll("label", "board-corner");
    scroll.viewportBoundsProperty().addListener(geometryChanged);
    scroll.hvalueProperty().addListener(geometryChanged);
    scroll.vvalueProperty().addListener(geometryChanged);
    getChildren().setAll(scroll, header, scale, corner, message, layer);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    day.hoursProperty().subscribe(this::outdate);
    day.columns().addListener((ListChangeListener<DoctorColumnViewModel>) _ -> outdate());
    day.connectionProperty().subscribe(this::connectionChanged);
    day.dateProperty().subscribe(this::coverAnotherDay);
    day.hospitalProperty().subscribe(this::coverAnotherDay);
    day.nowProperty().subscribe(this::tick);
    day.cursorProperty().subscribe(this::cursorMoved);
    day.moving().visitProperty().subscribe(this::showMoving);
  }

  /// Where forms and notices stand.
  public BoardLayer layer() {
    return layer;
  }

  private static Pane clipped(String style) {
    Pane pane =
        new Pane() {
          @Override
          protected void layoutChildren() {
            // The board places its heads and hours together with the columns.
          }
        };
    pane.getStyleClass().setAll(style);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(pane.widthProperty());
    clip.heightProperty().bind(pane.heightProperty());
    pane.setClip(clip);
    return pane;
  }

  /// Another day or other columns: built anew once, when it is next looked at.
  private void outdate() {
    stale = true;
    requestLayout();
  }

  private @Nullable Shown shown() {
    if (stale) {
      stale = false;
      build();
    }
    return shown;
  }

  private void build() {
    if (shown != null) {
      shown.body().dispose();
    }
    BoardHours hours = day.hoursProperty().get();
    if (hours == null) {
      shown = null;
      message.say(null);
      setAccessibleText(message.getText());
      return;
    }
    Wordings wordings = Wordings.in(hours.zone());
    BoardBody body = new BoardBody(day, wordings, hours, this::showOutside);
    TimeScale hourLabels = new TimeScale(hours, body.axis(), wordings.clock());
    OutsideStrip outside = new OutsideStrip(wordings);
    shown = new Shown(hours, wordings, body, hourLabels, outside);
    corner.setText(wordings.clock().zoneName(hours.opens()));
    header.getChildren().setAll(body.columns().stream().map(c -> (Node) c.header()).toList());
    scale.getChildren().setAll(hourLabels);
    scroll.setContent(body);
    getChildren().setAll(scroll, header, scale, corner, outside, message, layer);
    showOutside();
    coverAnotherDay();
    requestLayout();
  }

  /// Takes the visits of another day than the wanted one out of sight, and puts them back.
  private void coverAnotherDay() {
    if (stale || shown == null) {
      return;
    }
    boolean covered = message.coversTheDay();
    for (Node part : List.of(scroll, header, scale, corner, shown.outside())) {
      part.setOpacity(covered ? 0 : 1);
      part.setMouseTransparent(covered);
    }
    message.say(shown.hours());
    sayCursor(shown);
  }

  private void showOutside() {
    if (!stale && shown != null) {
      shown.outside().show(day.columns(), shown.wordings(), day.nowProperty().get());
      shown.body().requestLayout();
      requestLayout();
    }
  }

  private void connectionChanged() {
    pseudoClassStateChanged(OFFLINE, day.connectionProperty().get() instanceof Connection.Offline);
    if (!stale && shown != null) {
      shown.body().setLive(!day.isReadOnly());
    }
    coverAnotherDay();
  }

  private void tick() {
    if (!stale && shown != null) {
      shown.body().tick(day.nowProperty().get());
      shown.scale().place(shown.body().axis(), day.nowProperty().get(), shown.body().isToday());
    }
  }

  private void cursorMoved() {
    if (stale || shown == null) {
      return;
    }
    Shown on = shown;
    on.body().showCursor();
    sayCursor(on);
    day.atCursor().flatMap(on.body()::bounds).ifPresent(scroll::reveal);
  }

  private void showMoving() {
    if (!stale && shown != null) {
      shown.body().showMoving();
      sayCursor(shown);
    }
  }

  /// Without a cursor, or with another day than the wanted one, the board says why.
  private void sayCursor(Shown on) {
    setAccessibleText(
        message.coversTheDay()
            ? message.getText()
            : day.atCursor().map(choice -> spoken(on, choice)).orElseGet(message::getText));
  }

  private String spoken(Shown on, SlotChoice choice) {
    String doctor =
        day.columns().stream()
            .filter(column -> column.doctor().id().equals(choice.doctor()))
            .map(column -> column.doctor().name())
            .findFirst()
            .orElse("");
    return on.body()
        .target()
        .map(target -> on.wordings().spoken(target, doctor))
        .orElseGet(() -> on.wordings().spoken(choice, doctor, day.nowProperty().get()));
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() == this && keys.pressed(event)) {
      event.consume();
    }
  }

  /// Where a form is open; null when none is.
  void formAt(@Nullable SlotChoice slot) {
    day.contents().formAt(slot);
  }

  /// How places are told that could be taken instead of one.
  GhostWording ghostWording(SlotChoice wanted) {
    BoardHours hours = day.hoursProperty().get();
    Wordings wordings = Wordings.in(hours == null ? ZoneOffset.UTC : hours.zone());
    return new GhostWording(wordings.messages(), wordings.clock(), wanted);
  }

  /// Where a choice stands on the board; empty if it has no place there.
  Optional<Rectangle2D> place(SlotChoice choice) {
    Shown on = shown();
    if (on == null) {
      return Optional.empty();
    }
    return on.body()
        .bounds(choice)
        .map(in ->
            new Rectangle2D(
                in.getMinX() + SCALE_WIDTH - scroll.shiftX(),
                in.getMinY() + HEADER_HEIGHT - scroll.shiftY(),
                in.getWidth(),
                in.getHeight()));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    layer.resizeRelocate(0, 0, width, height);
    message.resizeRelocate(SCALE_WIDTH, HEADER_HEIGHT + 48, width - SCALE_WIDTH, 24);
    corner.resizeRelocate(0, 0, SCALE_WIDTH, HEADER_HEIGHT);
    header.resizeRelocate(SCALE_WIDTH, 0, width - SCALE_WIDTH, HEADER_HEIGHT);
    Shown on = shown();
    if (on == null) {
      scroll.setVisible(false);
      return;
    }
    double strip = on.outside().isVisible() ? OUTSIDE_HEIGHT : 0;
    double bodyHeight = height - HEADER_HEIGHT - strip;
    scroll.setVisible(true);
    BoardSize.of(on.hours(), day.columns().size(), width - SCALE_WIDTH, bodyHeight)
        .applyTo(on.body());
    scroll.resizeRelocate(SCALE_WIDTH, HEADER_HEIGHT, width - SCALE_WIDTH, bodyHeight);
    scroll.layout();
    scale.resizeRelocate(0, HEADER_HEIGHT, SCALE_WIDTH, bodyHeight);
    on.scale().resizeRelocate(0, -scroll.shiftY(), SCALE_WIDTH, on.body().getHeight());
    on.scale()
        .place(
            TimeAxis.over(on.hours(), on.body().getHeight()),
            day.nowProperty().get(),
            on.body().isToday());
    double content = on.body().getWidth();
    List<ColumnView> columns = on.body().columns();
    for (int i = 0; i < columns.size(); i++) {
      double left = BoardGrid.columnLeft(i, columns.size(), content);
      double right = BoardGrid.columnLeft(i + 1, columns.size(), content);
      columns
          .get(i)
          .header()
          .resizeRelocate(left - scroll.shiftX(), 0, right - left, HEADER_HEIGHT);
    }
    on.outside().resizeRelocate(0, height - strip, width, strip);
    on.outside().place(SCALE_WIDTH, scroll.shiftX(), content);
    layer.requestLayout();
  }
}
