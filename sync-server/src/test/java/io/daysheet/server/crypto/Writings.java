package io.daysheet.server.crypto;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Base64;
import java.util.Base64.Encoder;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ways in which a text may stand in a file without being encrypted: in capitals and small
/// letters, with its accents apart or left out as the search folds them, each of that in UTF-8,
/// UTF-16 and Latin-1, as hexadecimal digits, in base64, as part of an address, and as JSON escapes
/// it.
final class Writings {

  /// Shorter pieces stand in any large file by chance.
  private static final int SHORTEST = 6;

  private Writings() {}

  /// As bytes, each read as Latin-1.
  static Set<String> of(String text) {
    var all = new HashSet<String>();
    spellings(text)
        .forEach(spelling -> {
          byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
          all.add(bytes(bytes));
          all.add(bytes(spelling.getBytes(StandardCharsets.UTF_16LE)));
          all.add(bytes(spelling.getBytes(StandardCharsets.UTF_16BE)));
          latin(spelling).forEach(all::add);
          all.add(HexFormat.of().formatHex(bytes));
          all.add(HexFormat.of().withUpperCase().formatHex(bytes));
          all.addAll(base64(bytes, Base64.getEncoder()));
          all.addAll(base64(bytes, Base64.getUrlEncoder()));
          all.addAll(inAddresses(spelling));
          all.add(escaped(spelling));
        });
    return all;
  }

  private static Set<String> spellings(String text) {
    String bare =
        Normalizer.normalize(text, Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ł', 'l')
            .replace('Ł', 'L');
    return Stream.of(text, bare, withoutJoiners(text), withoutJoiners(bare))
        .flatMap(
            each -> Stream.of(each, each.toLowerCase(Locale.ROOT), each.toUpperCase(Locale.ROOT)))
        .flatMap(each -> Stream.of(each, Normalizer.normalize(each, Form.NFD)))
        .filter(each -> each.length() >= SHORTEST)
        .collect(Collectors.toSet());
  }

  private static String withoutJoiners(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}@.]", "");
  }

  private static Stream<String> latin(String text) {
    Charset latin = StandardCharsets.ISO_8859_1;
    return latin.newEncoder().canEncode(text) ? Stream.of(text) : Stream.empty();
  }

  /// Wherever it begins in a longer text that was encoded, the middle is the same.
  private static List<String> base64(byte[] text, Encoder encoder) {
    return Stream.of(0, 1, 2)
        .map(
            skipped -> Arrays.copyOfRange(text, skipped, skipped + (text.length - skipped) / 3 * 3))
        .filter(part -> part.length >= SHORTEST)
        .map(encoder::encodeToString)
        .toList();
  }

  private static List<String> inAddresses(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return Stream.of(encoded, encoded.replace("+", "%20"))
        .flatMap(each -> Stream.of(each, smallDigits(each)))
        .toList();
  }

  private static String smallDigits(String address) {
    var text = new StringBuilder(address);
    for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
      text.replace(at + 1, at + 3, text.substring(at + 1, at + 3).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> c < 128 ? Character.toString(c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
