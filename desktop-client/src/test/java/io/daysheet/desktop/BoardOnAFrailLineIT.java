package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardAppointment;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.demo.DemoServerAtHand;
import io.daysheet.desktop.remote.AccessTokens;
import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.FrailLine;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.desktop.remote.ScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.SocketChangeStream;
import io.daysheet.hospital.Hospital;
import io.daysheet.patient.Patient;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.DaySchedule;
import io.daysheet.wire.BookAppointment;
import io.daysheet.wire.CancelAppointment;
import io.daysheet.wire.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real board over a line that breaks at random, while others book and cancel: it ends as the
/// server has it.
class BoardOnAFrailLineIT {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final int WRITES = 60;

  @RegisterExtension static final DemoServerAtHand SERVER = new DemoServerAtHand();
  private static ServerAddress direct;
  private static ScheduleServer others;

  @BeforeAll
  static void start() {
    direct = new ServerAddress(SERVER.address().toString(), "Desk 2", tokens("scheduler"));
    others = new HttpScheduleServer(direct, Runnable::run);
  }

  private static AccessTokens tokens(String role) {
    return DemoSignIn.as(role, SERVER.credentials()).tokens();
  }

  @AfterAll
  static void stop() {
    direct.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itEndsEqualToTheServer(long seed) throws Exception {
    var random = new Random(seed);
    Hospital hospital = hospital();
    List<Patient> patients = patients();
    LocalDate date = dayWithAvailabilities(hospital, seed);
    try (var line = new FrailLine(SERVER.port());
        var address =
            new ServerAddress(line.address().toString(), "Desk 1", tokens("receptionist"));
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor()) {
      Timers timers = (delay, task) -> later(thread, delay, task);
      Board board = new Board("Desk 1");
      var server = new HttpScheduleServer(address, thread);
      var stream = new SocketChangeStream(address, thread);
      var feed = new BoardFeed(board, server, stream, timers, CLOCK, random);
      on(
          thread,
          () -> {
            feed.show(hospital.id(), date);
            return true;
          });
      await().until(() -> on(thread, board::connection) instanceof Connection.Live);

      int done = writeAndCut(random, line, hospital, date, patients);

      assertThat(done).isGreaterThan(WRITES / 4);
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() -> {
            DaySchedule truth = schedule(hospital, date);
            assertThat(on(thread, () -> visits(board))).isEqualTo(Set.copyOf(truth.appointments()));
            assertThat(on(thread, () -> board.position().orElseThrow())).isEqualTo(truth.stream());
          });
      on(thread, feed::close);
    }
  }

  private static Hospital hospital() {
    List<Hospital> hospitals = done(others::hospitals);
    return hospitals.getFirst();
  }

  private static List<Patient> patients() {
    Page<Patient> found = done(then -> others.searchPatients("an", 20, then));
    return found.items();
  }

  /// Books and cancels at random past the line, and cuts the line now and then.
  private static int writeAndCut(
      Random random, FrailLine line, Hospital hospital, LocalDate date, List<Patient> patients) {
    DaySchedule before = schedule(hospital, date);
    List<Availability> ranges = before.availabilities();
    var booked =
        new ArrayList<>(before.appointments().stream().filter(Appointment::occupiesTime).toList());
    int done = 0;
    for (int i = 0; i < WRITES; i++) {
      Outcome<Appointment> outcome =
          booked.size() > 3 && random.nextInt(2) == 0
              ? cancel(booked.remove(random.nextInt(booked.size())))
              : book(random, hospital, ranges, patients);
      if (outcome instanceof Outcome.Done<Appointment>(Appointment written)) {
        done++;
        if (written.occupiesTime()) {
          booked.add(written);
        }
      }
      if (random.nextInt(6) == 0) {
        line.cut();
      }
    }
    return done;
  }

  private static Outcome<Appointment> book(
      Random random, Hospital hospital, List<Availability> ranges, List<Patient> patients) {
    Availability range = ranges.get(random.nextInt(ranges.size()));
    int slots = (int) Math.max(1, range.during().length().toHours());
    Instant start = range.start().plus(Duration.ofHours(random.nextInt(slots)));
    var command =
        new BookAppointment(
            hospital.id(),
            range.doctorId(),
            patients.get(random.nextInt(patients.size())).id(),
            start.atZone(hospital.timeZone()).toOffsetDateTime(),
            null,
            hospital.policy().appointmentTypes().getFirst().code(),
            null,
            null,
            null,
            null);
    return outcome(then -> others.book(command, CommandKey.fresh(), then));
  }

  private static Outcome<Appointment> cancel(Appointment visit) {
    var command = new CancelAppointment("asked");
    return outcome(then -> others.cancel(visit, command, CommandKey.fresh(), then));
  }

  /// A day of its own for each seed, since what is booked stays.
  private static LocalDate dayWithAvailabilities(Hospital hospital, long number) {
    LocalDate today = hospital.dateAt(CLOCK.instant());
    return today
        .plusDays(1)
        .datesUntil(today.plusDays(15))
        .filter(date -> schedule(hospital, date).availabilities().size() > 2)
        .skip(number - 1)
        .findFirst()
        .orElseThrow();
  }

  private static Set<Appointment> visits(Board board) {
    return board.appointments().stream()
        .map(BoardAppointment::appointment)
        .collect(Collectors.toSet());
  }

  private static DaySchedule schedule(Hospital hospital, LocalDate date) {
    return done(then -> others.schedule(hospital.id(), date, then));
  }

  private static <T> T done(Function<Consumer<Outcome<T>>, Request> ask) {
    if (outcome(ask) instanceof Outcome.Done<T>(T value)) {
      return Objects.requireNonNull(value);
    }
    throw new AssertionError("not done");
  }

  private static <T> Outcome<T> outcome(Function<Consumer<Outcome<T>>, Request> ask) {
    var answer = new CompletableFuture<Outcome<T>>();
    Request _ = ask.apply(answer::complete);
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static Request later(ScheduledExecutorService thread, Duration delay, Runnable task) {
    var waiting = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> waiting.cancel(false);
  }

  private static <T> T on(ScheduledExecutorService thread, Callable<T> task) throws Exception {
    return thread.submit(task).get(5, TimeUnit.SECONDS);
  }

  private static void on(ScheduledExecutorService thread, Runnable task) throws Exception {
    var _ = thread.submit(task).get(5, TimeUnit.SECONDS);
  }
}
