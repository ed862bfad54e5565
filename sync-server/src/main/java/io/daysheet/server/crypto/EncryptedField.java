package io.daysheet.server.crypto;

import java.nio.charset.StandardCharsets;

/// A column whose values are encrypted, each for its own row: copied to another row or column, a
/// value can't be read.
public record EncryptedField(Purpose purpose, String table, String column) {

  public EncryptedField {
    if (!purpose.encrypts()) {
      throw new IllegalArgumentException(purpose + " doesn't encrypt");
    }
  }

  /// A column of patients' data.
  public static EncryptedField ofRecords(String table, String column) {
    return new EncryptedField(Purpose.RECORDS, table, column);
  }

  /// A column of the server's own secrets.
  public static EncryptedField ofSecrets(String table, String column) {
    return new EncryptedField(Purpose.SECRETS, table, column);
  }

  /// What a value is bound to.
  byte[] associatedData(Object row) {
    return (table + "." + column + ":" + row).getBytes(StandardCharsets.UTF_8);
  }
}
