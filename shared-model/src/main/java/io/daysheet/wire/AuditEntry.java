package io.daysheet.wire;

import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the audit trail: who did what, when, from where, and whose data it was about. It
/// names no patient but by id.
///
/// @param era the database cluster in which it was written, counted from 1: see `transaction`
/// @param transaction the database's number of the transaction that wrote it, and what it tells of;
///   entries are sealed in the order of era, transaction and id
/// @param at to the microsecond
/// @param action a word of [AuditAction]
/// @param outcome a word of [AuditOutcome]
/// @param code the problem's code, if it was refused
/// @param account who; null is the server itself, or somebody unknown who tried to sign in
/// @param roles what the account was at that time
/// @param client the program: the desk, or the client of a script
/// @param subjectKind what `subjectId` names: a word such as `appointment`
/// @param patients everybody whose data went out or was written
/// @param readers to which accounts it went, where it was not one that asked; else empty
/// @param reason why, where one had to be given
public record AuditEntry(
    long id,
    int era,
    long transaction,
    Instant at,
    String action,
    String outcome,
    @Nullable String code,
    @Nullable AccountId account,
    @Nullable String accountName,
    List<String> roles,
    @Nullable String client,
    @Nullable String address,
    @Nullable String desk,
    @Nullable UUID request,
    @Nullable String subjectKind,
    @Nullable UUID subjectId,
    @Nullable HospitalId hospital,
    List<PatientId> patients,
    List<AccountId> readers,
    @Nullable String reason) {

  public AuditEntry {
    roles = List.copyOf(roles);
    patients = List.copyOf(patients);
    readers = List.copyOf(readers);
  }
}
