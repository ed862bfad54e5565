package io.daysheet.bench;

import io.daysheet.bench.BenchServer.Cpu;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bookings per second over REST, with rules, stream and idempotency, beside the same statement by
/// plain JDBC: sixteen clients here and there, in alternating runs on one database.
final class BookingsRow {

  private static final int CLIENTS = 16;
  private static final int RUNS = 5;
  private static final double SECONDS = 3;

  /// Bookings, not seconds: how often something ran decides when the compiler is done with it, and
  /// while it isn't, it takes as much of the processor as the bookings do.
  private static final int WARM_UP = 20_000;

  private static final double JDBC_WARM_UP = 3;
  private static final double GOAL = 0.5;

  private final BenchServer server;
  private final Slot.Supply slots;
  private final InstantSource clock;

  BookingsRow(BenchServer server, Slot.Supply slots, InstantSource clock) {
    this.server = server;
    this.slots = slots;
    this.clock = clock;
  }

  /// Measures; what the processor was used for goes to `notes`.
  Row measure(Consumer<String> notes) throws Exception {
    List<Load.Client> restClients = new ArrayList<>();
    List<Load.Client> jdbcClients = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        restClients.add(new RestClient(server, slots::take));
        jdbcClients.add(new JdbcClient(server.connect(), slots::take, clock));
      }
      return measure(restClients, jdbcClients, notes);
    } finally {
      for (Load.Client client : concat(restClients, jdbcClients)) {
        client.close();
      }
    }
  }

  private Row measure(
      List<Load.Client> restClients, List<Load.Client> jdbcClients, Consumer<String> notes)
      throws Exception {
    for (double done = 0; done < WARM_UP; ) {
      done += run(restClients, SECONDS).perSecond() * SECONDS;
    }
    run(jdbcClients, JDBC_WARM_UP);
    List<Run> rest = new ArrayList<>();
    List<Run> jdbc = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      jdbc.add(run(jdbcClients, SECONDS));
      rest.add(run(restClients, SECONDS));
      System.out.println(
          Row.figure(
              "bench:   %.0f/s over REST, %.0f/s by JDBC",
              rest.getLast().perSecond(), jdbc.getLast().perSecond()));
    }
    notes.accept(note("REST", rest));
    notes.accept(note("JDBC", jdbc));
    double ratio =
        Samples.of(
                IntStream.range(0, RUNS)
                    .mapToObj(i -> rest.get(i).perSecond() / jdbc.get(i).perSecond())
                    .toList())
            .median();
    return new Row(
        "Bookings per second over REST, 16 clients, 50 hospitals",
        Row.figure("same SQL by JDBC %.0f/s", median(jdbc)),
        Row.figure("%.0f/s", median(rest)),
        Row.figure("%.2f", ratio),
        Row.figure("≥ %.1f", GOAL),
        ratio >= GOAL);
  }

  private record Run(double perSecond, Cpu used) {}

  private static double median(List<Run> runs) {
    return Samples.of(runs.stream().map(Run::perSecond).toList()).median();
  }

  private static String note(String what, List<Run> runs) {
    double bookings = runs.stream().mapToDouble(run -> run.perSecond() * SECONDS).sum();
    Cpu used = runs.stream().map(Run::used).reduce(Cpu.NONE, Cpu::plus);
    return Row.figure(
        "A booking by %s takes %.2f ms of a core: client %.2f, server %.2f, database %.2f.",
        what,
        used.total().toNanos() / 1e6 / bookings,
        used.client().toNanos() / 1e6 / bookings,
        used.server().toNanos() / 1e6 / bookings,
        used.database().toNanos() / 1e6 / bookings);
  }

  private static List<Load.Client> concat(List<Load.Client> some, List<Load.Client> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /// The connections stand throughout: a database process that has ended tells nothing any more,
  /// and a new one has to learn the statement first.
  private Run run(List<Load.Client> clients, double seconds) throws Exception {
    Cpu before = server.cpu();
    double perSecond = Load.perSecond(clients, seconds);
    return new Run(perSecond, server.cpu().since(before));
  }
}
