package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How what somebody tried to do ended.
public enum AuditOutcome {
  DONE,
  /// A write that was done before, with the same key: its first answer went out again.
  REPEATED,
  /// A rule, or somebody else's data, was in the way.
  REFUSED,
  /// It was not theirs to do or to see.
  FORBIDDEN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
