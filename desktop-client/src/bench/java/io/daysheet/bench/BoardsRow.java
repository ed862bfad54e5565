package io.daysheet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/// From a booking's request to the replicas of ten desks that look at that day, with a real
/// connection each, beside a notification of plain JDBC from being sent to being heard.
///
/// Both begin when the statement or the request is sent, so both hold their commit; ours holds the
/// whole booking, too. The two take turns at twenty a second.
final class BoardsRow {

  private static final int DESKS = 10;
  private static final int WARM_UP = 40;
  private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
  private static final double GOAL_MS = 50;

  private final BenchServer server;
  private final Clinics clinics;

  BoardsRow(BenchServer server, Clinics clinics) {
    this.server = server;
    this.clinics = clinics;
  }

  Row measure() throws Exception {
    List<WatchingDesk> desks = new ArrayList<>();
    try (var client = new RestClient(server, this::none);
        Connection speaker = server.connect();
        Connection hearer = server.connect();
        var ear = new Ear(hearer)) {
      for (int i = 0; i < DESKS; i++) {
        desks.add(WatchingDesk.open(server, clinics.first().plusDays(1)));
      }
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      List<Slot> slots = slots();
      long next = System.nanoTime();
      for (int i = 0; i < slots.size(); i++) {
        List<Double> changed = book(client, desks, slots.get(i));
        next = pause(next);
        double heard = ear.heardAfter(speaker, i);
        next = pause(next);
        if (i >= WARM_UP) {
          ours.addAll(changed);
          theirs.add(heard);
        }
      }
      return row(Samples.of(ours), Samples.of(theirs));
    } finally {
      desks.forEach(WatchingDesk::close);
    }
  }

  private Slot none() {
    throw new IllegalStateException("each hour is given");
  }

  /// Every hour of the watched day.
  private List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    int first = Clinics.firstDoctorOf(Clinics.WATCHED);
    for (int hour = 0; hour < Clinics.HOURS; hour++) {
      for (int doctor = first; doctor < first + Clinics.DOCTORS_THERE; doctor++) {
        slots.add(new Slot(doctor, clinics.patient(doctor, hour), clinics.start(1, hour)));
      }
    }
    return slots;
  }

  /// Milliseconds from sending to each desk's board.
  private static List<Double> book(RestClient client, List<WatchingDesk> desks, Slot slot)
      throws Exception {
    List<CompletableFuture<Long>> seen = new ArrayList<>();
    for (WatchingDesk desk : desks) {
      seen.add(desk.await(slot));
    }
    long sent = System.nanoTime();
    int status = client.book(slot).status();
    if (status != 201) {
      throw new IllegalStateException("a booking of a free hour was answered with " + status);
    }
    List<Double> milliseconds = new ArrayList<>();
    for (CompletableFuture<Long> each : seen) {
      milliseconds.add((each.get(10, TimeUnit.SECONDS) - sent) / 1e6);
    }
    return milliseconds;
  }

  private static long pause(long since) {
    long next = Math.max(since + PACE_NANOS, System.nanoTime());
    LockSupport.parkNanos(next - System.nanoTime());
    return next;
  }

  private static Row row(Samples ours, Samples theirs) {
    return new Row(
        "Booking → the boards of 10 desks, p50 / p99",
        Row.figure("NOTIFY by JDBC %.1f / %.1f ms", theirs.median(), theirs.at(0.99)),
        Row.figure("%.1f / %.1f ms", ours.median(), ours.at(0.99)),
        Row.figure(
            "%.1f × / %.1f ×", ours.median() / theirs.median(), ours.at(0.99) / theirs.at(0.99)),
        Row.figure("p99 ≤ %.0f ms", GOAL_MS),
        ours.at(0.99) <= GOAL_MS);
  }

  /// Hears notifications on a thread of its own.
  private static final class Ear implements AutoCloseable {

    private final Connection connection;
    private final Thread thread;
    private volatile CompletableFuture<Long> heard = new CompletableFuture<>();

    Ear(Connection connection) throws SQLException {
      this.connection = connection;
      try (PreparedStatement listen = connection.prepareStatement("listen bench")) {
        listen.execute();
      }
      thread = Thread.ofPlatform().daemon().name("bench-ear").start(this::hear);
    }

    private void hear() {
      try {
        var notifications = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted()) {
          if (notifications.getNotifications(200).length > 0) {
            heard.complete(System.nanoTime());
          }
        }
      } catch (SQLException closed) {
        heard.completeExceptionally(closed);
      }
    }

    double heardAfter(Connection speaker, int number) throws Exception {
      heard = new CompletableFuture<>();
      CompletableFuture<Long> waited = heard;
      try (PreparedStatement notify = speaker.prepareStatement("select pg_notify('bench', ?)")) {
        notify.setString(1, Integer.toString(number));
        long sent = System.nanoTime();
        notify.execute();
        return (waited.get(10, TimeUnit.SECONDS) - sent) / 1e6;
      } catch (TimeoutException unheard) {
        throw new IllegalStateException("a notification was not heard", unheard);
      }
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
