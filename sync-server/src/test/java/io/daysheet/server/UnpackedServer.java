package io.daysheet.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/// Unpacks the server's jar for the tests and keeps beside it what Java learns of its classes at a
/// first start. A server starts from these in a third of the time that the packed jar takes, and
/// the tests of both modules start two dozen.
///
/// Maven runs it before the integration tests, with the packed jar and the folder to unpack it to.
/// What is there already stays if it is of the same jar.
final class UnpackedServer {

  private final Path jar;
  private final Path folder;

  private UnpackedServer(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    new UnpackedServer(Path.of(arguments[0]), Path.of(arguments[1])).bringUpToDate();
  }

  private void bringUpToDate() throws IOException, InterruptedException {
    Path of = folder.resolve("of.md5");
    String packed = digest(jar);
    if (Files.exists(of) && Files.readString(of).equals(packed)) {
      return;
    }
    FileSystemUtils.deleteRecursively(folder);
    java("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
    learn(folder.resolve(jar.getFileName()));
    Files.writeString(of, packed);
  }

  /// One start, up to the moment in which it would serve.
  private void learn(Path unpacked) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("daysheet-first-start");
    try {
      java(
          "-XX:AOTCacheOutput=" + folder.resolve("server.aot"),
          "-Djava.io.tmpdir=" + data,
          "-Dspring.context.exit=onRefresh",
          "-jar",
          unpacked.toString(),
          "--server.port=0",
          "--daysheet.data=" + data.resolve("data"));
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private void java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("daysheet-first-start", ".log");
    int end =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (end != 0) {
      throw new IllegalStateException("ended with " + end + ":\n" + Files.readString(log));
    }
    Files.delete(log);
  }

  private static String digest(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return DigestUtils.md5DigestAsHex(content);
    }
  }
}
