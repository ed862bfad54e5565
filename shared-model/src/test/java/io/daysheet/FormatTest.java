package io.daysheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file of every module stands as google-java-format writes it, imports included.
///
/// A test, and not the formatter plugin's own check: that one runs in Maven's JVM, which may be too
/// old to read this project's Java.
class FormatTest {

  @Test
  void everySourceFileIsFormatted() throws IOException {
    Path project = Path.of("").toAbsolutePath().getParent();
    List<Path> unformatted;
    try (Stream<Path> files =
        Stream.of("shared-model", "sync-server", "desktop-client", "installer")
            .map(module -> project.resolve(module).resolve("src"))
            .filter(Files::isDirectory)
            .flatMap(FormatTest::javaFiles)) {
      unformatted = files.parallel().filter(FormatTest::isUnformatted).sorted().toList();
    }
    assertThat(unformatted)
        .as("not formatted; `mvn spotless:apply` with Maven on JDK 25 does it")
        .isEmpty();
  }

  private static Stream<Path> javaFiles(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isUnformatted(Path file) {
    try {
      String source = Files.readString(file);
      return !new Formatter().formatSourceAndFixImports(source).equals(source);
    } catch (IOException | FormatterException unreadable) {
      throw new IllegalStateException(file.toString(), unreadable);
    }
  }
}
