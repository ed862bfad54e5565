package io.daysheet.server.audit;

import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.Purpose;
import io.daysheet.server.crypto.UnreadableRecord;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/// With the data key of the audit, which the master key wraps and which is never retired.
@Component
class FieldAuditCipher implements AuditCipher {

  private final FieldCipher cipher;

  FieldAuditCipher(FieldCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public byte[] encrypt(String column, String row, byte[] value) {
    return cipher.encrypt(field(column), row, value);
  }

  @Override
  public byte[] decrypt(String column, String row, byte[] encrypted)
      throws GeneralSecurityException {
    try {
      return cipher.decryptBytes(field(column), row, encrypted);
    } catch (UnreadableRecord notOurs) {
      throw new GeneralSecurityException("not encrypted for " + column, notOurs);
    }
  }

  private static EncryptedField field(String column) {
    int point = column.indexOf('.');
    return new EncryptedField(
        Purpose.AUDIT, column.substring(0, point), column.substring(point + 1));
  }
}
