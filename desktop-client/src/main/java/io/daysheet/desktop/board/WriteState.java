package io.daysheet.desktop.board;

/// Whether what the board shows is what the server has.
public enum WriteState {
  /// As the server has it.
  SAVED,
  /// Made on this desk; the server has not answered yet.
  SAVING,
  /// Being cancelled or removed by this desk; the server has not answered yet.
  REMOVING;

  public boolean isPending() {
    return this != SAVED;
  }
}
