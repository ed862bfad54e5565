package io.daysheet.server.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for planted texts in all files of a folder, as somebody does who has stolen the disk, in
/// all the ways to write them that [Writings] knows.
final class PlainText {

  /// @param bytes one way to write a planted text
  private record Needle(String planted, String bytes) {}

  /// By how they begin: each place of a file is looked at once, however many there are.
  private final Map<Integer, List<Needle>> needles = new HashMap<>();

  private final BitSet beginnings = new BitSet(1 << 16);

  PlainText(List<String> planted) {
    planted.forEach(text -> Writings.of(text).forEach(written -> add(text, written)));
  }

  private void add(String planted, String written) {
    byte[] bytes = written.getBytes(StandardCharsets.ISO_8859_1);
    beginnings.set(pair(bytes, 0));
    needles
        .computeIfAbsent(ByteBuffer.wrap(bytes).getInt(), _ -> new ArrayList<>())
        .add(new Needle(planted, written));
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /// What was found, and where. Files that go meanwhile are none.
  List<String> in(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try {
          in(Files.readAllBytes(file))
              .forEach(planted -> found.add(planted + " in " + folder.relativize(file)));
        } catch (NoSuchFileException gone) {
          // a running server ends and begins files
        }
      }
    }
    return List.copyOf(found);
  }

  /// What was found.
  Set<String> in(byte[] bytes) {
    Set<String> found = new TreeSet<>();
    ByteBuffer words = ByteBuffer.wrap(bytes);
    for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
      if (beginnings.get(pair(bytes, at))) {
        for (Needle needle : needles.getOrDefault(words.getInt(at), List.of())) {
          if (standsAt(bytes, at, needle.bytes())) {
            found.add(needle.planted());
          }
        }
      }
    }
    return found;
  }

  private static boolean standsAt(byte[] bytes, int at, String needle) {
    return at + needle.length() <= bytes.length
        && needle.equals(new String(bytes, at, needle.length(), StandardCharsets.ISO_8859_1));
  }
}
