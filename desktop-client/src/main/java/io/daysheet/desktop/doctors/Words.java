package io.daysheet.desktop.doctors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists of words as they are typed, with commas between them.
final class Words {

  private static final Pattern COMMA = Pattern.compile("[,;\\n]");

  private Words() {}

  static List<String> of(String typed) {
    return Arrays.stream(COMMA.split(typed, -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  static String join(List<String> words) {
    return String.join(", ", words);
  }

  /// Codes of ISO 639-1, each typed as itself or by its English name; what is neither stays.
  static List<String> languages(String typed) {
    return of(typed).stream().map(Words::code).distinct().toList();
  }

  /// Codes that have another today are passed over, and of two with one name the later is the one
  /// of today: Romanian was `mo`, too.
  private static String code(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return Stream.of(Locale.getISOLanguages())
        .filter(code -> Locale.of(code).getLanguage().equals(code))
        .filter(code -> code.equals(small) || name(code).toLowerCase(Locale.ROOT).equals(small))
        .reduce((_, later) -> later)
        .orElse(word);
  }

  /// By their English names.
  static String languages(List<String> codes) {
    return codes.stream().map(Words::name).collect(Collectors.joining(", "));
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
