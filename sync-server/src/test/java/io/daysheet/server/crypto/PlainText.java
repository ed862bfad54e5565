package io.daysheet.server.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for planted texts in all files of a folder, as somebody does who has stolen the disk: as
/// they were written, in capitals and small letters, in UTF-8 and UTF-16, in base64 and hexadecimal
/// digits.
final class PlainText {

  /// @param bytes one way to write a planted text
  private record Needle(String planted, String bytes) {}

  /// By how they begin: each place of a file is looked at once, however many there are.
  private final Map<Integer, List<Needle>> needles = new HashMap<>();

  private final BitSet beginnings = new BitSet(1 << 16);

  PlainText(List<String> planted) {
    for (String text : planted) {
      for (String each :
          List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
        add(text, each.getBytes(StandardCharsets.UTF_8));
        add(text, each.getBytes(StandardCharsets.UTF_16LE));
        add(text, each.getBytes(StandardCharsets.UTF_16BE));
        addEncoded(text, each.getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII);
      }
    }
  }

  private void add(String planted, byte[] what) {
    beginnings.set(pair(what, 0));
    needles
        .computeIfAbsent(ByteBuffer.wrap(what).getInt(), _ -> new ArrayList<>())
        .add(new Needle(planted, new String(what, StandardCharsets.ISO_8859_1)));
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private void addEncoded(String planted, byte[] what, Charset ascii) {
    add(planted, HexFormat.of().formatHex(what).getBytes(ascii));
    add(planted, HexFormat.of().withUpperCase().formatHex(what).getBytes(ascii));
    // wherever it begins in a longer text that was encoded: the middle is the same
    for (int skipped = 0; skipped < 3; skipped++) {
      int length = (what.length - skipped) / 3 * 3;
      if (length >= 6) {
        byte[] part = ByteBuffer.allocate(length).put(what, skipped, length).array();
        add(planted, Base64.getEncoder().encode(part));
      }
    }
  }

  /// What was found, and where.
  List<String> in(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        in(Files.readAllBytes(file))
            .forEach(planted -> found.add(planted + " in " + folder.relativize(file)));
      }
    }
    return List.copyOf(found);
  }

  private Set<String> in(byte[] bytes) {
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
