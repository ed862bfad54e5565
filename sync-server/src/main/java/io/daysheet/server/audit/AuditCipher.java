package io.daysheet.server.audit;

import java.security.GeneralSecurityException;

/// Encrypts what the trail must keep secret, bound to its column and row: the keys that sign, and
/// the reasons that people give.
interface AuditCipher {

  /// A key's pair, for the key's id.
  String PAIR = "audit_key.pair";

  /// A reason, for the request's id.
  String REASON = "audit_entry.reason";

  byte[] encrypt(String column, String row, byte[] value);

  /// The value again.
  ///
  /// @throws GeneralSecurityException if it was not encrypted here for this column and row
  byte[] decrypt(String column, String row, byte[] encrypted) throws GeneralSecurityException;
}
