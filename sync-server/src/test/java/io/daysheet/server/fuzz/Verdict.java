package io.daysheet.server.fuzz;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is wrong with an answer, whatever was asked.
final class Verdict {

  /// What only the server's inside knows.
  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\tat |\\bat [a-z]+\\.[a-z]+\\.|io\\.daysheet|org\\.(spring|apache|postgres)|"
              + "jakarta?\\.|java\\.(lang|util|time)|tools\\.jackson|SQLSTATE|PSQL|<html|"
              + "(?i)\\b(select|insert|update) .{0,200}\\b(from|into|set)\\b");

  private Verdict() {}

  /// Empty if nothing is.
  ///
  /// @param foreign texts that stand nowhere but in what is no business of the asker's
  static String on(String answer, Collection<String> foreign) {
    int end = answer.indexOf("\r\n\r\n");
    if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
      return "no HTTP";
    }
    String head = answer.substring(0, end);
    String body = answer.substring(end + 4);
    int status = Integer.parseInt(answer.substring(9, 12));
    if (status >= 500) {
      return "the server failed";
    }
    if (head.contains("\nX-Injected")) {
      return "a header was injected";
    }
    String small = answer.toLowerCase(Locale.ROOT);
    if (foreign.stream().anyMatch(text -> small.contains(text.toLowerCase(Locale.ROOT)))) {
      return "tells of a patient";
    }
    if (status >= 400 && INSIDE.matcher(body).find()) {
      return "tells of the inside";
    }
    if (status >= 400 && !body.isBlank() && !head.contains("application/problem+json")) {
      return "no problem";
    }
    return "";
  }
}
