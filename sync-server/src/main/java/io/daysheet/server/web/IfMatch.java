package io.daysheet.server.web;

import io.daysheet.rule.Violation.Expected;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header `If-Match` of a change: the version that it was decided on. A controller that takes
/// it as an argument answers 428 without it.
public record IfMatch(int version) {

  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");

  static IfMatch parse(@Nullable String header) {
    if (header == null) {
      throw RequestRefused.of(ProblemKind.VERSION_REQUIRED);
    }
    var version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw RequestRefused.invalid("If-Match", Expected.VERSION);
    }
    return new IfMatch(Integer.parseInt(version.group(1)));
  }
}
