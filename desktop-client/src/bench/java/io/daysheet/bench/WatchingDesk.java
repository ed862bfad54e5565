package io.daysheet.bench;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardFeed;
import io.daysheet.desktop.board.BoardNews;
import io.daysheet.desktop.board.Connection;
import io.daysheet.desktop.remote.HttpScheduleServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.remote.SocketChangeStream;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A desk without a screen: the real replica and the real connection, on a thread of its own.
final class WatchingDesk implements AutoCloseable {

  private record Hour(UUID doctor, Instant start) {}

  private final ScheduledExecutorService thread;
  private final ServerAddress address;
  private final BoardFeed feed;
  private final Map<Hour, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> live = new CompletableFuture<>();

  private WatchingDesk(BenchServer server) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().factory(),
            // what is told to a desk that is closed
            new ThreadPoolExecutor.DiscardPolicy());
    address = new ServerAddress(server.address().toString(), "Watching desk", server.tokens());
    var board = new Board("Watching desk");
    board.addListener(this::heard);
    feed =
        new BoardFeed(
            board,
            new HttpScheduleServer(address, thread),
            new SocketChangeStream(address, thread),
            (delay, task) -> {
              var timer = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
              return () -> timer.cancel(false);
            },
            InstantSource.system(),
            new Random(1));
  }

  /// Opens it and waits until it hears the stream.
  static WatchingDesk open(BenchServer server, LocalDate date) throws Exception {
    var desk = new WatchingDesk(server);
    desk.thread.execute(
        () -> desk.feed.show(new HospitalId(Clinics.hospital(Clinics.WATCHED)), date));
    desk.live.get(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
    return desk;
  }

  /// When that hour will be taken on this board, in nanoseconds.
  CompletableFuture<Long> await(Slot slot) {
    var taken = new CompletableFuture<Long>();
    awaited.put(new Hour(Clinics.doctor(slot.doctor()), slot.start().toInstant()), taken);
    return taken;
  }

  private void heard(BoardNews news) {
    switch (news) {
      case BoardNews.AppointmentShown shown -> {
        Appointment visit = shown.appointment().appointment();
        var taken = awaited.remove(new Hour(visit.doctorId().value(), visit.start()));
        if (taken != null) {
          taken.complete(System.nanoTime());
        }
      }
      case BoardNews.ConnectionChanged(Connection.Live _) -> live.complete(true);
      default -> {
        // nothing else is measured
      }
    }
  }

  @Override
  public void close() {
    thread.execute(feed::close);
    thread.shutdown();
    address.close();
  }
}
