package io.daysheet.server.web;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// An exception for the log: the types, the SQL states and the places. No message, since messages
/// quote values, and values are patients' data.
public final class FailureTrace {

  private FailureTrace() {}

  public static String of(Throwable failure) {
    var text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(text.isEmpty() ? "" : "\ncaused by ").append(each.getClass().getName());
      if (each instanceof SQLException sql) {
        text.append(" [").append(sql.getSQLState()).append(']');
      }
      text.append(places(each));
    }
    return text.toString();
  }

  private static String places(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(12)
        .map(place -> "\n  at " + place)
        .collect(Collectors.joining());
  }
}
