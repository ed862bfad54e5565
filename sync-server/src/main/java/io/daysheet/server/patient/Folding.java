package io.daysheet.server.patient;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name as it is looked for: small letters without accents. What a desk types for O'Brien or
/// Nguyễn-Łoś is "obrien", "brien", "nguyen" or "los".
final class Folding {

  private static final Pattern JOINER = Pattern.compile("['’‘ʼʻ`-]");

  /// Accents over Latin, Greek and Cyrillic letters; Arabic and Hebrew vowels, which are written or
  /// not. Other marks are part of their letter.
  private static final Pattern ACCENTS =
      Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u0640\\u064B-\\u065F\\u0670]");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /// Letters that are no accented ones to Unicode, and are typed without their stroke or ligature.
  private static final Map<Integer, String> LETTERS =
      "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ħ=h ı=i ŋ=n ŧ=t ĸ=q ɖ=d ƀ=b ɓ=b ƈ=c ɗ=d ƒ=f ɠ=g ǥ=g ɦ=h ɨ=i ƙ=k ƚ=l ɲ=n ɵ=o ƥ=p ƭ=t ɥ=h ʉ=u ƶ=z ȥ=z ɇ=e ɉ=j ɍ=r ɏ=y ɫ=l ȼ=c ⱥ=a ⱦ=t ȿ=s ɀ=z ᵽ=p ꝑ=p ᵾ=u ᵻ=i ǝ=e ə=e ɛ=e ɔ=o"
          .lines()
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(
              Collectors.toUnmodifiableMap(
                  pair -> pair.codePointAt(0), pair -> pair.substring(pair.indexOf('=') + 1)));

  private Folding() {}

  /// The words of some names, each in one piece and, where an apostrophe or a hyphen joins parts,
  /// the parts as well.
  static Set<String> words(String... texts) {
    var words = new LinkedHashSet<String>();
    for (String text : texts) {
      String plain = fold(text);
      if (isOneWord(plain)) {
        words.add(plain);
      } else {
        words.addAll(split(JOINER.matcher(plain).replaceAll("")));
        words.addAll(split(plain));
      }
    }
    return words;
  }

  /// A word that was typed: in one piece first, then its parts if it has several. Empty if nothing
  /// of it is left.
  static List<String> pieces(String word) {
    String plain = fold(word);
    List<String> whole = split(JOINER.matcher(plain).replaceAll(""));
    if (whole.isEmpty()) {
      return List.of();
    }
    List<String> parts = split(plain);
    return parts.size() == 1 && parts.equals(whole)
        ? whole
        : Stream.concat(whole.stream(), parts.stream()).toList();
  }

  /// As nearly every name is: a search folds thousands of them.
  private static boolean isOneWord(String plain) {
    return !plain.isEmpty() && plain.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }

  private static List<String> split(String text) {
    return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  static String fold(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text.toLowerCase(Locale.ROOT);
    }
    // on its own this accent is an apostrophe, but to Unicode it is one over a space
    String lower = text.replace('´', '\'').toLowerCase(Locale.ROOT);
    String bare = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    var folded = new StringBuilder();
    bare.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          String letters = LETTERS.get(c);
          if (letters == null) {
            folded.appendCodePoint(c);
          } else {
            folded.append(letters);
          }
        });
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }
}
