package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.ChangeStream;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.StreamPosition;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Change;
import io.daysheet.wire.StreamMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BoardFeedTest {

  private final World world = new World(Clinic.at(8), new Random(1));
  private final Board board = new Board("Desk 1");
  private final Wire wire = new Wire();
  private final BoardFeed feed = new BoardFeed(board, wire, wire, world, world, new Random(1));

  @Test
  void itLoadsThenSubscribesFromTheNumberItWasLoadedAt() {
    feed.show(Clinic.ID, Clinic.DATE);
    wire.last().opened();

    assertThat(wire.subscribed).containsExactly(new StreamPosition("epoch", 5));
    assertThat(board.connection()).isInstanceOf(Connection.Live.class);
  }

  @Test
  void aDayThatTheServerDoesNotShowIsNeitherLiveNorAskedForAgain() {
    live();
    wire.refuses = true;
    feed.show(new HospitalId(new UUID(1, 9)), Clinic.DATE);
    int asked = wire.loads;
    world.run(Duration.ofMinutes(2));

    assertThat(board.connection()).isEqualTo(new Connection.Connecting());
    assertThat(wire.loads).isEqualTo(asked);
    wire.refuses = false;
    live();
    assertThat(board.connection()).isInstanceOf(Connection.Live.class);
  }

  @Test
  void aLostConnectionIsTriedAgainAndGoesOnAfterTheLastNumber() {
    live();
    wire.last().heard(changes(6));

    wire.last().closed();

    assertThat(board.connection())
        .isInstanceOfSatisfying(
            Connection.Offline.class,
            offline -> {
              assertThat(offline.since()).isEqualTo(Clinic.at(8));
              assertThat(offline.copyOf()).isEqualTo(Clinic.at(8));
            });
    world.run(Duration.ofSeconds(1));
    wire.last().opened();
    assertThat(wire.subscribed.getLast().sequence()).isEqualTo(6);
    assertThat(wire.loads).isEqualTo(1);
    assertThat(board.connection()).isInstanceOf(Connection.Live.class);
  }

  @Test
  void aGapIsFilledFromTheLastNumber() {
    live();

    wire.last().heard(changes(8));
    wire.last().opened();

    assertThat(wire.subscribed).hasSize(2).allMatch(p -> p.sequence() == 5);
  }

  @Test
  void aResetOrAnUnreadableFrameLoadsAnew() {
    live();
    wire.last().heard(new StreamMessage.Reset(Clinic.ID));
    assertThat(wire.loads).isEqualTo(2);

    world.run(Duration.ofSeconds(5));
    wire.last().opened();
    wire.last().unreadable();
    assertThat(wire.loads).isEqualTo(3);
  }

  @Test
  void aServerThatResetsAgainAndAgainIsNotAskedWithoutPause() {
    live();
    for (int i = 0; i < 50; i++) {
      wire.last().heard(new StreamMessage.Reset(Clinic.ID));
      wire.last().opened();
    }
    assertThat(wire.loads).isEqualTo(2);
    assertThat(board.connection()).isInstanceOf(Connection.Offline.class);
  }

  @Test
  void aServerThatIsNotHeardForThirtySecondsIsGivenUp() {
    wire.answersPings = false;
    live();

    world.run(Duration.ofSeconds(29));
    assertThat(board.connection()).isInstanceOf(Connection.Live.class);
    world.run(Duration.ofSeconds(2));

    assertThat(board.connection()).isInstanceOf(Connection.Offline.class);
  }

  @Test
  void theLatencyIsMeasuredAgainAndAgain() {
    live();
    assertThat(board.connection()).isEqualTo(new Connection.Live(Duration.ofMillis(34)));
    wire.latency = Duration.ofMillis(50);
    world.run(Duration.ofSeconds(16));
    assertThat(board.connection()).isEqualTo(new Connection.Live(Duration.ofMillis(50)));
  }

  @Test
  void theTriesGetRarerAndNeverStop() {
    wire.reachable = false;
    feed.show(Clinic.ID, Clinic.DATE);

    world.run(Duration.ofMinutes(5));

    assertThat(wire.loads).isBetween(20, 60);
    wire.reachable = true;
    world.run(Duration.ofSeconds(15));
    assertThat(board.day()).isPresent();
  }

  @Test
  void anotherDateOfTheHospitalNeedsNoNewConnection() {
    live();

    feed.show(Clinic.ID, Clinic.DATE.plusDays(1));

    assertThat(board.date()).contains(Clinic.DATE.plusDays(1));
    assertThat(wire.listeners).hasSize(1);
  }

  @Test
  void aLostAnswerIsAskedForWithTheSameKeyUntilItIsKnown() {
    live();
    Writes writes = new Writes(board, feed, wire, world, world, new Random(1));
    List<Progress<Appointment>> progress = new ArrayList<>();
    wire.losesAnswers = 3;

    writes.book(
        new BookAppointment(
            Clinic.ID,
            Clinic.HADDAD.id(),
            new PatientId(new UUID(5, 1)),
            Clinic.at(10).atZone(Clinic.ZONE).toOffsetDateTime(),
            null,
            "FOLLOW_UP",
            null,
            null,
            null,
            null),
        Clinic.visit(99, Clinic.HADDAD, 10, 1),
        progress::add);
    assertThat(board.appointments())
        .extracting(BoardAppointment::state)
        .containsExactly(WriteState.SAVING);
    world.run(Duration.ofSeconds(20));

    assertThat(wire.keys).hasSize(4).containsOnly(wire.keys.getFirst());
    assertThat(progress.getFirst()).isInstanceOf(Progress.Sending.class);
    assertThat(progress.get(1)).isInstanceOf(Progress.AskingAgain.class);
    assertThat(progress.getLast()).isInstanceOf(Progress.Done.class);
    assertThat(board.appointments())
        .extracting(BoardAppointment::state)
        .containsExactly(WriteState.SAVED);
  }

  @Test
  void aClosedDeskAsksForNothingAgain() {
    live();
    var writes = new Writes(board, feed, wire, world, world, new Random(1));
    Appointment wish = Clinic.visit(1, Clinic.HADDAD, 10, 1);
    writes.cancel(wish, "asked", _ -> {});
    writes.close();
    feed.close();
    world.run(Duration.ofMinutes(5));

    assertThat(wire.keys).hasSize(1);
  }

  private void live() {
    feed.show(Clinic.ID, Clinic.DATE);
    wire.last().opened();
  }

  private static StreamMessage changes(long sequence) {
    return new StreamMessage.Changes(
        Clinic.ID,
        List.of(
            new Change.AvailabilityCreated(
                sequence, Clinic.at(8), "Desk 2", Clinic.availability(1, Clinic.HADDAD, 9, 12))));
  }

  /// A server that answers at once, and a stream whose end the test holds.
  private static final class Wire extends SilentServer implements ChangeStream {
    private final List<Listener> listeners = new ArrayList<>();
    private final List<StreamPosition> subscribed = new ArrayList<>();
    private final List<CommandKey> keys = new ArrayList<>();
    private Duration latency = Duration.ofMillis(34);
    private boolean answersPings = true;
    private boolean reachable = true;
    private boolean refuses;
    private int losesAnswers;
    private int loads;

    private Listener last() {
      return listeners.getLast();
    }

    @Override
    public Request schedule(
        HospitalId hospital, LocalDate date, Consumer<Outcome<DaySchedule>> then) {
      loads++;
      if (refuses) {
        then.accept(new Outcome.Refused<>(404, "not-found", List.of()));
        return () -> {};
      }
      then.accept(
          reachable
              ? new Outcome.Done<>(
                  Clinic.day(date, new StreamPosition("epoch", 5), List.of(), List.of()))
              : new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
      return () -> {};
    }

    @Override
    public Request book(
        BookAppointment command, CommandKey key, Consumer<Outcome<Appointment>> then) {
      keys.add(key);
      then.accept(
          losesAnswers-- > 0
              ? new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER)
              : new Outcome.Done<>(Clinic.visit(1, Clinic.HADDAD, 10, 1)));
      return () -> {};
    }

    @Override
    public Request cancel(
        Appointment appointment,
        CancelAppointment command,
        CommandKey key,
        Consumer<Outcome<Appointment>> then) {
      keys.add(key);
      then.accept(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
      return () -> {};
    }

    @Override
    public Request ping(Consumer<Outcome<Duration>> then) {
      if (answersPings) {
        then.accept(new Outcome.Done<>(latency));
      }
      return () -> {};
    }

    @Override
    public ChangeStream.Connection open(Listener listener) {
      listeners.add(listener);
      return new ChangeStream.Connection() {
        @Override
        public void subscribe(HospitalId hospital, StreamPosition after) {
          subscribed.add(after);
        }

        @Override
        public void close() {}
      };
    }
  }
}
