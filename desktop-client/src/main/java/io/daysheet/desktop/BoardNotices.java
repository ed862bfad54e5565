package io.daysheet.desktop;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.day.DayViewModel;
import io.daysheet.desktop.day.Notice;
import io.daysheet.desktop.form.Jump;
import io.daysheet.desktop.form.Obstacle;
import io.daysheet.desktop.form.RefusalWording;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells on the board what no form is open to tell.
///
/// @param show shows what is in the way
record BoardNotices(Board board, DayViewModel day, Consumer<Jump> show) {

  /// What did not happen, with everything that is in the way and a jump to the first of it.
  void refused(String title, Refusal refusal) {
    List<Obstacle> obstacles = RefusalWording.of(board).say(refusal);
    String text = obstacles.stream().map(Obstacle::text).collect(Collectors.joining(" "));
    List<Notice.Way> ways = obstacles.stream().flatMap(this::way).limit(1).toList();
    day.notify(new Notice(title, text, refusal.code(), ways));
  }

  private Stream<Notice.Way> way(Obstacle obstacle) {
    Jump jump = obstacle.jump();
    String label = obstacle.jumpLabel();
    return jump == null || label == null
        ? Stream.empty()
        : Stream.of(new Notice.Way(label, () -> show.accept(jump)));
  }
}
