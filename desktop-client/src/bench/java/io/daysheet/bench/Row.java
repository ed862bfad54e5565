package io.daysheet.bench;

import java.util.List;
import java.util.Locale;

/// A line of the table.
///
/// @param ratio of ours to the yardstick, or what else the goal is about
record Row(String work, String yardstick, String ours, String ratio, String goal, boolean met) {

  static final List<String> TITLES = List.of("work", "yardstick", "ours", "ratio", "goal", "met?");

  /// Six cells with a tab between, as another module's bench or a child process writes them.
  static Row parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != TITLES.size()) {
      throw new IllegalArgumentException("not a row: " + line);
    }
    return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5].equals("met"));
  }

  String line() {
    return String.join("\t", cells());
  }

  List<String> cells() {
    return List.of(work, yardstick, ours, ratio, goal, met ? "met" : "missed");
  }

  /// A figure as it is told: the same digits on every machine.
  @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that is not used here
  static String figure(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
