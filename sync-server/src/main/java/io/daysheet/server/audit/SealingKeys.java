package io.daysheet.server.audit;

import io.daysheet.server.database.SqlTime;
import io.daysheet.wire.AuditLine;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The keys that sign the batches. Each pair is stored encrypted as one piece, for its own id: so
/// whoever has the database but not the master key can neither sign nor put in a key of their own.
@Component
class SealingKeys {

  private static final Logger log = LoggerFactory.getLogger(SealingKeys.class);

  private final JdbcClient jdbc;
  private final AuditCipher cipher;
  private final InstantSource clock;
  private final Map<String, KeyPair> known = new ConcurrentHashMap<>();

  SealingKeys(JdbcClient jdbc, AuditCipher cipher, InstantSource clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /// The one that signs now; made when it is asked for first, or when none is the server's own.
  /// Whoever asks holds the lock of sealing.
  KeyPair signing() {
    return jdbc
        .sql("select id, pair from audit_key order by made_at desc, id")
        .query((row, _) -> readIfOurs(row.getString("id"), row.getBytes("pair")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(this::make);
  }

  /// Empty for a key that is not the server's own.
  Optional<PublicKey> find(String id) {
    KeyPair remembered = known.get(id);
    if (remembered != null) {
      return Optional.of(remembered.getPublic());
    }
    return jdbc.sql("select id, pair from audit_key where id = ?")
        .param(id)
        .query((row, _) -> readIfOurs(row.getString("id"), row.getBytes("pair")))
        .optional()
        .flatMap(pair -> pair)
        .map(KeyPair::getPublic);
  }

  List<AuditLine.Key> all() {
    return jdbc
        .sql("select id, pair from audit_key order by made_at, id")
        .query((row, _) -> readIfOurs(row.getString("id"), row.getBytes("pair")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .map(pair -> new AuditLine.Key(Signing.id(pair.getPublic()), text(pair.getPublic())))
        .toList();
  }

  static String text(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private KeyPair make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(Signing.ALGORITHM).generateKeyPair();
      String id = Signing.id(pair.getPublic());
      jdbc.sql("insert into audit_key (id, pair, made_at) values (?, ?, ?)")
          .param(id)
          .param(cipher.encrypt(AuditCipher.PAIR, id, bytes(pair)))
          .param(SqlTime.of(clock.instant()))
          .update();
      remember(id, pair);
      return pair;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<KeyPair> readIfOurs(String id, byte[] encrypted) {
    KeyPair remembered = known.get(id);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    try {
      KeyPair pair = read(id, encrypted);
      remember(id, pair);
      return Optional.of(pair);
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      log.warn("Key {} of the audit is not one that this server made", id);
      return Optional.empty();
    }
  }

  /// Its public part is told at each start, for whoever verifies elsewhere.
  private void remember(String id, KeyPair pair) {
    known.put(id, pair);
    log.info("A key of the audit is {}: {}", id, text(pair.getPublic()));
  }

  private KeyPair read(String id, byte[] encrypted) throws GeneralSecurityException {
    ByteBuffer bytes = ByteBuffer.wrap(cipher.decrypt(AuditCipher.PAIR, id, encrypted));
    byte[] secret = new byte[bytes.getInt()];
    bytes.get(secret);
    byte[] open = new byte[bytes.remaining()];
    bytes.get(open);
    return new KeyPair(
        Signing.publicKey(open),
        KeyFactory.getInstance(Signing.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)));
  }

  private static byte[] bytes(KeyPair pair) {
    byte[] secret = pair.getPrivate().getEncoded();
    byte[] open = pair.getPublic().getEncoded();
    return ByteBuffer.allocate(Integer.BYTES + secret.length + open.length)
        .putInt(secret.length)
        .put(secret)
        .put(open)
        .array();
  }
}
