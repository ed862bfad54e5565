package io.daysheet.server.crypto;

import io.daysheet.server.database.EmbeddedPostgres;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The first and the last step of the schema's history on the way to encryption: the keys are made,
/// and what was plain is forgotten by the write-ahead log too.
@Configuration(proxyBeanMethods = false)
class KeyMigrations {

  private static final Logger log = LoggerFactory.getLogger(KeyMigrations.class);

  @Bean
  JavaMigration v041(EncryptingMigrations migrations) {
    return migrations.makingTheKeys("041");
  }

  @Bean
  JavaMigration v048(ObjectProvider<EmbeddedPostgres> embedded) {
    return EncryptingMigrations.outsideOfATransaction(
        "048", "plain log gone", jdbc -> forgetLog(jdbc, embedded));
  }

  private static void forgetLog(JdbcClient jdbc, ObjectProvider<EmbeddedPostgres> embedded) {
    boolean held =
        jdbc.sql("select exists (select from patient) or exists (select from idempotency)")
            .query(Boolean.class)
            .single();
    if (!held) {
      return;
    }
    EmbeddedPostgres ours = embedded.getIfAvailable();
    if (ours == null) {
      log.warn(
          "What was stored before is encrypted now. The database's write-ahead log, its archive and"
              + " its backups still hold it in plain: have them deleted.");
      return;
    }
    try {
      ours.deleteOldLog();
    } catch (SQLException failed) {
      throw new IllegalStateException("the old log was not deleted: " + failed.getSQLState());
    }
  }
}
