package io.daysheet.desktop.remote;

/// Something that was asked for and has not come yet.
@FunctionalInterface
public interface Request {
  /// Nothing is heard of it any more, even if its answer is already on the way. The server may
  /// still have done what it was asked to.
  void cancel();
}
