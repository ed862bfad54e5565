package io.daysheet.desktop.remote;

import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is looked for in the audit trail; null where anything will do.
///
/// @param from the first moment
/// @param to the first moment that is too late
public record AuditQuestion(
    @Nullable PatientId patient,
    @Nullable AccountId account,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable AuditAction action,
    @Nullable AuditOutcome outcome) {

  public static AuditQuestion anything() {
    return new AuditQuestion(null, null, null, null, null, null);
  }
}
