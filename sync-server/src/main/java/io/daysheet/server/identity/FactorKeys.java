package io.daysheet.server.identity;

import io.daysheet.identity.AccountId;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/// The keys of the second factors on their way into the database and out of it: encrypted, each for
/// its account.
@Component
class FactorKeys {

  static final EncryptedField FIELD = EncryptedField.ofSecrets("second_factor", "key");

  private final FieldCipher cipher;

  FactorKeys(FieldCipher cipher) {
    this.cipher = cipher;
  }

  byte[] encrypt(AccountId account, byte[] key) {
    return cipher.encrypt(FIELD, account, key);
  }

  byte[] decrypt(AccountId account, byte[] encrypted) {
    return cipher.decryptBytes(FIELD, account, encrypted);
  }
}
