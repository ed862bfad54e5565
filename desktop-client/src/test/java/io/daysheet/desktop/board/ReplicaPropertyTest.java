package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.Doctor;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.schedule.Hold;
import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CreateAvailability;
import io.daysheet.wire.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// However the connection behaves, a board ends equal to the server's day.
class ReplicaPropertyTest {

  private static final int SEEDS = 2_000;

  @Test
  void aBoardThatLoadsAndLosesItsConnectionAtRandomEndsEqualToTheServersDay() {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        new Story(seed).play();
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  private static final class Story {
    private final World world;
    private final Random random;
    private final RandomWishes wish;
    private final ModelServer server;
    private final ModelNetwork network;
    private final Board board = new Board("Desk 1");
    private final BoardFeed feed;
    private final Writes writes;
    private final SlotKeeper keeper;
    private final Screen screen = new Screen();
    private final List<Boolean> known = new ArrayList<>();
    private LocalDate date = Clinic.DATE;

    Story(long seed) {
      random = new Random(seed);
      wish = new RandomWishes(random);
      world = new World(Clinic.at(7), random);
      server = new ModelServer(world);
      network = new ModelNetwork(world, server);
      network.faults = random.nextDouble() * 0.3;
      feed = new BoardFeed(board, network, network, world, world, random);
      writes = new Writes(board, feed, network, world, world, random);
      keeper = new SlotKeeper(board, network, world, world, random);
      board.addListener(screen);
    }

    void play() {
      IntStream.range(0, random.nextInt(10)).forEach(_ -> elsewhere());
      feed.show(Clinic.ID, date);
      for (int step = 0; step < 60; step++) {
        world.run(world.soon(Duration.ofSeconds(8)));
        act();
      }
      network.faults = 0;
      world.run(Duration.ofMinutes(3));
      keeper.close();
      world.run(Duration.ofMinutes(1));
      IntStream.range(0, 3).forEach(_ -> server.hold(wish.hold(), "Desk 2"));
      world.run(Duration.ofSeconds(10));
      board.tick(world.instant());
      check();
    }

    private void act() {
      board.tick(world.instant());
      switch (random.nextInt(40)) {
        case 0 -> network.cutAll();
        case 1 -> network.cutSome();
        case 2 -> server.prune();
        case 3 -> {
          if (random.nextInt(4) == 0) {
            server.restore();
            network.cutAll();
          }
        }
        case 4 -> show(date.plusDays(random.nextInt(2)));
        case 5 -> feed.reload();
        case 6 -> feed.retryNow();
        case 7, 8, 9, 10, 11, 12, 13, 14 -> here();
        default -> elsewhere();
      }
    }

    private void show(LocalDate other) {
      date = other.isAfter(Clinic.DATE.plusDays(1)) ? Clinic.DATE : other;
      feed.show(Clinic.ID, date);
    }

    /// Another desk does something; it also knows what it sees.
    private void elsewhere() {
      List<Appointment> visits = server.active();
      List<Availability> ranges = server.ranges();
      switch (random.nextInt(10)) {
        case 0, 1 -> server.add(wish.range(), "Desk 2");
        case 2 -> wish.any(ranges).ifPresent(a -> server.remove(a, "Desk 2"));
        case 3 -> wish.any(visits).ifPresent(a -> server.step(a, wish.anyStep(), "Desk 2"));
        case 4 -> wish.any(visits).ifPresent(a -> server.move(a, wish.move(), "Desk 2"));
        case 5 -> server.hold(wish.hold(), "Desk 2");
        case 6 -> around();
        default -> server.book(wish.booking(), "Desk 2");
      }
    }

    private void around() {
      ModelAround around = server.around;
      switch (random.nextInt(6)) {
        case 0 -> wish.any(around.all()).ifPresent(h -> around.release(h.id()));
        case 1 -> around.expire();
        case 2 -> around.leave(wish.doctor(), wish.absence());
        case 3 -> wish.any(around.absences()).ifPresent(around::prolong);
        case 4 -> wish.any(around.absences()).ifPresent(around::comeBack);
        default -> around.change(random.nextInt(Clinic.DOCTORS.size()));
      }
    }

    /// This desk does something, by what it sees.
    private void here() {
      if (random.nextInt(4) == 0) {
        keep();
        return;
      }
      int number = known.size();
      known.add(false);
      switch (random.nextInt(6)) {
        case 0 -> {
          CreateAvailability command = wish.range();
          writes.add(command, wish.expected(command), p -> follow(number, p));
        }
        case 1 -> {
          BookAppointment command = wish.booking();
          writes.book(command, wish.expected(command), p -> follow(number, p));
        }
        case 2 ->
            seen()
                .ifPresentOrElse(
                    a -> writes.cancel(a, "asked", p -> follow(number, p)),
                    () -> known.set(number, true));
        case 3 ->
            seen()
                .ifPresentOrElse(
                    a -> writes.step(a, wish.anyStep(), p -> follow(number, p)),
                    () -> known.set(number, true));
        case 4 -> seen().ifPresentOrElse(a -> move(a, number), () -> known.set(number, true));
        default ->
            wish.any(
                    board.availabilities().stream()
                        .map(BoardAvailability::availability)
                        .filter(a -> a.version() > 0)
                        .toList())
                .ifPresentOrElse(
                    a -> writes.remove(a, p -> follow(number, p)), () -> known.set(number, true));
      }
    }

    /// A form opens at a slot, goes to another one, is left, or books.
    private void keep() {
      switch (random.nextInt(4)) {
        case 0 -> keeper.close();
        case 1 -> keeper.handOver();
        default -> keeper.keep(wish.hold());
      }
    }

    private Optional<Appointment> seen() {
      return wish.any(
          board.appointments().stream()
              .map(BoardAppointment::appointment)
              .filter(a -> a.version() > 0)
              .toList());
    }

    private void move(Appointment visit, int number) {
      RescheduleAppointment command = wish.move();
      writes.move(visit, command, wish.expected(visit, command), p -> follow(number, p));
    }

    private void follow(int number, Progress<?> progress) {
      switch (progress) {
        case Progress.Done<?> _, Progress.Refused<?> _ -> {
          assertThat(known.get(number)).as("told twice").isFalse();
          known.set(number, true);
        }
        case Progress.Sending<?> _, Progress.AskingAgain<?> _ -> {}
      }
    }

    private void check() {
      DaySchedule day = server.day(date);
      assertThat(board.connection()).isInstanceOf(Connection.Live.class);
      assertThat(board.date()).contains(date);
      assertThat(board.position()).contains(day.stream());
      assertThat(known).as("every write is known in the end").doesNotContain(false);
      assertThat(screen.pending).isZero();
      assertThat(screen.appointments)
          .isEqualTo(
              byId(
                  day.appointments(),
                  Appointment::id,
                  a -> new BoardAppointment(a, WriteState.SAVED)));
      assertThat(screen.availabilities)
          .isEqualTo(
              byId(
                  day.availabilities(),
                  Availability::id,
                  a -> new BoardAvailability(a, WriteState.SAVED)));
      assertThat(screen.holds).isEqualTo(byId(day.holds(), Hold::id, h -> new BoardHold(h, false)));
      assertThat(screen.timeOff).isEqualTo(byId(day.timeOff(), TimeOff::id, off -> off));
      assertThat(board.day().orElseThrow().doctors()).isEqualTo(day.doctors());
      Clinic.DOCTORS.forEach(d -> assertThat(screen.free.get(d.id())).isEqualTo(naiveFree(day, d)));
    }

    private static <T, K, V> Map<K, V> byId(
        List<T> things, Function<T, K> id, Function<T, V> shown) {
      return things.stream().collect(Collectors.toMap(id, shown));
    }

    private static List<Instant> naiveFree(DaySchedule day, Doctor doctor) {
      return IntStream.range(0, 24)
          .mapToObj(hour -> Clinic.at(day.date(), hour))
          .filter(start -> {
            TimeRange visit = new TimeRange(start, start.plusSeconds(3600));
            return day.availabilities().stream()
                    .anyMatch(a -> a.doctorId().equals(doctor.id()) && a.during().contains(visit))
                && day.appointments().stream()
                    .noneMatch(a ->
                        a.doctorId().equals(doctor.id())
                            && a.occupiesTime()
                            && a.during().overlaps(visit))
                && day.holds().stream()
                    .noneMatch(h -> h.doctorId().equals(doctor.id()) && h.during().overlaps(visit))
                && day.timeOff().stream()
                    .noneMatch(
                        off -> off.doctorId().equals(doctor.id()) && off.during().overlaps(visit));
          })
          .toList();
    }
  }
}
