package io.daysheet.server.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/// The master key in a file that only its owner may read. It appears there whole or not at all.
///
/// A new one is first `master.key.next`: it takes the place of the old one when no data key is
/// wrapped by that any more.
record MasterKeyFile(Path folder) {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  Path current() {
    return folder.resolve("master.key");
  }

  Path next() {
    return folder.resolve("master.key.next");
  }

  static Optional<MasterKey> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (POSIX && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new KeyTrouble(
            "master-key-exposed",
            "others than the owner may read the master key in " + file + ".",
            "Who could read it may have it: chmod 600 the file, and replace the key.");
      }
      return Optional.of(
          MasterKey.of(MasterKeyText.parse(Files.readString(file), file.toString())));
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  /// A new key, in a file that is not there yet.
  MasterKey make(Path file) {
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createDirectories(folder, ownerOnly("rwx------"));
      Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished, ownerOnly("rw-------"));
      Files.writeString(unfinished, MasterKeyText.of(key), StandardCharsets.US_ASCII);
      force(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
      return MasterKey.of(key);
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  /// The new key is the key from now on.
  void replace() {
    try {
      Files.move(
          next(), current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder();
    } catch (IOException failed) {
      throw unusable(current(), failed);
    }
  }

  private void forceFolder() throws IOException {
    if (POSIX) {
      force(folder);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel opened = FileChannel.open(path, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static KeyTrouble unusable(Path file, IOException failed) {
    return new KeyTrouble(
        "master-key-unusable",
        "the master key in " + file + " can't be read or written: " + failed.getClass().getName(),
        "Let this user read and write that file and its folder.");
  }
}
