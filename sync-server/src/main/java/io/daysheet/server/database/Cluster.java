package io.daysheet.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one database and the process on them: initialised once, started, stopped.
record Cluster(DataFolder folder, PostgresCommands commands) {

  static final String SUPERUSER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(Cluster.class);

  private static final int STARTS = 3;

  String password() throws IOException {
    return Files.readString(folder.password()).strip();
  }

  /// Chosen anew if it was lost: the role gets it at every start.
  String applicationPassword() throws IOException {
    if (!Files.exists(folder.applicationPassword())) {
      choosePassword(folder.applicationPassword());
    }
    return Files.readString(folder.applicationPassword()).strip();
  }

  /// What an earlier process left behind on these files.
  Leftovers leftovers() {
    return new Leftovers(folder, commands);
  }

  void initialiseOnce() throws IOException {
    Path target = folder.cluster();
    if (Files.isDirectory(target)) {
      checkUsable(target);
      return;
    }
    log.info("Making the database in {}", target);
    choosePassword(folder.password());
    Path unfinished = folder.begin(target);
    PostgresCommands.Ended ended = commands.run("initdb", initialisation(unfinished));
    if (!ended.well()) {
      throw new EmbeddedPostgresException(
          "The database can't be made in " + target + ": " + ended.said(),
          "Mend what is named above, or name another folder with --daysheet.data=FOLDER.");
    }
    folder.complete(unfinished, target);
  }

  private List<String> initialisation(Path target) {
    return List.of(
        "-D",
        target.toString(),
        "-U",
        SUPERUSER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + folder.password(),
        "-E",
        "UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
  }

  private static void choosePassword(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    ClusterSettings.replace(file, HexFormat.of().formatHex(random) + "\n");
  }

  private void checkUsable(Path cluster) throws IOException {
    String major = commands.binaries().majorVersion();
    String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!found.equals(major)) {
      throw new EmbeddedPostgresException(
          "The database in %s is one of PostgreSQL %s, this server brings %s."
              .formatted(cluster, found, major),
          "Start the server version that made it, or move the data with PostgreSQL's pg_upgrade.");
    }
    if (!Files.isReadable(folder.password())) {
      throw new EmbeddedPostgresException(
          "The database is there, but its password is not: " + folder.password(),
          "Restore that file from the backup of the data folder.");
    }
  }

  /// Starts on a free port, and answers which.
  int start() throws IOException {
    for (int left = STARTS; left > 0; left--) {
      int port = freePort();
      if (startedOn(port)) {
        return port;
      }
      log.warn("The database did not start on port {}", port);
    }
    throw new EmbeddedPostgresException(
        "The database in " + folder.cluster() + " doesn't start: " + lastWords(),
        "Its log is " + folder.log() + ".");
  }

  /// Another program may have taken the port meanwhile: false then.
  boolean startedOn(int port) throws IOException {
    ClusterSettings.write(folder.cluster(), port);
    Files.deleteIfExists(folder.log());
    return commands
        .runSilently(
            "pg_ctl",
            List.of(
                "-D",
                folder.cluster().toString(),
                "-l",
                folder.log().toString(),
                "-w",
                "-t",
                "300",
                "start"))
        .well();
  }

  /// Ends the sessions and writes everything to disk; only a database that doesn't answer is ended
  /// harder, and recovers at its next start.
  void stop() {
    if (!stopped("fast") && !stopped("immediate")) {
      log.error("The database in {} did not stop", folder.cluster());
    }
  }

  private boolean stopped(String mode) {
    PostgresCommands.Ended ended =
        commands.run(
            "pg_ctl",
            List.of("-D", folder.cluster().toString(), "-m", mode, "-w", "-t", "60", "stop"));
    return ended.well() || !Files.exists(folder.cluster().resolve("postmaster.pid"));
  }

  OptionalLong postmaster() throws IOException {
    return Leftovers.postmaster(folder.cluster());
  }

  private String lastWords() throws IOException {
    if (!Files.exists(folder.log())) {
      return "it said nothing";
    }
    List<String> lines = Files.readAllLines(folder.log());
    return String.join("; ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
