package io.daysheet.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The database's own settings, written anew at every start: those of an earlier version, or of a
/// killed server, never live on.
final class ClusterSettings {

  private static final String SETTINGS =
      """
      # Written by the Daysheet server at every start: a change made here is lost.

      # this machine only, over TCP only: without a socket there is no socket folder to guard, and
      # no limit on the length of its path
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 100

      # what was acknowledged is on the disk
      fsync = on
      full_page_writes = on
      synchronous_commit = on

      # a small server with a fast disk
      shared_buffers = '256MB'
      effective_cache_size = '1GB'
      maintenance_work_mem = '128MB'
      max_wal_size = '1GB'
      random_page_cost = 1.1
      jit = off
      idle_in_transaction_session_timeout = '60s'

      # no patient's data in the log: a refused statement's message, detail and parameters quote
      # values, so errors are left to the server, which knows their codes
      log_min_messages = 'log'
      log_min_error_statement = 'panic'
      log_error_verbosity = 'terse'
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_min_duration_statement = -1
      log_statement = 'none'
      log_checkpoints = off
      log_timezone = 'UTC'

      # nothing depends on the machine's zone or language
      timezone = 'UTC'
      datestyle = 'iso, ymd'
      lc_messages = 'C'
      default_text_search_config = 'pg_catalog.simple'
      """;

  private static final String WHO_MAY_CONNECT =
      """
      # Written by the Daysheet server at every start: a change made here is lost.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private ClusterSettings() {}

  static void write(Path cluster, int port) throws IOException {
    replace(cluster.resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
    replace(cluster.resolve("postgresql.auto.conf"), "");
    replace(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
  }

  static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(next, DataFolder.ownerOnly("rw-------"));
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
