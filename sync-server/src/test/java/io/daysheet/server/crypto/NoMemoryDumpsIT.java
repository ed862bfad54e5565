package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.BesideOthers;
import io.daysheet.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// No image of the memory.
@BesideOthers
@EnabledOnOs(OS.LINUX) // asks /proc
class NoMemoryDumpsIT {

  @TempDir Path data;

  @Test
  void isWrittenByTheServerOrTheDatabaseAndWhoAsksForHeapDumpsIsToldWhatIsInThem()
      throws IOException {
    try (ServerProcess server =
        ServerProcess.startFrom(ServerProcess.packed(), "-XX:+HeapDumpOnOutOfMemoryError", data)) {
      String postgres = Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst();

      assertThat(coreLimit(Long.toString(server.pid()))).isEqualTo("0 0 bytes");
      assertThat(coreLimit(postgres.strip())).isEqualTo("0 0 bytes");
      assertThat(server.output())
          .contains("-XX:-HeapDumpOnOutOfMemoryError")
          .doesNotContain("A restricted method", "image of the memory");
    }
  }

  private static String coreLimit(String process) throws IOException {
    return Files.readAllLines(Path.of("/proc", process, "limits")).stream()
        .filter(line -> line.startsWith("Max core file size"))
        .map(line -> line.replace("Max core file size", "").strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElseThrow();
  }
}
