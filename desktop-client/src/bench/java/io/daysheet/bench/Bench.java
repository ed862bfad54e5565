package io.daysheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Runs every row and prints the table. Stopped half-way, it stops the server and removes its data.
public final class Bench {

  private final Path jar;
  private final InstantSource clock;
  private final BenchServer server;
  private final long started = System.nanoTime();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Bench(Path jar, InstantSource clock, BenchServer server) {
    this.jar = jar;
    this.clock = clock;
    this.server = server;
  }

  /// Arguments: the server's jar, the file for the table, and files with rows that were measured
  /// before.
  public static void main(String[] arguments) throws Exception {
    say("measuring; the table comes at the end");
    endWithTheBuild();
    try (BenchServer server = BenchServer.inTemporaryFolder()) {
      var cleanUp = new Thread(() -> close(server), "clean-up");
      Runtime.getRuntime().addShutdownHook(cleanUp);
      var bench = new Bench(Path.of(arguments[0]), InstantSource.system(), server);
      for (String file : List.of(arguments).subList(2, arguments.length)) {
        Files.readAllLines(Path.of(file)).stream().map(Row::parse).forEach(bench.rows::add);
      }
      String table = bench.run();
      Files.createDirectories(Path.of(arguments[1]).toAbsolutePath().getParent());
      Files.writeString(Path.of(arguments[1]), table);
      System.out.println();
      System.out.println(table);
    }
  }

  /// A build that is killed takes this along.
  private static void endWithTheBuild() {
    ProcessHandle.current()
        .parent()
        .ifPresent(build ->
            Thread.ofPlatform()
                .daemon()
                .name("end-with-the-build")
                .start(() -> {
                  build.onExit().join();
                  System.exit(130);
                }));
  }

  private static void close(BenchServer server) {
    try {
      server.close();
    } catch (IOException left) {
      System.err.println("bench: something is left behind: " + left.getMessage());
    }
  }

  private String run() throws Exception {
    say("starting the server on an empty database");
    server.start(jar);
    LocalDate today = LocalDate.ofInstant(clock.instant(), Clinics.ZONE);
    try (Connection database = server.connect()) {
      server.signIn(database);
    }
    say("registering patients");
    var clinics = new Clinics(today, Clinics.register(server));
    List<String> facts;
    try (Connection database = server.connect()) {
      facts = Machine.facts(database);
      say("filling it");
      clinics.fill(database);
    }
    clinics.bookFullDay(server);
    row("day snapshot", () -> new SnapshotRow(server, clinics.first().plusDays(1)).measure());
    row("losers of one slot", () -> new LosersRow(server, clinics).measure());
    row(
        "bookings per second",
        () -> new BookingsRow(server, new Slot.Supply(clinics), clock).measure(notes::add));
    row("patient search", () -> new SearchRow(server).measure(notes::add));
    row("boards", () -> new BoardsRow(server, clinics).measure());
    row("start", () -> new StartRow(server).measure(notes::add));
    screens();
    return new BenchTable(facts, rows, notes).text();
  }

  /// The rows of [ScreenBench], as it tells them.
  private void screens() throws Exception {
    if (!isWanted("screens")) {
      return;
    }
    say("screens");
    try (var child =
        ChildProcess.start(
            System.getProperty("java.class.path"),
            List.of("-Xmx256m"),
            ScreenBench.class.getName())) {
      child
          .lines()
          .filter(line -> line.startsWith(ScreenBench.ROW))
          .map(line -> Row.parse(line.substring(ScreenBench.ROW.length())))
          .forEach(this::add);
      child.end();
    }
  }

  /// Measures one row.
  @FunctionalInterface
  private interface Measurement {
    Row measure() throws Exception;
  }

  private void row(String name, Measurement measurement) throws Exception {
    if (isWanted(name)) {
      say(name);
      add(measurement.measure());
    }
  }

  /// `-Dbench.rows` names the rows to measure, as a regular expression, for somebody at work on
  /// one.
  private static boolean isWanted(String name) {
    return name.matches(System.getProperty("bench.rows", ".*"));
  }

  private void add(Row row) {
    rows.add(row);
    say("  " + String.join(" | ", row.cells()));
    say("  after " + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s");
  }

  private static void say(String progress) {
    System.out.println("bench: " + progress);
  }
}
