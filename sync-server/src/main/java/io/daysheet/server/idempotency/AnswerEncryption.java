package io.daysheet.server.idempotency;

import com.google.crypto.tink.util.Bytes;
import io.daysheet.server.crypto.BlindIndex;
import io.daysheet.server.crypto.EncryptedTable;
import io.daysheet.server.crypto.EncryptingMigrations;
import io.daysheet.server.crypto.FieldCipher;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How first answers came to be encrypted, and are when a key is replaced. Their requests' hashes
/// got a key: a retry across the upgrade still gets its answer.
@Configuration(proxyBeanMethods = false)
class AnswerEncryption {

  private record Plain(String key, Bytes hash, @Nullable String body) {}

  @Bean
  JavaMigration v045(EncryptingMigrations migrations) {
    return migrations.of("045", "encrypt stored answers", AnswerEncryption::encryptAll);
  }

  @Bean
  EncryptedTable encryptedAnswers() {
    return new EncryptedTable("idempotency", "key", List.of(AnswerBodies.BODY));
  }

  private static void encryptAll(JdbcClient jdbc, FieldCipher cipher, BlindIndex index) {
    List<String> keys = jdbc.sql("select key from idempotency").query(String.class).list();
    for (String key : keys) {
      Plain plain =
          jdbc.sql("select request_hash, plain_body from idempotency where key = ?")
              .param(key)
              .query((row, _) ->
                  new Plain(
                      key,
                      Bytes.copyFrom(row.getBytes("request_hash")),
                      row.getString("plain_body")))
              .single();
      jdbc.sql(
              """
              update idempotency set request_hash = ?, body = ?, plain_body = null where key = ?
              """)
          .params(
              Arrays.asList(
                  index.requestHash(plain.hash().toByteArray()),
                  cipher.encryptIfThere(AnswerBodies.BODY, key, plain.body()),
                  key))
          .update();
    }
  }
}
