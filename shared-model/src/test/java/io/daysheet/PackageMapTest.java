package io.daysheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of packages in a module's README names each package that there is, and no other.
class PackageMapTest {

  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          shared-model,   io.daysheet
          sync-server,    io.daysheet.server
          desktop-client, io.daysheet.desktop
          """)
  void eachPackageStandsInTheMapOfItsModule(String module, String root) throws IOException {
    Path folder = Path.of("").toAbsolutePath().getParent().resolve(module);

    assertThat(told(folder.resolve("README.md"), root))
        .as("packages in the table of %s/README.md", module)
        .isEqualTo(packages(folder.resolve("src/main/java")));
  }

  private static Set<String> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> sources.relativize(file.getParent()))
          .map(path -> path.toString().replace(path.getFileSystem().getSeparator(), "."))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /// The names in the table's first column; its title may name the package that holds the others.
  private static Set<String> told(Path readme, String root) throws IOException {
    List<String> lines = Files.readAllLines(readme);
    return lines.stream()
        .dropWhile(line -> !line.startsWith("| Package"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1)[1])
        .flatMap(cell -> NAME.matcher(cell).results())
        .map(name -> name.group(1))
        .map(name -> name.startsWith("io.daysheet") ? name : root + "." + name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
