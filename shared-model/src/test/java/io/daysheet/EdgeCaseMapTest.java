package io.daysheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The server's README says which test is which edge case: none is missing, and none is told of
/// that is not there.
class EdgeCaseMapTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /// A class, a method of it, or a method of the class that was named before.
  private static final Pattern NAME = Pattern.compile("`(\\w*)(?:\\.(\\w+))?`");

  @Test
  void everyEdgeCaseOfTheScheduleHasATest() throws IOException {
    assertThat(rows().stream().map(row -> row.split("\\|", -1)[1].strip().split(" ", 2)[0]))
        .containsAll(IntStream.rangeClosed(1, 37).mapToObj(Integer::toString).toList())
        .doesNotHaveDuplicates();
    assertThat(rows()).allMatch(row -> NAME.matcher(row.split("\\|", -1)[2]).find());
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, Path> tests = tests();
    List<String> missing = new ArrayList<>();
    for (String row : rows()) {
      String text = "";
      Matcher names = NAME.matcher(row);
      while (names.find()) {
        if (!names.group(1).isEmpty()) {
          Path file = tests.get(names.group(1) + ".java");
          text = file == null ? "" : Files.readString(file);
        }
        String method = names.group(2);
        if (text.isEmpty() || (method != null && !text.contains(" void " + method + "("))) {
          missing.add(names.group());
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("sync-server/README.md")).stream()
        .dropWhile(line -> !line.startsWith("## Which test is which edge case"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.matches("\\| \\d+ .*"))
        .toList();
  }

  private static Map<String, Path> tests() {
    return Stream.of("shared-model", "sync-server", "desktop-client")
        .map(module -> ROOT.resolve(module).resolve("src/test/java"))
        .flatMap(EdgeCaseMapTest::files)
        .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
        .collect(
            Collectors.toMap(file -> file.getFileName().toString(), file -> file, (one, _) -> one));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
