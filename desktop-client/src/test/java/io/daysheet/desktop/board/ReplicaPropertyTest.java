package io.daysheet.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CreateAvailability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
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
    private final ModelServer server;
    private final ModelNetwork network;
    private final Board board = new Board("Desk 1");
    private final BoardFeed feed;
    private final Writes writes;
    private final Screen screen = new Screen();
    private final List<Boolean> known = new ArrayList<>();
    private LocalDate date = Clinic.DATE;
    private int ids;

    Story(long seed) {
      random = new Random(seed);
      world = new World(Clinic.at(7), random);
      server = new ModelServer(world);
      network = new ModelNetwork(world, server);
      network.faults = random.nextDouble() * 0.3;
      feed = new BoardFeed(board, network, network, world, world, random);
      writes = new Writes(board, feed, network, world, world, random);
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
      check();
    }

    private void act() {
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
      switch (random.nextInt(8)) {
        case 0, 1 -> server.add(range(), "Desk 2");
        case 2 -> any(ranges).ifPresent(a -> server.remove(a, "Desk 2"));
        case 3 -> any(visits).ifPresent(a -> server.cancel(a, "Desk 2"));
        case 4 -> any(visits).ifPresent(server::confirm);
        default -> server.book(booking(), "Desk 2");
      }
    }

    /// This desk does something, by what it sees.
    private void here() {
      int number = known.size();
      known.add(false);
      switch (random.nextInt(4)) {
        case 0 -> {
          CreateAvailability command = range();
          writes.add(command, expected(command), p -> follow(number, p));
        }
        case 1 -> {
          BookAppointment command = booking();
          writes.book(command, expected(command), p -> follow(number, p));
        }
        case 2 ->
            any(board.appointments().stream()
                    .map(BoardAppointment::appointment)
                    .filter(a -> a.version() > 0)
                    .toList())
                .ifPresentOrElse(
                    a -> writes.cancel(a, "asked", p -> follow(number, p)),
                    () -> known.set(number, true));
        default ->
            any(board.availabilities().stream()
                    .map(BoardAvailability::availability)
                    .filter(a -> a.version() > 0)
                    .toList())
                .ifPresentOrElse(
                    a -> writes.remove(a, p -> follow(number, p)), () -> known.set(number, true));
      }
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

    private <T> Optional<T> any(List<T> things) {
      return things.isEmpty()
          ? Optional.empty()
          : Optional.of(things.get(random.nextInt(things.size())));
    }

    private CreateAvailability range() {
      OffsetDateTime start = hour(9 + random.nextInt(8));
      return new CreateAvailability(
          Clinic.ID, doctor(), start, start.plusHours(1 + random.nextInt(3)));
    }

    private BookAppointment booking() {
      return new BookAppointment(
          Clinic.ID,
          doctor(),
          new PatientId(new UUID(5, random.nextInt(6))),
          hour(9 + random.nextInt(10)),
          null,
          "FOLLOW_UP",
          "reason " + ids++,
          null,
          null,
          null);
    }

    private DoctorId doctor() {
      return Clinic.DOCTORS.get(random.nextInt(Clinic.DOCTORS.size())).id();
    }

    private OffsetDateTime hour(int hour) {
      return Clinic.at(Clinic.DATE.plusDays(random.nextInt(5) == 0 ? 1 : 0), 0)
          .plus(Duration.ofHours(hour))
          .atZone(Clinic.ZONE)
          .toOffsetDateTime();
    }

    private Availability expected(CreateAvailability c) {
      return new Availability(
          new AvailabilityId(new UUID(9, ids++)),
          c.hospitalId(),
          c.doctorId(),
          c.start().toInstant(),
          c.end().toInstant(),
          null,
          0);
    }

    private Appointment expected(BookAppointment c) {
      Appointment like = Clinic.visit(0, Clinic.HADDAD, 9, 1);
      return new Appointment(
          new AppointmentId(new UUID(9, ids++)),
          c.hospitalId(),
          c.doctorId(),
          c.patientId(),
          like.patient(),
          c.start().toInstant(),
          c.start().toInstant().plusSeconds(3600),
          c.type(),
          like.status(),
          c.reason(),
          null,
          null,
          null,
          List.of(),
          0);
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
                            && a.during().overlaps(visit));
          })
          .toList();
    }
  }
}
