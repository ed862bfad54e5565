package io.daysheet.desktop.board;

import java.time.Instant;

/// How far a write is.
public sealed interface Progress<T> {

  /// It is on its way for the first time.
  record Sending<T>() implements Progress<T> {}

  /// The answer was lost: nobody knows whether it was done, and the same command, with the same
  /// key, is asked again.
  ///
  /// @param attempt 2 for the second
  /// @param next when it is sent; equal to or before now while it is on its way
  record AskingAgain<T>(int attempt, Instant next) implements Progress<T> {}

  /// It is done, once.
  record Done<T>(T value) implements Progress<T> {}

  /// It was not done.
  record Refused<T>(Refusal refusal) implements Progress<T> {}
}
