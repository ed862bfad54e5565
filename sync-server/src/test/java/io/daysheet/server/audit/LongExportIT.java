package io.daysheet.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daysheet.wire.AuditVerification;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever takes an export may take hours for it.
class LongExportIT {

  private static final String TRANSACTIONS =
      """
      select count(*) from pg_stat_activity
      where datname = current_database() and usename = 'daysheet_app' and xact_start is not null
      """;

  @TempDir Path folder;
  private Trail trail;
  private ExportFile export;

  @BeforeEach
  void fill() {
    export = ExportFile.in(folder);
    trail = export.trail();
    trail.clock.set(Instant.parse("2015-03-12T10:00:00Z"));
    trail.writeAndSeal(10);
    trail.write(3);
  }

  @Test
  void nothingOfTheDatabaseIsKeptWhileALineIsTaken() throws Exception {
    try (Connection database = trail.database.connectAsSuperuser();
        Statement statement = database.createStatement()) {
      exportTo(() -> assertThat(number(statement)).isZero());
    }

    assertThat(export.lines()).hasSize(1 + 3 + 10 + 3 + 1);
  }

  @Test
  void whatIsNotSealedComesPageByPageAndOnce() throws IOException {
    trail.transaction.executeWithoutResult(_ -> trail.write(1100));
    exportTo(() -> {});

    assertThat(export.verify().unsealed()).isEqualTo(1103);
    assertThat(export.lines()).doesNotHaveDuplicates().hasSize(1 + 3 + 10 + 1103 + 1);
  }

  @Test
  void whatMayBeForgottenAnyDayIsALinkAlready() throws IOException {
    trail.clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    trail.writeAndSeal(5);
    exportTo(() -> {});

    AuditVerification found = export.verify();
    assertThat(found.firstBad()).isNull();
    assertThat(found.forgotten()).isEqualTo(3);
    assertThat(export.lines()).hasSize(1 + 3 + 2 + 8 + 1);
    assertThat(trail.verify().forgotten()).isZero();
  }

  /// Forgetting comes a day later than it may, so an export that began before is not cut short.
  @Test
  void whatAnExportBeganWithIsThereUntilItsEnd() throws IOException {
    trail.clock.set(Instant.parse("2021-03-12T09:59:59Z"));
    exportTo(() -> trail.forgettingAt(Instant.parse("2021-03-12T21:00:00Z")));

    assertThat(export.verify().firstBad()).isNull();
    assertThat(export.verify().forgotten()).isZero();
    trail.forgettingAt(Instant.parse("2021-03-13T10:00:01Z"));
    assertThat(trail.verify().forgotten()).isEqualTo(3);
  }

  @Test
  void anExportThatNobodyTakesEndsBeforeAnythingCouldBeForgotten() {
    trail.clock.set(Instant.parse("2021-03-12T09:59:59Z"));

    assertThatThrownBy(() -> exportTo(() -> trail.clock.set(Instant.parse("2021-03-12T22:00:00Z"))))
        .isInstanceOf(UncheckedIOException.class);
  }

  /// A hospital's officers keep what was exported, and what is left is in order with it.
  @Test
  void theChainGoesOnAfterWhatWasForgotten() throws IOException {
    trail.seal();
    trail.clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    trail.writeAndSeal(5);
    trail.forgetting.forget();
    exportTo(() -> {});

    assertThat(export.verify().firstBad()).isNull();
    assertThat(export.verify().forgotten()).isEqualTo(4);
    assertThat(export.verify().head()).isEqualTo(trail.verify().head());
  }

  /// Exports all of it to somebody who does that between any two lines.
  private void exportTo(Runnable afterEachLine) throws IOException {
    export.writeAll(out -> new Slow(out, afterEachLine));
  }

  private static long number(Statement statement) {
    try (ResultSet row = statement.executeQuery(TRANSACTIONS)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static final class Slow extends FilterOutputStream {
    private final Runnable afterEachLine;

    Slow(OutputStream out, Runnable afterEachLine) {
      super(out);
      this.afterEachLine = afterEachLine;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      out.write(bytes);
      afterEachLine.run();
    }
  }
}
