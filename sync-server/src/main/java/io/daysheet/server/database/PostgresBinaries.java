package io.daysheet.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked into the data folder once a version: whole, or not at all.
record PostgresBinaries(Path home, String version) {

  private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

  static PostgresBinaries in(DataFolder folder) {
    String version = carriedVersion();
    Path home = folder.binaries(version);
    try {
      if (!Files.isDirectory(home)) {
        log.info("Unpacking PostgreSQL {}", version);
        Path unfinished = folder.begin(home);
        unpack(unfinished);
        folder.complete(unfinished, home);
      }
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          "PostgreSQL can't be unpacked into " + home + ": " + failed.getMessage(),
          "Make room (about 60 MB) and let this user write there, or name another folder with"
              + " --daysheet.data=FOLDER.",
          failed);
    }
    return new PostgresBinaries(home, version);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  String majorVersion() {
    return version.substring(0, version.indexOf('.'));
  }

  private static String carriedVersion() {
    Properties properties = new Properties();
    try (InputStream source = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      properties.load(source);
    } catch (IOException failed) {
      throw new EmbeddedPostgresException(
          "This build doesn't say which PostgreSQL it carries.", "Build it again.", failed);
    }
    return properties.getProperty("version");
  }

  private static void unpack(Path target) throws IOException {
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open())))) {
      @Nullable TarArchiveEntry entry;
      while ((entry = archive.getNextEntry()) != null) {
        unpack(archive, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(target.resolve(entry.getName()).resolveSibling(".").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    if (executable && !path.toFile().setExecutable(true, true)) {
      throw new IOException(path + " can't be made executable");
    }
    // the folder's name will say that all of it is there: so it has to be, also after a power cut
    try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static InputStream open() {
    String system = system();
    String machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
    // Windows on ARM runs the programs of the other machine
    String name =
        "/postgres-%s-%s.txz".formatted(system, system.equals("windows") ? "x86_64" : machine);
    @Nullable InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new EmbeddedPostgresException(
          "This build carries no PostgreSQL for this machine (" + name + ").",
          "Build the server on this kind of machine, or use a PostgreSQL 18 of your own with"
              + " --spring.datasource.url.");
    }
    return archive;
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "darwin" : "linux";
  }
}
