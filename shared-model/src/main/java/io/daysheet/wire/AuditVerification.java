package io.daysheet.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verification of the audit trail found.
///
/// @param batches how many were found to be in order, from the first one on
/// @param entries how many entries these hold
/// @param forgotten of how many of these the entries are gone, since they are old enough
/// @param unsealed entries that are so new that no batch holds them yet
/// @param head the last batch that is in order; null if there is none
/// @param firstBad null if all is in order
public record AuditVerification(
    boolean sound,
    Instant at,
    long batches,
    long entries,
    long forgotten,
    long unsealed,
    @Nullable AuditHead head,
    @Nullable BadBatch firstBad) {

  /// The first batch that is not as it was sealed.
  ///
  /// @param changed entries that say something else now
  /// @param missing entries that are gone
  /// @param added entries that were put in after it was sealed
  public record BadBatch(
      long number, AuditProblem problem, List<Long> changed, List<Long> missing, List<Long> added) {

    public BadBatch {
      changed = List.copyOf(changed);
      missing = List.copyOf(missing);
      added = List.copyOf(added);
    }

    public static BadBatch of(long number, AuditProblem problem) {
      return new BadBatch(number, problem, List.of(), List.of(), List.of());
    }
  }
}
