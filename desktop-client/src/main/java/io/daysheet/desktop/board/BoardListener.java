package io.daysheet.desktop.board;

/// Hears what becomes of the board, in order, on the board's executor.
@FunctionalInterface
public interface BoardListener {
  void heard(BoardNews news);
}
