package io.daysheet.server.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Looks for planted texts in all files of a folder, as somebody does who has stolen the disk: as
/// they were written, in capitals and small letters, in UTF-8 and UTF-16, in base64 and hexadecimal
/// digits.
final class PlainText {

  /// @param what one way to write a planted text
  private record Needle(String planted, String what) {}

  private final List<Needle> needles = new ArrayList<>();

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
    needles.add(new Needle(planted, new String(what, StandardCharsets.ISO_8859_1)));
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
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // one character a byte: the search in strings is the fastest there is
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (Needle needle : needles) {
          if (bytes.contains(needle.what())) {
            found.add(needle.planted() + " in " + folder.relativize(file));
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }
}
