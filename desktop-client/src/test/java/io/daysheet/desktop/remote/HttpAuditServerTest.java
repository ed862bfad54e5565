package io.daysheet.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daysheet.desktop.remote.Exported.NotWritten;
import io.daysheet.desktop.remote.Exported.Why;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.identity.AccountId;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpAuditServerTest {

  private static final String LINES = "{\"type\":\"begin\"}\n{\"type\":\"entry\"}\n";
  private static final String END = "{\"type\":\"end\",\"batches\":0}\n";
  private static final AuditQuestion SINCE_NOON =
      new AuditQuestion(
          null,
          new AccountId(new UUID(0, 7)),
          Instant.parse("2026-03-19T12:00:00Z"),
          null,
          AuditAction.DAY_READ,
          AuditOutcome.DONE);

  @TempDir private Path folder;
  private final MockWebServer server = new MockWebServer();
  private ServerAddress address;
  private AuditServer audit;

  @BeforeEach
  void open() throws IOException {
    server.start();
    address = new ServerAddress("http://127.0.0.1:" + server.getPort(), "Desk 1");
    audit = new HttpAuditServer(address, Runnable::run);
  }

  @AfterEach
  void close() {
    address.close();
    server.close();
  }

  private Path file() {
    return folder.resolve("audit.ndjson");
  }

  private Outcome<Exported> export() throws Exception {
    var answered = new CompletableFuture<Outcome<Exported>>();
    Request _ = audit.export(SINCE_NOON, file(), _ -> {}, answered::complete);
    return answered.get(20, TimeUnit.SECONDS);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.toList();
    }
  }

  @Test
  void aQuestionIsAskedAsItIs() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"items\":[],\"next\":null}").build());
    var answered = new CompletableFuture<Outcome<?>>();
    Request _ = audit.search(SINCE_NOON, "cursor", answered::complete);

    assertThat(answered.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    assertThat(server.takeRequest().getTarget())
        .isEqualTo(
            "/api/v1/audit?limit=100&account=00000000-0000-0000-0000-000000000007"
                + "&action=day-read&outcome=done&after=cursor&from=2026-03-19T12%3A00%3A00Z");
  }

  @Test
  void aWholeExportIsWritten() throws Exception {
    server.enqueue(new MockResponse.Builder().body(LINES + END).build());

    assertThat(export()).isEqualTo(new Outcome.Done<>(new Exported.Whole(3)));
    assertThat(file()).content().isEqualTo(LINES + END);
    assertThat(files()).containsExactly(file());
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/api/v1/audit/export?from=2026-03-19T12%3A00%3A00Z");
  }

  @Test
  void anExportWithoutItsEndLeavesNoFile() throws Exception {
    server.enqueue(new MockResponse.Builder().body(LINES).build());

    assertThat(export()).isEqualTo(new Outcome.Unknown<>(Cause.BROKEN));
    assertThat(files()).isEmpty();
  }

  @Test
  void anExportThatIsCutOffLeavesTheFileThatWasThere() throws Exception {
    Files.writeString(file(), "an older one");
    server.enqueue(
        new MockResponse.Builder()
            .body(LINES.repeat(20_000) + END)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(export()).isEqualTo(new Outcome.Unknown<>(Cause.NO_ANSWER));
    assertThat(file()).content().isEqualTo("an older one");
    assertThat(files()).containsExactly(file());
  }

  /// The device takes nothing, as a full disk does.
  @Test
  void aFullDiskIsToldAndLeavesTheFileThatWasThere() throws Exception {
    Path device = Path.of("/dev/full");
    assumeTrue(Files.exists(device), "only Linux has it");
    Files.writeString(file(), "an older one");
    Files.createSymbolicLink(folder.resolve("audit.ndjson.part"), device);
    server.enqueue(new MockResponse.Builder().body(LINES.repeat(2_000) + END).build());

    assertThat(export()).isEqualTo(new Outcome.Done<>(new NotWritten(Why.NO_ROOM)));
    assertThat(file()).content().isEqualTo("an older one");
    assertThat(files()).containsExactly(file());
  }

  @Test
  void aFolderThatIsNotThereIsTold() throws Exception {
    server.enqueue(new MockResponse.Builder().body(LINES + END).build());
    var answered = new CompletableFuture<Outcome<Exported>>();
    Path nowhere = folder.resolve("gone").resolve("audit.ndjson");
    Request _ = audit.export(SINCE_NOON, nowhere, _ -> {}, answered::complete);

    assertThat(answered.get(20, TimeUnit.SECONDS))
        .isEqualTo(new Outcome.Done<>(new NotWritten(Why.NO_PLACE)));
    assertThat(files()).isEmpty();
  }

  @Test
  void anExportThatIsStoppedLeavesNothing() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .body(LINES.repeat(20_000) + END)
            .throttleBody(20_000, 20, TimeUnit.MILLISECONDS)
            .build());
    var told = new CompletableFuture<Long>();
    var answered = new CompletableFuture<Outcome<Exported>>();
    Request export = audit.export(SINCE_NOON, file(), told::complete, answered::complete);
    assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo(500);
    assertThat(files()).isNotEmpty().doesNotContain(file());
    export.cancel();

    await().until(() -> files().isEmpty());
    assertThat(answered).isNotDone();
  }

  @Test
  void whoMayNotIsToldSo() throws Exception {
    server.enqueue(new MockResponse.Builder().code(403).body("{\"code\":\"forbidden\"}").build());

    assertThat(export()).isInstanceOf(Outcome.Refused.class);
  }
}
