package io.daysheet.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/// Unpacks the server's jar for the tests, starts it once, and keeps beside it what Java learned of
/// its classes and the demo's data folder. A server starts from these in a third of the time that
/// the packed jar and an empty folder take, and the tests of both modules start two dozen.
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
    unpack();
    start();
    Files.writeString(of, packed);
  }

  private void unpack() throws IOException, InterruptedException {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                folder.toString())
            .inheritIO()
            .start();
    if (tool.waitFor() != 0) {
      throw new IllegalStateException("the server's jar could not be unpacked");
    }
  }

  private void start() throws IOException, InterruptedException {
    try (ServerProcess first =
        ServerProcess.startFrom(
            folder.resolve(jar.getFileName()),
            "-XX:AOTCacheOutput=" + folder.resolve("server.aot"),
            folder.resolve("demo"),
            "--daysheet.demo=true")) {
      if (first.closeInput() != 0) {
        throw new IllegalStateException("the server's first start failed:\n" + first.output());
      }
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return DigestUtils.md5DigestAsHex(content);
    }
  }
}
