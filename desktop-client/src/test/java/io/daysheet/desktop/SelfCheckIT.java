package io.daysheet.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The packed desk's own check, and the start from which its cache of classes is made.
class SelfCheckIT {

  @Test
  void aDayIsPaintedWithoutADisplayAndWithoutAServer() throws Exception {
    Process desk =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.daysheet.desktop.DaysheetDesk",
                "--check")
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(desk.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said).contains("the first screen was painted");
      assertThat(desk.exitValue()).isZero();
    } finally {
      desk.destroyForcibly();
    }
  }
}
