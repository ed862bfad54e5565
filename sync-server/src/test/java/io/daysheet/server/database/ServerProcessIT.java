package io.daysheet.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daysheet.server.BesideOthers;
import io.daysheet.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The real server as processes: how it stops, and what is left when it can't.
@BesideOthers
@TestMethodOrder(OrderAnnotation.class)
class ServerProcessIT {

  @TempDir static Path data;

  @Test
  @Order(1)
  void aKilledServerLeavesADatabaseThatTheNextOneTakesOver() throws Exception {
    try (ServerProcess killed = ServerProcess.start(data)) {
      killed.kill();
    }
    long orphan = postmaster();
    assertThat(ProcessHandle.of(orphan)).as("the database outlives its server").isPresent();

    try (ServerProcess next = ServerProcess.start(data)) {
      assertThat(postmaster()).isNotEqualTo(orphan);
      assertThat(ProcessHandle.of(orphan)).isEmpty();
      assertThat(next.output()).contains("from a server that was killed");

      ServerProcess second = ServerProcess.launch(data);
      assertThat(second.awaitEnd()).isNotZero();
      assertThat(second.output()).contains("Another Daysheet server is running");
      second.close();

      assertThat(next.terminate()).isEqualTo(143);
    }
    assertStopped();
  }

  @Test
  @Order(2)
  void bothKilledTheNextOneRecovers() throws Exception {
    try (ServerProcess killed = ServerProcess.start(data)) {
      killed.kill();
      DataFolders.killDatabase(data);
    }
    try (ServerProcess next = ServerProcess.start(data)) {
      assertThat(next.closeInput()).isZero();
    }
    assertStopped();
  }

  @Test
  @Order(3)
  void aStopInTheMiddleOfTheStartLeavesNothingBehind() throws Exception {
    try (ServerProcess starting = ServerProcess.launch(data)) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> Files.exists(data.resolve("database/postmaster.pid")));
      starting.terminate();
    }
    assertStopped();
  }

  @Test
  void anotherAddressThanLoopbackEndsTheStartInOneParagraph() throws Exception {
    try (ServerProcess refused = ServerProcess.launch(data, "--server.address=0.0.0.0")) {
      assertThat(refused.awaitEnd()).isNotZero();
      assertThat(refused.output())
          .contains("answers only on this machine")
          .contains("Nothing was started")
          .doesNotContain("\tat ");
    }
  }

  private static long postmaster() throws Exception {
    return Leftovers.postmaster(data.toRealPath().resolve("database")).orElseThrow();
  }

  private static void assertStopped() throws Exception {
    String ours = data.toRealPath().toString();
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(each -> each.info().command().orElse("").startsWith(ours));
    assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
  }
}
