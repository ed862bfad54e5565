package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Availability;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What this desk asks the server to write. Each write is on the board at once; it stays there when
/// the server says so and is taken back when it says no.
///
/// A lost answer is asked for again, with the same key, until it is known: a write is never given
/// up in between, since nobody could say then whether it happened.
public final class Writes implements AutoCloseable {

  /// A server that fails this often at one command has refused it.
  private static final int BROKEN_ANSWERS = 5;

  private final Board board;
  private final BoardFeed feed;
  private final ScheduleServer server;
  private final Timers timers;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final List<Sending<?>> underWay = new ArrayList<>();
  private final BoardListener listener = this::heard;

  public Writes(
      Board board,
      BoardFeed feed,
      ScheduleServer server,
      Timers timers,
      InstantSource clock,
      RandomGenerator random) {
    this.board = board;
    this.feed = feed;
    this.server = server;
    this.timers = timers;
    this.clock = clock;
    this.random = random;
    board.addListener(listener);
  }

  /// Somebody who follows a write; a form, mostly.
  @FunctionalInterface
  public interface Follower {
    /// Nobody looks any more: a refusal is told on the board instead. The write goes on.
    void leave();
  }

  /// Books.
  ///
  /// @param expected what the board shows until the answer is there, under an id of the desk's own
  public Follower book(
      BookAppointment command, Appointment expected, Consumer<Progress<Appointment>> progress) {
    return start(
        new Write.Book(expected), (key, then) -> server.book(command, key, then), progress);
  }

  /// Cancels a version of an appointment.
  public Follower cancel(
      Appointment appointment, String reason, Consumer<Progress<Appointment>> progress) {
    CancelAppointment command = new CancelAppointment(reason);
    return start(
        new Write.Cancel(appointment, reason),
        (key, then) -> server.cancel(appointment, command, key, then),
        progress);
  }

  /// Takes a version of a visit a step on.
  public Follower step(
      Appointment appointment, AppointmentStep step, Consumer<Progress<Appointment>> progress) {
    return start(
        new Write.Step(appointment, appointment.inStatus(step.to(), appointment.roomId())),
        (key, then) -> server.step(appointment, step, key, then),
        progress);
  }

  /// Moves a version of a visit.
  ///
  /// @param expected what the board shows until the answer is there
  public Follower move(
      Appointment appointment,
      RescheduleAppointment command,
      Appointment expected,
      Consumer<Progress<Appointment>> progress) {
    return start(
        new Write.Move(appointment, expected),
        (key, then) -> server.reschedule(appointment, command, key, then),
        progress);
  }

  /// Adds an availability.
  ///
  /// @param expected what the board shows until the answer is there, under an id of the desk's own
  public Follower add(
      CreateAvailability command,
      Availability expected,
      Consumer<Progress<Availability>> progress) {
    return start(
        new Write.AddAvailability(expected),
        (key, then) -> server.createAvailability(command, key, then),
        progress);
  }

  /// Removes a version of an availability.
  public Follower remove(Availability availability, Consumer<Progress<Availability>> progress) {
    return start(
        new Write.RemoveAvailability(availability),
        (key, then) -> server.removeAvailability(availability, key, then),
        progress);
  }

  /// Changes a version of an availability, or removes it, together with what becomes of the visits
  /// inside.
  ///
  /// @param send asks the server, under a key
  public Follower arrange(
      Write write,
      BiFunction<CommandKey, Consumer<Outcome<Availability>>, Request> send,
      Consumer<Progress<Availability>> progress) {
    return start(write, send, progress);
  }

  private <T> Follower start(
      Write write,
      BiFunction<CommandKey, Consumer<Outcome<T>>, Request> send,
      Consumer<Progress<T>> progress) {
    var pending = new PendingWrite(CommandKey.fresh(), write, clock.instant(), board.loads());
    var sending = new Sending<>(pending, send, progress);
    underWay.add(sending);
    board.begin(pending);
    progress.accept(new Progress.Sending<>());
    sending.send();
    return sending;
  }

  private void heard(BoardNews news) {
    if (news instanceof BoardNews.ConnectionChanged(Connection.Live _)) {
      List.copyOf(underWay).forEach(Sending::sendNow);
    }
  }

  /// The desk is closed: nothing is asked again, and nobody hears what an answer says.
  @Override
  public void close() {
    board.removeListener(listener);
    underWay.forEach(Sending::stop);
    underWay.clear();
  }

  private final class Sending<T> implements Follower {
    private final PendingWrite pending;
    private final BiFunction<CommandKey, Consumer<Outcome<T>>, Request> send;
    private final BackOff backOff = new BackOff(random);
    private @Nullable Consumer<Progress<T>> progress;
    private @Nullable Request retry;
    private int attempt = 1;
    private int broken;
    private boolean stopped;

    Sending(
        PendingWrite pending,
        BiFunction<CommandKey, Consumer<Outcome<T>>, Request> send,
        Consumer<Progress<T>> progress) {
      this.pending = pending;
      this.send = send;
      this.progress = progress;
    }

    @Override
    public void leave() {
      progress = null;
    }

    private void say(Progress<T> now) {
      if (progress != null) {
        progress.accept(now);
      }
    }

    void send() {
      // What is on its way is never cancelled: its answer may be the one that tells.
      Request _ = send.apply(pending.key(), this::answered);
    }

    /// The server is there again: why wait?
    void sendNow() {
      if (retry != null) {
        retry.cancel();
        again();
      }
    }

    void stop() {
      stopped = true;
      if (retry != null) {
        retry.cancel();
        retry = null;
      }
    }

    private void again() {
      retry = null;
      attempt++;
      say(new Progress.AskingAgain<>(attempt, clock.instant()));
      send();
    }

    private void answered(Outcome<T> outcome) {
      if (stopped) {
        return;
      }
      switch (outcome) {
        case Outcome.Done<T>(T value) -> done(value);
        case Outcome.Refused<T>(int _, String code, var violations) ->
            refused(new Refusal(code, violations));
        case Outcome.Stale<T>(@Nullable T current) -> stale(current);
        case Outcome.Unknown<T>(Outcome.Cause cause) -> unknown(cause);
      }
    }

    private void done(T value) {
      underWay.remove(this);
      board.confirm(pending, value, clock.instant());
      say(new Progress.Done<>(value));
    }

    private void stale(@Nullable T current) {
      if (current instanceof Appointment appointment) {
        board.learn(appointment, clock.instant());
      }
      refused(new Refusal("stale", List.of()));
    }

    private void refused(Refusal refusal) {
      underWay.remove(this);
      board.takeBack(pending, clock.instant());
      if (progress == null) {
        board.tell(new BoardNews.WriteRefused(pending.write(), refusal));
      } else {
        say(new Progress.Refused<>(refusal));
      }
    }

    private void unknown(Outcome.Cause cause) {
      broken += cause == Outcome.Cause.BROKEN ? 1 : 0;
      if (broken >= BROKEN_ANSWERS) {
        refused(new Refusal("internal", List.of()));
        feed.reload();
        return;
      }
      Duration wait = backOff.next();
      Instant next = clock.instant().plus(wait);
      retry = timers.after(wait, this::again);
      say(new Progress.AskingAgain<>(attempt + 1, next));
    }
  }
}
