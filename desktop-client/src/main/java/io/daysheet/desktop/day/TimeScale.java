package io.daysheet.desktop.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// The hours at the left of the board, and the now.
///
/// An hour that the clock shows twice is named twice, each with its zone's name at that moment; one
/// that is skipped is not there.
final class TimeScale extends Pane {
  private final List<Label> labels = new ArrayList<>();
  private final List<Instant> hours = new ArrayList<>();
  private final Label badge = new Label();
  private final HospitalClock clock;
  private TimeAxis axis;
  private Instant now;
  private boolean today;

  TimeScale(BoardHours shown, TimeAxis axis, HospitalClock clock) {
    this.axis = axis;
    this.clock = clock;
    this.now = shown.opens();
    getStyleClass().setAll("time-scale-pane");
    badge.getStyleClass().setAll("label", "now-badge");
    for (Instant hour : fullHours(shown)) {
      hours.add(hour);
      labels.add(label(hour));
    }
    getChildren().addAll(labels);
    getChildren().add(badge);
  }

  /// The instants in the opening hours at which the clock shows a full hour.
  static List<Instant> fullHours(BoardHours shown) {
    List<Instant> full = new ArrayList<>();
    for (Instant at = shown.opens();
        at.isBefore(shown.closes());
        at = at.plus(Duration.ofMinutes(1))) {
      if (at.atZone(shown.zone()).getMinute() == 0) {
        full.add(at);
      }
    }
    return full;
  }

  private Label label(Instant hour) {
    Label label = new Label(text(hour, clock));
    label.getStyleClass().setAll("label", "hour-label");
    return label;
  }

  /// "09:00"; of two equal hours each with its zone's name below.
  static String text(Instant hour, HospitalClock clock) {
    String time = clock.time(hour);
    boolean twice = clock.repeats(hour) || clock.isRepeated(hour);
    return twice ? time + "\n" + clock.zoneName(hour) : time;
  }

  void place(TimeAxis places, Instant moment, boolean isToday) {
    axis = places;
    now = moment;
    today = isToday;
    badge.setText(clock.time(moment));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double at = axis.y(now);
    badge.setVisible(today);
    badge.resizeRelocate(4, Math.rint(at - 9), getWidth() - 8, 18);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      double height = label.prefHeight(-1);
      double y = Math.max(2, Math.rint(axis.y(hours.get(i)) - 8));
      label.resizeRelocate(0, y, getWidth() - 8, height);
      label.setVisible(!today || Math.abs(y + 8 - at) > 16);
    }
  }
}
