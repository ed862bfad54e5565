package io.daysheet.desktop.patients;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A name with what was typed of it in bold: each word of it that begins with a word of the query,
/// accents and case aside.
final class MatchedName {

  private MatchedName() {}

  static TextFlow of(String name, String query) {
    List<String> wanted =
        Arrays.stream(fold(query).split("[ ,]+", -1)).filter(w -> !w.isEmpty()).toList();
    TextFlow flow = new TextFlow();
    for (int i = 0; i < name.length(); ) {
      int next = wordEnd(name, i);
      int hit = hit(name.substring(i, next), wanted);
      add(flow, name.substring(i, i + hit), "hit");
      add(flow, name.substring(i + hit, next), "miss");
      i = next;
    }
    return flow;
  }

  /// How many characters of a word's beginning were typed.
  static int hit(String word, List<String> wanted) {
    return wanted.stream()
        .filter(w -> fold(word).startsWith(w))
        .mapToInt(w -> Math.min(word.length(), w.length()))
        .max()
        .orElse(0);
  }

  /// A word's end, or the end of what stands between two words.
  private static int wordEnd(String name, int from) {
    boolean inWord = Character.isLetterOrDigit(name.charAt(from));
    int i = from;
    while (i < name.length() && Character.isLetterOrDigit(name.charAt(i)) == inWord) {
      i++;
    }
    return i;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static void add(TextFlow flow, String part, String style) {
    if (!part.isEmpty()) {
      Text text = new Text(part);
      text.getStyleClass().setAll("text", style);
      flow.getChildren().add(text);
    }
  }
}
