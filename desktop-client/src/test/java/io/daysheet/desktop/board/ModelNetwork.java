package io.daysheet.desktop.board;

import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentStep;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Change;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.PlaceHold;
import io.daysheet.wire.RescheduleAppointment;
import io.daysheet.wire.StreamMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What lies between a desk and [ModelServer]: everything takes a while, answers overtake each
/// other, requests and answers get lost, connections break with frames under way.
final class ModelNetwork extends SilentServer implements ChangeStream {

  private static final Duration TRIP = Duration.ofSeconds(3);

  private final World world;
  private final ModelServer server;
  private final List<Socket> sockets = new ArrayList<>();

  /// How likely a fault is at each chance for one; 0 makes the network sound.
  double faults;

  ModelNetwork(World world, ModelServer server) {
    this.world = world;
    this.server = server;
  }

  private boolean fault() {
    return world.random.nextDouble() < faults;
  }

  private <T> Request ask(Supplier<Outcome<T>> question, Consumer<Outcome<T>> then) {
    boolean[] cancelled = {false};
    Consumer<Outcome<T>> answer =
        outcome ->
            world.after(
                world.soon(TRIP),
                () -> {
                  if (!cancelled[0]) {
                    then.accept(outcome);
                  }
                });
    Outcome<T> lost = new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER);
    if (fault()) {
      answer.accept(lost);
    } else {
      world.after(
          world.soon(TRIP),
          () -> {
            Outcome<T> done = question.get();
            answer.accept(fault() ? lost : done);
          });
    }
    return () -> cancelled[0] = true;
  }

  @Override
  public Request schedule(
      HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
    return ask(() -> new Outcome.Done<>(server.day(date)), then);
  }

  @Override
  public Request createAvailability(
      CreateAvailability command, CommandKey key, Consumer<Outcome<Availability>> then) {
    return ask(() -> server.once(key, () -> server.add(command, "Desk 1")), then);
  }

  @Override
  public Request removeAvailability(
      Availability availability, CommandKey key, Consumer<Outcome<Availability>> then) {
    return ask(() -> server.once(key, () -> server.remove(availability, "Desk 1")), then);
  }

  @Override
  public Request book(
      BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
    return ask(() -> server.once(key, () -> server.book(command, "Desk 1")), then);
  }

  @Override
  public Request cancel(
      Appointment appointment,
      CancelAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return ask(() -> server.once(key, () -> server.cancel(appointment, "Desk 1")), then);
  }

  @Override
  public Request step(
      Appointment appointment,
      AppointmentStep step,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return ask(() -> server.once(key, () -> server.step(appointment, step, "Desk 1")), then);
  }

  @Override
  public Request reschedule(
      Appointment appointment,
      RescheduleAppointment command,
      CommandKey key,
      Consumer<Outcome<Appointment>> then) {
    return ask(() -> server.once(key, () -> server.move(appointment, command, "Desk 1")), then);
  }

  @Override
  public Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then) {
    return ask(() -> server.once(key, () -> server.hold(command, "Desk 1")), then);
  }

  @Override
  public Request renewHold(HoldId id, Consumer<Outcome<Hold>> then) {
    return ask(() -> server.around.renew(id), then);
  }

  @Override
  public Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then) {
    return ask(() -> server.around.release(id), then);
  }

  @Override
  public Request ping(Consumer<Outcome<Duration>> then) {
    return ask(() -> new Outcome.Done<>(Duration.ofMillis(30)), then);
  }

  @Override
  public ChangeStream.Connection open(Listener listener) {
    var socket = new Socket(listener);
    sockets.add(socket);
    world.after(world.soon(TRIP), fault() ? socket::lose : socket::open);
    return socket;
  }

  void cutAll() {
    List.copyOf(sockets).forEach(Socket::lose);
  }

  /// Cuts some, with whatever is under way.
  void cutSome() {
    List.copyOf(sockets).stream().filter(_ -> world.random.nextBoolean()).forEach(Socket::lose);
  }

  private final class Socket implements ChangeStream.Connection, Consumer<Change> {
    private final Listener listener;
    private Instant lastArrival = world.instant();
    private boolean closed;
    private @Nullable HospitalId hospital;

    Socket(Listener listener) {
      this.listener = listener;
    }

    private void open() {
      if (!closed) {
        listener.opened();
      }
    }

    @Override
    public void subscribe(HospitalId wanted, StreamPosition after) {
      hospital = wanted;
      arrive(() -> {
        List<Change> missed = server.replay(after);
        if (missed == null) {
          deliver(new StreamMessage.Reset(wanted));
        } else {
          if (!missed.isEmpty()) {
            send(missed);
          }
          server.listen(this);
        }
      });
    }

    @Override
    public void accept(Change committed) {
      send(List.of(committed));
    }

    private void send(List<Change> changes) {
      if (fault()) {
        // The frame is under way when the connection breaks.
        world.after(world.soon(TRIP), this::lose);
        server.forget(this);
      } else if (fault()) {
        arrive(listener::unreadable);
      } else {
        deliver(new StreamMessage.Changes(Objects.requireNonNull(hospital), changes));
        if (fault()) {
          deliver(new StreamMessage.Changes(hospital, changes));
        }
      }
    }

    private void deliver(StreamMessage message) {
      arrive(() -> listener.heard(message));
    }

    /// In the order in which it was sent.
    private void arrive(Runnable frame) {
      Instant at = world.instant().plus(world.soon(TRIP));
      lastArrival = at.isAfter(lastArrival) ? at : lastArrival;
      world.at(
          lastArrival,
          () -> {
            if (!closed) {
              frame.run();
            }
          });
    }

    private void lose() {
      if (!closed) {
        close();
        listener.closed();
      }
    }

    @Override
    public void close() {
      closed = true;
      sockets.remove(this);
      server.forget(this);
    }
  }
}
