package io.daysheet.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/// What the figures were measured on.
final class Machine {

  private Machine() {}

  static List<String> facts(Connection database) throws SQLException, IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return List.of(
        Row.figure(
            "Machine: %d cores%s, %.1f GB of memory, load %.1f at the start",
            system.getAvailableProcessors(),
            processor(),
            system.getTotalMemorySize() / 1e9,
            system.getSystemLoadAverage()),
        "System: %s %s %s, Java %s"
            .formatted(system.getName(), system.getVersion(), system.getArch(), Runtime.version()),
        "Database: PostgreSQL %s, fsync %s, synchronous_commit %s"
            .formatted(
                show(database, "server_version"),
                show(database, "fsync"),
                show(database, "synchronous_commit")));
  }

  /// Its name, where the system tells it in the usual place.
  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
          .orElse("");
    }
  }

  private static String show(Connection database, String setting) throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
