package io.daysheet.server.patient;

import io.daysheet.server.crypto.BlindIndex;
import io.daysheet.server.crypto.EncryptingMigrations;
import io.daysheet.server.crypto.FieldCipher;
import io.daysheet.server.crypto.UnreadableRecords;
import io.daysheet.wire.WireJson;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How patients of before came to be found by their member ids.
@Configuration(proxyBeanMethods = false)
class MemberIndex {

  private static final int BATCH = 500;

  @Bean
  JavaMigration v131(EncryptingMigrations migrations) {
    return migrations.of("131", "index member ids", MemberIndex::indexAll);
  }

  private static void indexAll(JdbcClient jdbc, FieldCipher cipher, BlindIndex index) {
    var rows = new PatientRows(jdbc, WireJson.mapper(), cipher, index, new UnreadableRecords());
    UUID last = new UUID(0, 0);
    for (List<UUID> ids = next(jdbc, last); !ids.isEmpty(); ids = next(jdbc, last)) {
      rows.hashAnew(ids);
      last = ids.getLast();
    }
  }

  private static List<UUID> next(JdbcClient jdbc, UUID after) {
    return jdbc.sql(
            "select id from patient where insurance_member is not null and id > ? order by id limit"
                + " ?")
        .params(after, BATCH)
        .query(UUID.class)
        .list();
  }
}
