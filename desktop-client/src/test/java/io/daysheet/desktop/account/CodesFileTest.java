package io.daysheet.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodesFileTest {

  @TempDir private Path folder;

  @Test
  void onlyItsOwnerReadsItAlsoWhereOthersCouldReadTheOneBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("codes.txt"), "what was there before, and longer");
    assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    CodesFile.write(file, "k4tz-9wq0\n");

    assertThat(file).hasContent("k4tz-9wq0\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whereNothingCanBeWrittenThatIsTold() {
    Path nowhere = folder.resolve("no such folder").resolve("codes.txt");

    assertThatThrownBy(() -> CodesFile.write(nowhere, "k4tz-9wq0"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("k4tz");
  }
}
