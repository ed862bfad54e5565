package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.SlotKeeper.State;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.HoldId;
import io.daysheet.wire.PlaceHold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotKeeperTest {

  private static final PlaceHold TEN = slot(10);

  private final World world = new World(Clinic.at(8), new Random(1));
  private final Desk server = new Desk();
  private final Board board = new Board("Desk 1");
  private final SlotKeeper keeper = new SlotKeeper(board, server, world, world, new Random(1));

  private static PlaceHold slot(int hour) {
    return new PlaceHold(
        Clinic.ID,
        Clinic.HADDAD.id(),
        Clinic.at(hour).atZone(Clinic.ZONE).toOffsetDateTime(),
        "FOLLOW_UP");
  }

  @BeforeEach
  void load() {
    board.load(Clinic.day(5, List.of(), List.of()), Clinic.at(8));
  }

  @Test
  void theSlotIsKeptAndOnTheBoardAsOwn() {
    keeper.keep(TEN);

    assertThat(keeper.hold()).isEqualTo(new HoldId(new UUID(6, 1)));
    assertThat(board.holds()).extracting(BoardHold::own).containsExactly(true);
    keeper.keep(TEN);
    assertThat(server.keys).as("the same slot").hasSize(1);
  }

  @Test
  void itIsRenewedBeforeItEndsAndReleasedOnLeaving() {
    keeper.keep(TEN);
    world.run(Duration.ofMinutes(12));
    assertThat(server.renewals).isGreaterThanOrEqualTo(4);
    assertThat(keeper.hold()).isNotNull();

    keeper.close();
    world.run(Duration.ofMinutes(12));
    assertThat(server.released).containsExactly(new HoldId(new UUID(6, 1)));
    assertThat(board.holds()).isEmpty();
  }

  @Test
  void anotherSlotIsKeptInPlaceOfTheOneBefore() {
    keeper.keep(TEN);
    keeper.keep(slot(11));

    assertThat(server.released).containsExactly(new HoldId(new UUID(6, 1)));
    assertThat(keeper.hold()).isEqualTo(new HoldId(new UUID(6, 2)));
  }

  @Test
  void aHoldThatIsGrantedAfterTheFormWasLeftIsGivenBack() {
    server.waits = true;
    keeper.keep(TEN);
    keeper.close();
    server.answerLast();

    assertThat(server.released).hasSize(1);
    assertThat(board.holds()).isEmpty();
    assertThat(keeper.state()).isEqualTo(new State.Idle());
  }

  @Test
  void aLostAnswerIsAskedForAgainWithTheSameKey() {
    server.next.add(new Outcome.Unknown<>(Outcome.Cause.NO_ANSWER));
    keeper.keep(TEN);
    assertThat(keeper.isAsking()).isTrue();
    world.run(Duration.ofSeconds(5));

    assertThat(server.keys).hasSize(2).containsOnly(server.keys.getFirst());
    assertThat(keeper.hold()).isNotNull();
  }

  @Test
  void aRefusalIsToldAndNothingIsReleased() {
    server.next.add(new Outcome.Refused<>(409, "too-many-holds", List.of()));
    List<State> states = new ArrayList<>();
    keeper.whenChanged(() -> states.add(keeper.state()));
    keeper.keep(TEN);
    keeper.close();

    assertThat(states).containsExactly(new State.NotKept(new Refusal("too-many-holds", List.of())));
    assertThat(server.released).isEmpty();
  }

  @Test
  void oneThatIsNotMadeLongerAnyMoreEndsAndSaysSo() {
    keeper.keep(TEN);
    server.refusesRenewal = true;
    world.run(Duration.ofMinutes(6));

    assertThat(keeper.hold()).isNull();
    assertThat(keeper.state()).isEqualTo(new State.NotKept(new Refusal("hold-expired", List.of())));
  }

  @Test
  void whatIsHandedOverToABookingIsNeitherRenewedNorReleased() {
    keeper.keep(TEN);
    keeper.handOver();
    world.run(Duration.ofMinutes(6));

    assertThat(server.renewals).isZero();
    assertThat(server.released).isEmpty();
  }

  /// A server that holds for five minutes.
  private final class Desk extends SilentServer {
    private final List<CommandKey> keys = new ArrayList<>();
    private final List<HoldId> released = new ArrayList<>();
    private final Deque<Outcome<Hold>> next = new ArrayDeque<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean waits;
    private boolean refusesRenewal;
    private int renewals;
    private int placed;

    private Hold hold(int number, PlaceHold command) {
      Instant start = command.start().toInstant();
      return new Hold(
          new HoldId(new UUID(6, number)),
          Clinic.ID,
          command.doctorId(),
          start,
          start.plusSeconds(3600),
          world.instant().plusSeconds(300),
          "Desk 1");
    }

    private void answerLast() {
      waiting.removeLast().run();
    }

    @Override
    public Request placeHold(PlaceHold command, CommandKey key, Consumer<Outcome<Hold>> then) {
      keys.add(key);
      Outcome<Hold> prepared = next.poll();
      Outcome<Hold> answer =
          prepared == null ? new Outcome.Done<>(hold(++placed, command)) : prepared;
      if (waits) {
        waiting.add(() -> then.accept(answer));
      } else {
        then.accept(answer);
      }
      return () -> {};
    }

    @Override
    public Request renewHold(HoldId id, Consumer<Outcome<Hold>> then) {
      renewals++;
      then.accept(
          refusesRenewal
              ? new Outcome.Refused<>(409, "hold-expired", List.of())
              : new Outcome.Done<>(hold((int) id.value().getLeastSignificantBits(), TEN)));
      return () -> {};
    }

    @Override
    public Request releaseHold(HoldId id, Consumer<Outcome<HoldId>> then) {
      released.add(id);
      then.accept(new Outcome.Done<>(id));
      return () -> {};
    }
  }
}
