package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.rule.Violation;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.PlaceHold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps one slot for a form of this desk while it is open, and tells the other desks so.
///
/// It asks to be kept for longer when half of the time is over. Whatever goes wrong, nobody is kept
/// from booking: a slot that is not kept is only not kept.
public final class SlotKeeper implements AutoCloseable {

  private static final Duration LEAST = Duration.ofSeconds(10);
  private static final int TRIES = 4;

  /// How it stands with the slot.
  public sealed interface State {

    /// No slot is to be kept.
    record Idle() implements State {}

    /// The server has been asked, and has not answered.
    record Asking() implements State {}

    record Kept(Hold hold) implements State {}

    /// It is not kept, or not any more.
    record NotKept(Refusal refusal) implements State {}
  }

  private final Board board;
  private final ScheduleServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final RandomGenerator random;
  private Runnable changed = () -> {};
  private @Nullable Keeping current;

  public SlotKeeper(
      Board board,
      ScheduleServer server,
      Timers timers,
      InstantSource clock,
      RandomGenerator random) {
    this.board = board;
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.random = random;
  }

  /// Who is told when the state is another one.
  public void whenChanged(Runnable then) {
    changed = then;
  }

  public State state() {
    return current == null ? new State.Idle() : current.state;
  }

  public boolean isAsking() {
    return state() instanceof State.Asking;
  }

  /// The hold that a booking of the slot ends; null if there is none, or if it is over.
  public @Nullable HoldId hold() {
    return state() instanceof State.Kept(Hold hold) && !hold.isOver(clock.instant())
        ? hold.id()
        : null;
  }

  /// Keeps that slot, in place of the one before.
  public void keep(PlaceHold wanted) {
    if (current != null && current.command.equals(wanted)) {
      return;
    }
    Keeping before = current;
    Keeping next = new Keeping(wanted);
    current = next;
    if (before == null) {
      next.ask();
    } else {
      before.leave(next::ask);
    }
  }

  /// Gives the slot back.
  @Override
  public void close() {
    if (current != null) {
      current.leave(() -> {});
      current = null;
    }
  }

  /// Leaves the slot to a booking that names its hold and is on its way or done.
  public void handOver() {
    if (current != null) {
      current.handedOver = true;
      current.stop();
      current = null;
    }
  }

  private final class Keeping {
    private final PlaceHold command;
    private final CommandKey key = CommandKey.fresh();
    private final OwnHolds.Slot slot;
    private final BackOff backOff = new BackOff(random);
    private State state = new State.Asking();
    private @Nullable Request due;
    private boolean left;
    private boolean handedOver;

    Keeping(PlaceHold command) {
      this.command = command;
      this.slot = new OwnHolds.Slot(command.doctorId(), command.start().toInstant());
    }

    void ask() {
      if (!left) {
        board.holdAsked(slot);
        send();
      }
    }

    private void send() {
      int loads = board.loads();
      Request _ = server.placeHold(command, key, outcome -> answered(outcome, loads));
    }

    private void renew(Hold hold) {
      int loads = board.loads();
      Request _ = server.renewHold(hold.id(), outcome -> answered(outcome, loads));
    }

    private void answered(Outcome<Hold> outcome, int loads) {
      switch (outcome) {
        case Outcome.Done<Hold>(Hold hold) -> kept(hold, loads);
        case Outcome.Refused<Hold>(int _, String code, var violations) ->
            notKept(new Refusal(code, violations));
        case Outcome.Stale<Hold> _ -> notKept(new Refusal("stale", List.of()));
        case Outcome.Unknown<Hold> _ -> again();
      }
    }

    private void kept(Hold hold, int loads) {
      board.holdAnswered(slot, hold, loads);
      if (left && !handedOver) {
        giveBack(hold.id(), TRIES, () -> {});
      } else if (!left) {
        state = new State.Kept(hold);
        goOn(hold);
        changed.run();
      }
    }

    /// Asks for more time in time; of what the server makes no longer any more, tells the end.
    private void goOn(Hold hold) {
      Duration rest = Duration.between(clock.instant(), hold.until());
      Duration half = rest.dividedBy(2);
      due =
          half.compareTo(LEAST) > 0
              ? timers.after(half, () -> renew(hold))
              : timers.after(rest.isNegative() ? Duration.ZERO : rest, () -> over(hold));
    }

    private void over(Hold hold) {
      notKept(new Refusal("hold-expired", List.of(new Violation.HoldExpired(hold.id()))));
    }

    private void notKept(Refusal refusal) {
      board.holdAnswered(slot, null, 0);
      if (!left) {
        state = new State.NotKept(refusal);
        changed.run();
      }
    }

    /// Nobody knows whether the slot is kept. It is asked again with the same key, unless it is not
    /// wanted any more: then it ends by itself, if there is one.
    private void again() {
      if (left) {
        board.holdAnswered(slot, null, 0);
        return;
      }
      due =
          timers.after(
              backOff.next(),
              () -> {
                if (state instanceof State.Kept(Hold hold)) {
                  renewUnlessOver(hold);
                } else {
                  send();
                }
              });
    }

    private void renewUnlessOver(Hold hold) {
      Instant now = clock.instant();
      if (hold.isOver(now)) {
        over(hold);
      } else {
        renew(hold);
      }
    }

    void stop() {
      left = true;
      if (due != null) {
        due.cancel();
        due = null;
      }
    }

    /// The server is asked for what comes next only once it has the slot back: that may be another
    /// length of the same.
    void leave(Runnable then) {
      stop();
      if (state instanceof State.Kept(Hold hold)) {
        giveBack(hold.id(), TRIES, then);
      } else {
        then.run();
      }
    }

    private void giveBack(HoldId hold, int tries, Runnable then) {
      board.holdLeft(hold);
      Request _ =
          server.releaseHold(
              hold,
              outcome -> {
                if (outcome instanceof Outcome.Unknown<HoldId> && tries > 1) {
                  Request _ = timers.after(backOff.next(), () -> giveBack(hold, tries - 1, then));
                } else {
                  then.run();
                }
              });
    }
  }
}
