package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.daysheet.rule.Violation;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text that a screen names is in the bundle beside it, and every text there is named.
///
/// A key is written out in the source, or its beginning up to a dot is: `"status."` names them all.
/// The texts of violations are named by their codes.
class MessagesTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path RECORD_WORDS =
      Path.of("io", "daysheet", "desktop", "form", "RecordWords.java");
  private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z0-9]+(?:[.-][a-zA-Z0-9]+)*)\"");
  private static final Pattern BEGINNING = Pattern.compile("\"([a-z0-9-]+\\.)\"");
  private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.-]+)\"");
  private static final Pattern ASKED =
      Pattern.compile("\\bmessages(?:\\(\\))?\\s*\\.get\\(\\s*\"([^\"]+)\"");

  static Stream<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files
          .filter(file -> file.endsWith("messages.properties"))
          .map(RESOURCES::relativize)
          .map(Path::getParent)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextIsNamedSomewhere(Path screen) {
    Set<String> unused = keys(screen);
    unused.removeAll(found(QUOTED, java(screen)));
    unused.removeAll(found(IN_FXML, fxml(screen)));
    Set<String> beginnings = found(BEGINNING, java(screen));
    unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
    unused.removeIf(key -> codes(Violation.class).anyMatch(code -> (key + ".").startsWith(code)));

    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyNamedTextIsThere(Path screen) {
    Set<String> missing = new TreeSet<>(found(ASKED, java(screen)));
    missing.addAll(found(IN_FXML, fxml(screen)));
    Set<String> keys = keys(screen);
    missing.removeIf(key ->
        key.endsWith(".") ? keys.stream().anyMatch(k -> k.startsWith(key)) : keys.contains(key));

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextShouts(Path screen) {
    assertThat(properties(screen).values())
        .allSatisfy(text -> assertThat((String) text).doesNotContain("!").isNotBlank());
  }

  /// Each with a dot behind it.
  private static Stream<String> codes(Class<?> violation) {
    return violation.isSealed()
        ? Arrays.stream(violation.getPermittedSubclasses()).flatMap(MessagesTest::codes)
        : Stream.of(violation.getAnnotation(JsonTypeName.class).value() + ".");
  }

  private static Set<String> keys(Path screen) {
    return new TreeSet<>(properties(screen).stringPropertyNames());
  }

  private static Properties properties(Path screen) {
    Properties texts = new Properties();
    try (Reader reader =
        Files.newBufferedReader(RESOURCES.resolve(screen).resolve("messages.properties"))) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /// What the words of all records have in common asks for the texts of each record's screen.
  private static List<String> java(Path screen) {
    String words = read(SOURCES.resolve(RECORD_WORDS));
    List<String> own = texts(SOURCES.resolve(screen), ".java");
    return own.stream().anyMatch(source -> source.contains("implements RecordWords<"))
        ? Stream.concat(own.stream(), Stream.of(words)).toList()
        : own.stream().filter(source -> !source.equals(words)).toList();
  }

  private static List<String> fxml(Path screen) {
    return texts(RESOURCES.resolve(screen), ".fxml");
  }

  private static Set<String> found(Pattern pattern, List<String> texts) {
    Set<String> found = new TreeSet<>();
    for (String text : texts) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  private static List<String> texts(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(MessagesTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
