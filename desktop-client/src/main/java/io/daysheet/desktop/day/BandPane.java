package io.daysheet.desktop.day;

import io.daysheet.desktop.day.Block.Writing;
import io.daysheet.desktop.fx.Icons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An availability on the board: a pale band with a rail, a line for each slot, and the words of
/// the free ones. Above the now it loses its blue.
final class BandPane extends Pane {
  private static final double RAIL = 4;
  private static final double TEXT = 13;
  private static final PseudoClass SAVING = PseudoClass.getPseudoClass("saving");

  private final Region past = part("band-past");
  private final Region rail = part("band-rail");
  private final Region pastRail = part("band-rail-past");
  private final List<Region> lines = new ArrayList<>();
  private final List<VBox> words = new ArrayList<>();
  private final List<Instant> wordStarts = new ArrayList<>();
  private Band band;
  private TimeAxis axis;
  private Instant now;

  BandPane(Band band, TimeAxis axis, Instant now, boolean live, DayWording wording) {
    this.band = band;
    this.axis = axis;
    this.now = now;
    getStyleClass().setAll("band");
    setMouseTransparent(true);
    show(band, live, wording);
  }

  /// Says the rows anew.
  void show(Band shown, boolean live, DayWording wording) {
    band = shown;
    lines.clear();
    words.clear();
    wordStarts.clear();
    pseudoClassStateChanged(SAVING, shown.writing() == Writing.SAVING);
    for (Band.Row row : shown.rows()) {
      if (row.range().start().isAfter(shown.shown().start())) {
        lines.add(part("band-line"));
      }
      if (row.free()) {
        words.add(words(row, shown, live, wording));
        wordStarts.add(row.range().start());
      }
    }
    getChildren().setAll(past, rail, pastRail);
    getChildren().addAll(lines);
    getChildren().addAll(words);
    requestLayout();
  }

  void place(TimeAxis places, Instant moment) {
    axis = places;
    now = moment;
    requestLayout();
  }

  Band band() {
    return band;
  }

  private static VBox words(Band.Row row, Band band, boolean live, DayWording wording) {
    Label start = label(wording.slot(row.range().start(), live), live ? "slot-free" : "slot-was");
    VBox box = new VBox(start);
    if (row.freedAt() != null) {
      Label freed = label(wording.freed(row.freedAt()), "slot-note");
      freed.setGraphic(Icons.icon("bi-arrow-counterclockwise", "note-icon"));
      box.getChildren().add(freed);
    } else if (row.first()) {
      box.getChildren().add(label(wording.within(band), "slot-note"));
    }
    box.setMinSize(0, 0);
    return box;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    return label;
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().setAll(style);
    part.setManaged(false);
    return part;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double top = axis.y(band.shown().start());
    double gone = Math.clamp(axis.y(now) - top, 0, height);
    past.resizeRelocate(0, 0, width, gone);
    pastRail.resizeRelocate(0, 0, RAIL, gone);
    rail.resizeRelocate(0, gone, RAIL, height - gone);
    int line = 0;
    for (Band.Row row : band.rows()) {
      if (row.range().start().isAfter(band.shown().start())) {
        lines.get(line++).resizeRelocate(RAIL, axis.y(row.range().start()) - top, width - RAIL, 1);
      }
    }
    for (int i = 0; i < words.size(); i++) {
      placeWords(words.get(i), wordStarts.get(i), top, width);
    }
  }

  private void placeWords(VBox box, Instant start, double top, double width) {
    Band.Row row =
        band.rows().stream().filter(r -> r.range().start().equals(start)).findFirst().orElseThrow();
    double y = axis.y(start) - top;
    double slot = axis.y(row.range().end()) - axis.y(start);
    boolean one = slot < 40;
    for (int i = 1; i < box.getChildren().size(); i++) {
      box.getChildren().get(i).setVisible(!one);
    }
    double inset = one ? Math.max(0, Math.rint((slot - 16) / 2)) : 6;
    box.resizeRelocate(TEXT, y + inset, Math.max(0, width - TEXT - 4), Math.max(0, slot - inset));
  }
}
