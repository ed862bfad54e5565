package io.daysheet.desktop.form;

import io.daysheet.desktop.board.Progress;
import io.daysheet.desktop.board.Refusal;
import io.daysheet.desktop.board.Writes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a form asks the server to write, once at a time: how far that is, and what was said to it.
///
/// It outlives the form: what is on its way when the form is left goes on, and a refusal is told on
/// the board then.
public final class FormWrite<T> {

  private final Runnable changed;
  private final Runnable done;
  private @Nullable Progress<T> progress;
  private Writes.@Nullable Follower follower;

  /// Nothing is asked for yet.
  ///
  /// @param changed told whenever it is further, or back
  /// @param done told once it is written
  public FormWrite(Runnable changed, Runnable done) {
    this.changed = changed;
    this.done = done;
  }

  /// Asks for it.
  ///
  /// @param write one of the commands of [Writes], which is given who follows it
  public void start(Function<Consumer<Progress<T>>, Writes.Follower> write) {
    progress = new Progress.Sending<>();
    follower = write.apply(this::progressed);
  }

  private void progressed(Progress<T> now) {
    progress = now;
    if (now instanceof Progress.Done<?>) {
      done.run();
    } else {
      changed.run();
    }
  }

  public boolean isUnderWay() {
    return progress instanceof Progress.Sending<?> || isAskedAgain();
  }

  /// Whether its answer was lost, and it is asked for once more.
  public boolean isAskedAgain() {
    return progress instanceof Progress.AskingAgain<?>;
  }

  /// Why it was not done; empty while nobody knows, and once it is forgotten.
  public Optional<Refusal> refusal() {
    return progress instanceof Progress.Refused<T>(Refusal refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }

  /// A refusal is of what was sent; what is typed now is another thing.
  public void forgetRefusal() {
    if (!isUnderWay()) {
      progress = null;
    }
  }

  /// The form is left; what is on its way goes on.
  public void leave() {
    if (follower != null) {
      follower.leave();
    }
  }
}
