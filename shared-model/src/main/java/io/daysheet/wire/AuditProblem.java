package io.daysheet.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What is wrong with a batch of the audit trail.
public enum AuditProblem {
  /// There is no batch of that number where it should be.
  MISSING_BATCH,
  /// It is not the successor of the batch before it.
  BROKEN_CHAIN,
  /// What it says is not what its hash was made of.
  CHANGED_BATCH,
  /// It is signed by a key that is not the server's.
  UNKNOWN_KEY,
  /// The signature is not the key's.
  WRONG_SIGNATURE,
  /// Entries were changed, are missing, or were put in later.
  CHANGED_ENTRIES,
  /// Its entries are gone before their time.
  FORGOTTEN_EARLY,
  /// It is not the batch that was expected at the end.
  OTHER_HEAD;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
