package io.daysheet.desktop.remote;

/// What became of an export that the server gave.
public sealed interface Exported {

  /// The file is there, and whole.
  record Whole(long lines) implements Exported {}

  /// This computer could not write it; nothing of it is there.
  record NotWritten(Why why) implements Exported {}

  /// Why a file can't be written.
  enum Why {
    NO_ROOM,
    /// The folder is not there, or may not be written.
    NO_PLACE
  }
}
