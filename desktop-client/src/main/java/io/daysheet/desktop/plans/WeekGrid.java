package io.daysheet.desktop.plans;

import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.DoctorWeek.Absence;
import io.daysheet.desktop.plans.DoctorWeek.Block;
import io.daysheet.hospital.Closure;
import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The seven dates of a week side by side: closed time is shade, open time is paper, and what is
/// planned stands in it. One place is the cursor's; the keys work there.
final class WeekGrid extends Region {

  private static final double SCALE = 48;
  private static final double HEAD = 44;
  private static final double HOUR_AT_LEAST = 40;
  private static final double RAIL_STAYS_SEEN = 11;
  private static final int HOUR = 60;
  private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final Messages messages = Messages.beside(WeekGrid.class);
  private final WeekParts parts = new WeekParts(messages);
  private final Region cursor = new Region();
  private final List<Placed> placed = new ArrayList<>();
  private final Taps taps;
  private @Nullable DoctorWeek week;
  private WeekCursor.Place at = new WeekCursor.Place(0, MinuteOfDay.MIDNIGHT);
  private int first;
  private int last = 24 * HOUR;

  /// What clicks do.
  record Taps(
      Consumer<Block> onBlock,
      Consumer<Absence> onAbsence,
      BiConsumer<LocalDate, MinuteOfDay> onTime) {}

  /// A node at minutes of a date's column; the scale's column is -1.
  private record Placed(Node node, int day, double from, double until, double left) {}

  WeekGrid(Taps taps) {
    this.taps = taps;
    setId("week-grid");
    getStyleClass().setAll("week-grid");
    setFocusTraversable(true);
    cursor.getStyleClass().setAll("week-cursor");
    cursor.setMouseTransparent(true);
    cursor.visibleProperty().bind(focusedProperty());
  }

  /// @param today the hospital's date
  void show(DoctorWeek now, LocalDate today) {
    week = now;
    first = now.first().minutes();
    last = now.last().minutes();
    placed.clear();
    for (int hour = first; hour < last; hour += HOUR) {
      Label label = new Label(new MinuteOfDay(hour).toString());
      label.getStyleClass().setAll("label", "week-hour");
      place(label, -1, hour, hour + HOUR, 0);
    }
    for (LocalDate date : now.dates()) {
      column(now, date, today);
    }
    getChildren().setAll(placed.stream().map(Placed::node).toList());
    getChildren().add(cursor);
    setMinHeight(HEAD + (last - first) / (double) HOUR * HOUR_AT_LEAST);
    say();
    requestLayout();
  }

  private void column(DoctorWeek now, LocalDate date, LocalDate today) {
    int day = day(date);
    Region ground = region("week-closed");
    place(ground, day, first, last, 0);
    now.open(date)
        .forEach(open ->
            place(region("week-open"), day, open.open().minutes(), open.close().minutes(), 0));
    for (int hour = first; hour < last; hour += HOUR) {
      MinuteOfDay time = new MinuteOfDay(hour);
      Region cell = region("week-cell");
      cell.setOnMouseClicked(_ -> taps.onTime().accept(date, time));
      place(cell, day, hour, hour + HOUR, 0);
    }
    String closed = now.hospital().closureOn(date).map(Closure::reason).orElse("");
    VBox head = parts.head(date, closed);
    head.pseudoClassStateChanged(TODAY, date.equals(today));
    place(head, day, Double.NaN, Double.NaN, 0);
    for (Block block : now.blocks(date)) {
      Node node = parts.block(now, block);
      node.pseudoClassStateChanged(PAST, date.isBefore(today));
      node.setOnMouseClicked(_ -> taps.onBlock().accept(block));
      place(node, day, block.start().minutes(), block.end().minutes(), 0);
    }
    for (Absence absence : now.absences(date)) {
      Node node = parts.absence(absence);
      node.setOnMouseClicked(_ -> taps.onAbsence().accept(absence));
      boolean covers = now.blocks(date).stream().anyMatch(absence::overlaps);
      place(
          node,
          day,
          Math.max(first, absence.start().minutes()),
          Math.min(last, absence.end().minutes()),
          covers ? RAIL_STAYS_SEEN : 0);
    }
  }

  private static Region region(String style) {
    Region region = new Region();
    region.getStyleClass().setAll(style);
    return region;
  }

  private void place(Node node, int day, double from, double until, double left) {
    if (!(until <= from)) {
      placed.add(new Placed(node, day, from, until, left));
    }
  }

  private static int day(LocalDate date) {
    return date.getDayOfWeek().getValue() - 1;
  }

  void show(WeekCursor.Place now) {
    at = now;
    say();
    requestLayout();
  }

  /// Tells a screen reader what is at the cursor.
  private void say() {
    DoctorWeek shown = week;
    if (shown != null) {
      setAccessibleText(parts.spoken(shown, shown.monday().plusDays(at.day()), at.time()));
    }
  }

  @Override
  protected void layoutChildren() {
    double column = (getWidth() - SCALE) / 7;
    placed.forEach(each -> lay(each, column));
    double top = y(at.time().minutes());
    cursor.resizeRelocate(
        Math.rint(SCALE + at.day() * column),
        top,
        Math.rint(column),
        y(at.time().minutes() + HOUR) - top);
  }

  private void lay(Placed each, double column) {
    double x = each.day() < 0 ? 0 : Math.rint(SCALE + each.day() * column);
    double right = each.day() < 0 ? SCALE : Math.rint(SCALE + (each.day() + 1) * column);
    if (Double.isNaN(each.from())) {
      each.node().resizeRelocate(x, 0, right - x, HEAD);
    } else {
      double top = y(each.from());
      each.node()
          .resizeRelocate(x + each.left(), top, right - x - each.left(), y(each.until()) - top);
    }
  }

  private double y(double minutes) {
    double height = Math.max(0, getHeight() - HEAD);
    return Math.rint(HEAD + height * (minutes - first) / (last - first));
  }

  /// Whose height is not known yet takes what there is.
  @Override
  protected double computePrefHeight(double width) {
    return getMinHeight();
  }

  @Override
  protected double computePrefWidth(double height) {
    return SCALE + 7 * 110;
  }
}
