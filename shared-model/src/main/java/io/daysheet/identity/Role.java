package io.daysheet.identity;

/// What an account is to a hospital. An account may have several; a right then reaches as far as
/// the role with which it reaches furthest.
public enum Role {
  RECEPTIONIST,
  SCHEDULER,
  DOCTOR,
  ADMIN,
  AUDITOR,
  /// The portal sign-in of a person who has a patient's record.
  PATIENT,
  /// A clinical system or a script. What it may do is what its scopes name.
  INTEGRATION
}
