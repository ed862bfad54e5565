package io.daysheet.server.audit;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.wire.AuditAction;
import io.daysheet.wire.AuditOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done, or tried, to what, and whose data it was about.
///
/// @param subject what it was done to, of the kind that the action names
/// @param patients everybody whose data went out or was written
/// @param code the problem's code, if it was refused
/// @param readers the accounts to which it went, where it was not one that asked
public record Deed(
    AuditAction action,
    AuditOutcome outcome,
    @Nullable UUID subject,
    @Nullable HospitalId hospital,
    Set<PatientId> patients,
    @Nullable String code,
    Set<AccountId> readers) {

  public Deed {
    patients = Set.copyOf(patients);
    readers = Set.copyOf(readers);
  }

  /// Something that is about no patient.
  public static Deed done(AuditAction action, @Nullable UUID subject) {
    return done(action, subject, null, List.of());
  }

  public static Deed done(
      AuditAction action,
      @Nullable UUID subject,
      @Nullable HospitalId hospital,
      Collection<PatientId> patients) {
    return new Deed(
        action, AuditOutcome.DONE, subject, hospital, Set.copyOf(patients), null, Set.of());
  }

  /// A write that was done before, with the same key: its first answer goes out again.
  public static Deed repeated(
      AuditAction action,
      @Nullable UUID subject,
      @Nullable HospitalId hospital,
      Collection<PatientId> patients) {
    return new Deed(
        action, AuditOutcome.REPEATED, subject, hospital, Set.copyOf(patients), null, Set.of());
  }

  /// What goes out to accounts that did not ask at this moment.
  public static Deed sent(HospitalId hospital, Set<PatientId> patients, Set<AccountId> readers) {
    return new Deed(
        AuditAction.CHANGES_SENT, AuditOutcome.DONE, null, hospital, patients, null, readers);
  }

  /// Something that was not done.
  public static Deed notDone(
      AuditAction action, AuditOutcome outcome, @Nullable UUID subject, String code) {
    return new Deed(action, outcome, subject, null, Set.of(), code, Set.of());
  }

  /// The same, about a hospital and patients.
  public Deed about(@Nullable HospitalId where, Collection<PatientId> whose) {
    return new Deed(action, outcome, subject, where, Set.copyOf(whose), code, readers);
  }
}
