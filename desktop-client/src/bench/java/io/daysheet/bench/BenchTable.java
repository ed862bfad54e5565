package io.daysheet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The one table that a run prints, with the machine's facts above and notes below.
record BenchTable(List<String> facts, List<Row> rows, List<String> notes) {

  String text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Row.TITLES);
    rows.forEach(row -> lines.add(row.cells()));
    int[] widths =
        IntStream.range(0, Row.TITLES.size())
            .map(cell -> lines.stream().mapToInt(line -> line.get(cell).length()).max().orElse(0))
            .toArray();
    var text = new StringBuilder();
    facts.forEach(fact -> text.append(fact).append('\n'));
    text.append('\n');
    for (int i = 0; i < lines.size(); i++) {
      text.append(aligned(lines.get(i), widths)).append('\n');
      if (i == 0) {
        text.append(rule(widths)).append('\n');
      }
    }
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }

  private static String aligned(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(int[] widths) {
    return IntStream.of(widths)
        .mapToObj("-"::repeat)
        .collect(Collectors.joining("-|-", "|-", "-|"));
  }
}
