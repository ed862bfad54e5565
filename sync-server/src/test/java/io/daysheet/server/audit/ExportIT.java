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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export is verified by a program that has nothing but the file.
class ExportIT {

  @TempDir Path folder;
  private Trail trail;
  private ExportFile export;

  @BeforeEach
  void fill() {
    export = ExportFile.in(folder);
    trail = export.trail();
    trail.writeAndSeal(10);
    trail.clock.set(trail.clock.instant().plus(Duration.ofDays(1)));
    trail.writeAndSeal(8);
    trail.write(3);
  }

  @Test
  void theWholeTrailIsInOrderWithoutTheDatabase() throws IOException {
    export.write(null, null);

    AuditVerification found = export.verify();
    assertThat(found.firstBad()).isNull();
    assertThat(found.batches()).isEqualTo(5);
    assertThat(found.entries()).isEqualTo(18);
    assertThat(found.unsealed()).isEqualTo(3);
    assertThat(found.head()).isEqualTo(trail.verify().head());
    assertThat(export.verify(List.of(publicKey()), found.head()).sound()).isTrue();
  }

  @Test
  void aPartBeginsAtABatchAndIsInOrderToo() throws IOException {
    export.write(trail.clock.instant(), null);
    assertThat(export.verify().firstBad()).isNull();
    assertThat(export.verify().entries()).isEqualTo(8);

    export.write(null, trail.clock.instant());
    assertThat(export.verify().firstBad()).isNull();
    assertThat(export.verify().entries()).isEqualTo(10);
    assertThat(export.verify().unsealed()).isZero();

    export.write(trail.clock.instant().plusSeconds(1), null);
    assertThat(export.verify().sound()).isTrue();
    assertThat(export.verify().batches()).isZero();
  }

  @Test
  void aChangedLineIsFoundAndNamed() throws IOException {
    export.write(null, null);
    change("Zofia Front", "Zofia Fron1", 5);

    assertThat(export.verify().firstBad())
        .isEqualTo(
            new BadBatch(2, AuditProblem.CHANGED_ENTRIES, List.of(5L), List.of(), List.of()));
  }

  @Test
  void aRemovedLineIsFound() throws IOException {
    export.write(null, null);
    List<String> lines = new ArrayList<>(export.lines());
    lines.remove(2);
    Files.write(export.file(), lines);

    assertThat(export.verify().firstBad())
        .isEqualTo(
            new BadBatch(1, AuditProblem.CHANGED_ENTRIES, List.of(), List.of(1L), List.of()));
  }

  @Test
  void anExportThatWasCutOffIsNone() throws IOException {
    export.write(null, null);
    List<String> lines = export.lines();
    Files.write(export.file(), lines.subList(0, lines.size() - 4));

    assertThatThrownBy(() -> export.verify())
        .isInstanceOf(NotAnExport.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void withATrustedKeyAForgedExportIsFound(@TempDir Path elsewhere) throws IOException {
    String ours = publicKey();
    trail.asSuperuser("delete from audit_batch");
    Trail forger = trail.beside(elsewhere);
    forger.seal();
    try (OutputStream out = Files.newOutputStream(export.file())) {
      forger.export().write(null, null, out);
    }

    assertThat(export.verify().sound()).as("the export names its own key").isTrue();
    assertThat(export.verify(List.of(ours), null).firstBad())
        .isEqualTo(BadBatch.of(1, AuditProblem.UNKNOWN_KEY));
  }

  @Test
  void aKnownEndThatIsNotReachedIsFound() throws IOException {
    AuditHead head = trail.batches.last().map(BatchRows::head).orElseThrow();
    export.write(null, trail.clock.instant());

    assertThat(export.verify(List.of(), head).firstBad())
        .isEqualTo(BadBatch.of(4, AuditProblem.MISSING_BATCH));
  }

  @Test
  void theCommandEndsWithANumberForScripts() throws IOException {
    export.write(null, null);
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
    Files.writeString(export.file(), "{}\n");
    assertThat(command(said)).isEqualTo(2);
    Files.delete(export.file());
    assertThat(command(said)).isEqualTo(2);
  }

  private int command(ByteArrayOutputStream said, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--verify-audit=" + export.file()));
    arguments.addAll(List.of(more));
    return OfflineVerification.run(
        trail.clock,
        new PrintStream(said, true, StandardCharsets.UTF_8),
        arguments.toArray(String[]::new));
  }

  private String publicKey() {
    return trail.keys.all().getFirst().publicKey();
  }

  /// In the n-th line that has it.
  private void change(String from, String to, int number) throws IOException {
    List<String> lines = new ArrayList<>(export.lines());
    int left = number;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(from) && --left == 0) {
        lines.set(i, lines.get(i).replace(from, to));
      }
    }
    Files.write(export.file(), lines);
  }
}
