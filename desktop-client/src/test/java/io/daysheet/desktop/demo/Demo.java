package io.daysheet.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `mvn -Pdemo verify`: a server with demo data, and desks on it.
///
/// With a display the desks are windows, and the demo ends when the last one is closed. Without one
/// the two-desk story plays by itself; the exit code tells whether it came true.
public final class Demo {

  private final Path jar;
  private final Path folder;
  private final int desks;
  private final Progress progress = new Progress();
  private final List<Process> windows = new ArrayList<>();

  private Demo(Path jar, Path folder, int desks) {
    this.jar = jar;
    this.folder = folder;
    this.desks = desks;
  }

  /// Arguments: the server's jar, the folder for data and pictures, the number of desks.
  public static void main(String[] arguments) {
    var demo =
        new Demo(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    System.exit(demo.run() ? 0 : 1);
  }

  private boolean run() {
    progress.tell("Daysheet demo: starting the server on its own PostgreSQL with demo data");
    Path data = folder.resolve("server");
    delete(folder);
    try (var server = new DemoServer(jar, data, progress)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      server.start();
      progress.tell("The server answers at " + server.address() + " (API page: /docs)");
      return switch (Display.find()) {
        case Display.Present() -> showWindows(server);
        case Display.None() -> {
          progress.tell("There is no display: the story plays by itself, headless");
          yield playStory(server);
        }
        case Display.Lacking(String library, String packages) -> {
          progress.tell(
              "There is a display, but %s is not installed. Install the package %s to see the desk"
                  .formatted(library, packages));
          progress.tell("Now the story plays by itself, headless");
          yield playStory(server);
        }
      };
    }
  }

  private boolean playStory(DemoServer server) {
    try {
      new TwoDeskStory(folder, server, progress).play();
      return true;
    } catch (RuntimeException untrue) { // whatever went wrong: the toolkit's threads must not go on
      progress.tell("The story did not come true: " + untrue.getMessage());
      untrue.printStackTrace();
      return false;
    }
  }

  /// Opens the desks side by side and waits until the last one is closed.
  private boolean showWindows(DemoServer server) {
    for (int i = 0; i < desks; i++) {
      windows.add(open(server, i));
    }
    progress.tell("\"Sign in\" opens your browser. Whoever signs in there, sits at that desk:");
    DemoPeople.in(server.credentials()).all().stream()
        .filter(person -> !person.role().equals("patient"))
        .forEach(person ->
            progress.tell(
                "  %-13s name %-21s password %s"
                    .formatted(person.role(), person.login(), person.password())));
    progress.tell(
        desks
            + (desks == 1 ? " desk is" : " desks are")
            + " open; close the window to end the demo");
    return windows.stream().map(w -> w.onExit().join()).allMatch(w -> w.exitValue() == 0);
  }

  private Process open(DemoServer server, int number) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.daysheet.desktop.DaysheetDesk",
                "--server=" + server.address(),
                "--desk=Desk " + (number + 1)));
    if (desks > 1) {
      command.add("--place=" + number * 960 + ",0,960,800");
    }
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException unable) {
      throw new UncheckedIOException("the desk could not be opened", unable);
    }
  }

  /// After Ctrl+C, too: first the desks, then the server and with it the database.
  private void stop(DemoServer server) {
    windows.forEach(Process::destroy);
    server.close();
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException inUse) {
      throw new UncheckedIOException("an earlier demo is in the way: " + folder, inUse);
    }
  }
}
