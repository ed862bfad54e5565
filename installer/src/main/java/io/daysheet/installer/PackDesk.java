package io.daysheet.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the desk's application image for the system that builds: a Java with JavaFX in it, the
/// desk's jars, a launcher with our icon and a cache of loaded classes, and then starts it once.
///
/// Arguments: the build folder, which holds `jars` and `modules`; the desk's jar; the version.
public final class PackDesk {

  /// What the desk and its libraries ask of Java: `jdeps` over the jars, the languages of the
  /// dates, and the flight recorder for a desk that is slow at a customer's.
  private static final List<String> MODULES =
      List.of(
          "javafx.controls",
          "javafx.fxml",
          "java.desktop",
          "java.logging",
          "java.naming",
          "java.sql",
          "java.xml",
          "jdk.httpserver",
          "jdk.jfr",
          "jdk.localedata",
          "jdk.unsupported");

  /// A day of a hundred thousand changes needs 36 MB of heap; the rest of the machine is not ours.
  /// What a crash would write of the memory holds patients' names, so it writes nothing.
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xmx256m",
          "--enable-native-access=javafx.graphics,ALL-UNNAMED",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=" + (isWindows() ? "NUL" : "/dev/null"));

  private final Path build;
  private final String jar;
  private final String version;

  private PackDesk(Path build, String jar, String version) {
    this.build = build;
    this.jar = jar;
    this.version = version;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /// Packs and checks; ends with 1 and a reason if anything is wrong.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      new PackDesk(Path.of(arguments[0]), arguments[1], arguments[2]).pack();
    } catch (IllegalStateException failed) {
      System.err.println("installer: " + failed.getMessage());
      System.exit(1);
    }
  }

  private void pack() throws IOException, InterruptedException {
    Path runtime = build.resolve("runtime");
    Path images = build.resolve("image");
    delete(runtime);
    delete(images);
    say("a Java with JavaFX in it: " + runtime);
    run(
        "jlink",
        Stream.of(
            "--module-path",
            platformModules(),
            "--add-modules",
            String.join(",", MODULES),
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-6",
            "--generate-cds-archive",
            "--output",
            runtime.toString()));
    say("the desk's image: " + images);
    run(
        "jpackage",
        Stream.concat(
            Stream.of(
                "--type",
                "app-image",
                "--name",
                DeskImage.NAME,
                "--app-version",
                version,
                "--vendor",
                "Daysheet",
                "--description",
                "The front desk's schedule",
                "--input",
                build.resolve("jars").toString(),
                "--main-jar",
                jar,
                "--main-class",
                "io.daysheet.desktop.DaysheetDesk",
                "--runtime-image",
                runtime.toString(),
                "--icon",
                new IconFile(build.resolve("jars").resolve(jar), build).write().toString(),
                "--dest",
                images.toString()),
            JAVA_OPTIONS.stream().flatMap(option -> Stream.of("--java-options", option))));
    DeskImage image = DeskImage.in(images);
    say("a first start, from which the next ones learn");
    image.train();
    say("a start without a display");
    long milliseconds = image.check();
    say(
        String.format(
            Locale.ROOT,
            "%s starts (%d ms), %d MB",
            image.launcher(),
            milliseconds,
            image.size() / 1_000_000));
  }

  /// The JavaFX jars of this platform; the ones without code only point to them.
  private String platformModules() throws IOException {
    try (Stream<Path> jars = Files.list(build.resolve("modules"))) {
      return jars.filter(PackDesk::isModule)
          .map(Path::toString)
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }
  }

  private static boolean isModule(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.getEntry("module-info.class") != null;
    } catch (IOException unreadable) {
      throw new IllegalStateException("can't read " + jar, unreadable);
    }
  }

  private static void run(String tool, Stream<String> arguments) {
    String[] all = arguments.toArray(String[]::new);
    int exit =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
            .run(System.out, System.err, all);
    if (exit != 0) {
      throw new IllegalStateException(tool + " " + Arrays.toString(all) + " ended with " + exit);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
          // jlink makes its files read-only, which Windows takes for undeletable
          path.toFile().setWritable(true);
          Files.delete(path);
        }
      }
    }
  }

  private static void say(String message) {
    System.out.println("installer: " + message);
  }
}
