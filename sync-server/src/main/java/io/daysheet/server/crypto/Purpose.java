package io.daysheet.server.crypto;

/// What a data key is for. Each purpose has keys of its own, so that one can be replaced, or be
/// lost, without the others.
public enum Purpose {
  /// Patients' records, the texts of visits, stored answers: AES-256-GCM.
  RECORDS,
  /// What the server itself must keep secret: signing keys, second factors. AES-256-GCM.
  SECRETS,
  /// Reasons in the audit trail, which nobody may write again: so its keys are never retired.
  /// AES-256-GCM.
  AUDIT,
  /// The keyed hashes of the search and of what must be unique: HMAC-SHA256.
  INDEX,
  /// What tells a repeated request from another one: HMAC-SHA256. Its hashes live for two days and
  /// can't be made again, so this one is never replaced.
  REQUESTS;

  boolean encrypts() {
    return this == RECORDS || this == SECRETS || this == AUDIT;
  }
}
