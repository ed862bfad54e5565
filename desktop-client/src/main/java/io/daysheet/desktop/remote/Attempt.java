package io.daysheet.desktop.remote;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A command, once at a time. If nobody answered it, the same again has the same key, so nothing is
/// done twice.
public final class Attempt implements AutoCloseable {

  private final Runnable changed;
  private @Nullable Sent last;
  private @Nullable Request asking;
  private boolean underWay;

  private record Sent(Object what, CommandKey key) {}

  /// How a command is sent.
  @FunctionalInterface
  public interface Way<T> {
    Request send(CommandKey key, Consumer<Outcome<T>> then);
  }

  /// Sends commands of whatever kind, one after the other.
  @FunctionalInterface
  public interface Sender {

    /// Sends one, unless another is under way.
    ///
    /// @param what tells the same command from another
    /// @param done told what it came to, if it was done
    <T> void send(String what, Way<T> way, Consumer<T> done);
  }

  /// @param changed told when one goes out, and when its answer is there
  public Attempt(Runnable changed) {
    this.changed = changed;
  }

  public boolean isUnderWay() {
    return underWay;
  }

  /// Sends it, unless another is under way.
  ///
  /// @param what tells the same command from another
  public <T> void send(Object what, Way<T> way, Consumer<Outcome<T>> then) {
    if (underWay) {
      return;
    }
    Sent before = last;
    Sent now =
        before != null && before.what().equals(what) ? before : new Sent(what, CommandKey.fresh());
    last = now;
    underWay = true;
    changed.run();
    asking = way.send(now.key(), outcome -> answered(outcome, then));
  }

  private <T> void answered(Outcome<T> outcome, Consumer<Outcome<T>> then) {
    underWay = false;
    if (!(outcome instanceof Outcome.Unknown<T>)) {
      last = null;
    }
    changed.run();
    then.accept(outcome);
  }

  /// Its answer is not waited for any more.
  @Override
  public void close() {
    if (underWay && asking != null) {
      asking.cancel();
    }
  }
}
