package io.daysheet.server.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import io.daysheet.server.crypto.EncryptedField;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.database.SqlTime;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `signing_key`.
@Repository
class SigningKeyRows {

  static final EncryptedField PRIVATE_KEY = EncryptedField.ofSecrets("signing_key", "private_key");

  /// A key and when it began to sign.
  record Stored(RSAKey key, Instant since) {}

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  SigningKeyRows(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /// The newest first.
  List<Stored> all() {
    return jdbc.sql(
            "select id, public_key, private_key, created_at from signing_key order by created_at"
                + " desc, id")
        .query(this::stored)
        .list();
  }

  /// One node makes a key at a time; held until the transaction ends.
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signing_key', 0))").query(row -> {});
  }

  void insert(RSAKey key, Instant now) {
    jdbc.sql(
            """
            insert into signing_key (id, public_key, private_key, created_at)
            values (?, ?::jsonb, ?, ?)
            """)
        .params(
            key.getKeyID(),
            key.toPublicJWK().toJSONString(),
            cipher.encrypt(PRIVATE_KEY, key.getKeyID(), privateKey(key)),
            SqlTime.of(now))
        .update();
  }

  void deleteBefore(Instant time) {
    jdbc.sql("delete from signing_key where created_at < ?").param(SqlTime.of(time)).update();
  }

  String installation() {
    return jdbc.sql("select id::text from installation").query(String.class).single();
  }

  private Stored stored(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    try {
      RSAKey open = RSAKey.parse(row.getString("public_key"));
      PrivateKey secret =
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(
                      cipher.decryptBytes(PRIVATE_KEY, id, row.getBytes("private_key"))));
      return new Stored(
          new RSAKey.Builder(open).privateKey(secret).build(), SqlTime.read(row, "created_at"));
    } catch (ParseException | NoSuchAlgorithmException | InvalidKeySpecException broken) {
      throw new IllegalStateException("The signing key " + id + " can't be read");
    }
  }

  private static byte[] privateKey(RSAKey key) {
    try {
      return key.toPrivateKey().getEncoded();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
