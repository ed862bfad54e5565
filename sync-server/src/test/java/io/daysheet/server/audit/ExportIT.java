package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.server.audit.OfflineVerification.NotAnExport;
import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditProblem;
import io.daysheet.wire.AuditVerification;
import io.daysheet.wire.AuditVerification.BadBatch;
import io.daysheet.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export is verified by a program that has nothing but the file.
class ExportIT {

  @TempDir Path folder;
  private Trail trail;
  private Path file;

  @BeforeEach
  void fill() {
    trail = Trail.in(folder);
    file = folder.resolve("export.ndjson");
    trail.writeAndSeal(10);
    trail.clock.set(trail.clock.instant().plus(Duration.ofDays(1)));
    trail.writeAndSeal(8);
    trail.write(3);
  }

  @Test
  void theWholeTrailIsInOrderWithoutTheDatabase() throws IOException {
    export(null, null);

    AuditVerification found = offline(List.of(), null);
    assertThat(found.firstBad()).isNull();
    assertThat(found.batches()).isEqualTo(5);
    assertThat(found.entries()).isEqualTo(18);
    assertThat(found.unsealed()).isEqualTo(3);
    assertThat(found.head()).isEqualTo(trail.verify().head());
    assertThat(offline(List.of(publicKey()), found.head()).sound()).isTrue();
  }

  @Test
  void aPartBeginsAtABatchAndIsInOrderToo() throws IOException {
    export(trail.clock.instant(), null);
    assertThat(offline(List.of(), null).firstBad()).isNull();
    assertThat(offline(List.of(), null).entries()).isEqualTo(8);

    export(null, trail.clock.instant());
    assertThat(offline(List.of(), null).firstBad()).isNull();
    assertThat(offline(List.of(), null).entries()).isEqualTo(10);
    assertThat(offline(List.of(), null).unsealed()).isZero();

    export(trail.clock.instant().plusSeconds(1), null);
    assertThat(offline(List.of(), null).sound()).isTrue();
    assertThat(offline(List.of(), null).batches()).isZero();
  }

  @Test
  void aChangedLineIsFoundAndNamed() throws IOException {
    export(null, null);
    change("Zofia Front", "Zofia Fron1", 5);

    assertThat(offline(List.of(), null).firstBad())
        .isEqualTo(
            new BadBatch(2, AuditProblem.CHANGED_ENTRIES, List.of(5L), List.of(), List.of()));
  }

  @Test
  void aRemovedLineIsFound() throws IOException {
    export(null, null);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(2);
    Files.write(file, lines);

    assertThat(offline(List.of(), null).firstBad())
        .isEqualTo(
            new BadBatch(1, AuditProblem.CHANGED_ENTRIES, List.of(), List.of(1L), List.of()));
  }

  @Test
  void anExportThatWasCutOffIsNone() throws IOException {
    export(null, null);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 4));

    assertThatThrownBy(() -> offline(List.of(), null))
        .isInstanceOf(NotAnExport.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void withATrustedKeyAForgedExportIsFound(@TempDir Path elsewhere) throws IOException {
    String ours = publicKey();
    trail.asSuperuser("delete from audit_batch");
    Trail forger = trail.beside(elsewhere);
    forger.sealer.seal();
    try (OutputStream out = Files.newOutputStream(file)) {
      forger.export().write(null, null, out);
    }

    assertThat(offline(List.of(), null).sound()).as("the export names its own key").isTrue();
    assertThat(offline(List.of(ours), null).firstBad())
        .isEqualTo(BadBatch.of(1, AuditProblem.UNKNOWN_KEY));
  }

  @Test
  void aKnownEndThatIsNotReachedIsFound() throws IOException {
    AuditHead head = trail.batches.last().map(BatchRows::head).orElseThrow();
    export(null, trail.clock.instant());

    assertThat(offline(List.of(), head).firstBad())
        .isEqualTo(BadBatch.of(4, AuditProblem.MISSING_BATCH));
  }

  @Test
  void theCommandEndsWithANumberForScripts() throws IOException {
    export(null, null);
    var said = new ByteArrayOutputStream();
    assertThat(command(said, "--public-key=" + publicKey())).isZero();
    assertThat(WireJson.mapper().readValue(said.toByteArray(), AuditVerification.class).sound())
        .isTrue();

    assertThat(command(said)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("give --public-key");
    assertThat(command(said, "--public-key=eA==")).isEqualTo(2);
    assertThat(command(said, "--audit-head=12")).isEqualTo(2);
    change("Desk 3", "Desk 4", 2);
    assertThat(command(said)).isEqualTo(1);
    Files.writeString(file, "{}\n");
    assertThat(command(said)).isEqualTo(2);
    Files.delete(file);
    assertThat(command(said)).isEqualTo(2);
  }

  private int command(ByteArrayOutputStream said, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--verify-audit=" + file));
    arguments.addAll(List.of(more));
    return OfflineVerification.run(
        trail.clock,
        new PrintStream(said, true, StandardCharsets.UTF_8),
        arguments.toArray(String[]::new));
  }

  private void export(@Nullable Instant from, @Nullable Instant until) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      trail.export().write(from, until, out);
    }
  }

  private AuditVerification offline(List<String> trusted, @Nullable AuditHead expected)
      throws IOException {
    return OfflineVerification.verify(trail.clock, file, trusted, expected);
  }

  private String publicKey() {
    return trail.keys.all().getFirst().publicKey();
  }

  /// In the n-th line that has it.
  private void change(String from, String to, int number) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int left = number;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(from) && --left == 0) {
        lines.set(i, lines.get(i).replace(from, to));
      }
    }
    Files.write(file, lines);
  }
}
