package io.daysheet.server.idempotency;

import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// First answers hold patients' data: their bodies are kept encrypted, each for its key.
@Component
public class AnswerBodies {

  static final EncryptedField BODY = EncryptedField.ofRecords("idempotency", "body");

  private final FieldCipher cipher;

  AnswerBodies(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /// What is kept of an answer's body: nothing without a key, since nobody can ask for it then.
  public byte @Nullable [] encrypt(@Nullable String key, StoredAnswer answer) {
    return key == null ? null : cipher.encryptIfThere(BODY, key, answer.body());
  }

  StoredAnswer read(String key, ResultSet row) throws SQLException {
    return new StoredAnswer(
        row.getInt("status"),
        cipher.decryptIfThere(BODY, key, row.getBytes("body")),
        row.getString("etag"),
        row.getString("location"));
  }
}
