package io.daysheet.server.audit;

import io.daysheet.wire.AuditHead;
import io.daysheet.wire.AuditVerification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A trail, and the file that it is exported to and verified from.
record ExportFile(Trail trail, Path file) {

  static ExportFile in(Path folder) {
    return new ExportFile(Trail.in(folder), folder.resolve("export.ndjson"));
  }

  void write(@Nullable Instant from, @Nullable Instant until) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      trail.export().write(from, until, out);
    }
  }

  /// All of it, through something that stands between.
  void writeAll(UnaryOperator<OutputStream> through) throws IOException {
    try (OutputStream out = through.apply(Files.newOutputStream(file))) {
      trail.export().write(null, null, out);
    }
  }

  List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  AuditVerification verify() throws IOException {
    return verify(List.of(), null);
  }

  /// @param trusted public keys; none is whichever the export names
  AuditVerification verify(List<String> trusted, @Nullable AuditHead expected) throws IOException {
    return OfflineVerification.verify(trail.clock, file, trusted, expected);
  }
}
