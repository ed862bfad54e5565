package io.daysheet.server.schedule;

import io.daysheet.server.crypto.EncryptedTable;
import io.daysheet.server.crypto.EncryptingMigrations;
import io.daysheet.server.crypto.FieldCipher;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the texts of visits came to be encrypted, and are when a key is replaced.
@Configuration(proxyBeanMethods = false)
class VisitEncryption {

  private static final int BATCH = 500;

  private record Texts(
      UUID id,
      @Nullable String reason,
      @Nullable String notes,
      @Nullable String cancellationReason,
      @Nullable String telehealthLink) {}

  @Bean
  JavaMigration v044(EncryptingMigrations migrations) {
    return migrations.of(
        "044", "encrypt texts of visits", (jdbc, cipher, _) -> encryptAll(jdbc, cipher));
  }

  @Bean
  EncryptedTable encryptedVisits() {
    return new EncryptedTable(
        "appointment",
        "id",
        List.of(
            AppointmentRow.REASON,
            AppointmentRow.NOTES,
            AppointmentRow.CANCELLATION_REASON,
            AppointmentRow.TELEHEALTH_LINK));
  }

  @Bean
  EncryptedTable encryptedEvents() {
    return new EncryptedTable("appointment_event", "id", List.of(AppointmentRow.EVENT_REASON));
  }

  private static void encryptAll(JdbcClient jdbc, FieldCipher cipher) {
    for (List<Texts> batch = next(jdbc); !batch.isEmpty(); batch = next(jdbc)) {
      batch.forEach(texts -> encrypt(texts, jdbc, cipher));
    }
  }

  private static List<Texts> next(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select id, plain_reason, plain_notes, plain_cancellation_reason, plain_telehealth_link
            from appointment
            where coalesce(plain_reason, plain_notes, plain_cancellation_reason,
              plain_telehealth_link) is not null
            limit ?
            """)
        .param(BATCH)
        .query((row, _) ->
            new Texts(
                row.getObject("id", UUID.class),
                row.getString("plain_reason"),
                row.getString("plain_notes"),
                row.getString("plain_cancellation_reason"),
                row.getString("plain_telehealth_link")))
        .list();
  }

  private static void encrypt(Texts texts, JdbcClient jdbc, FieldCipher cipher) {
    jdbc.sql(
            """
            update appointment set reason = ?, notes = ?, cancellation_reason = ?,
              telehealth_link = ?, plain_reason = null, plain_notes = null,
              plain_cancellation_reason = null, plain_telehealth_link = null
            where id = ?
            """)
        .params(
            Arrays.asList(
                cipher.encryptIfThere(AppointmentRow.REASON, texts.id(), texts.reason()),
                cipher.encryptIfThere(AppointmentRow.NOTES, texts.id(), texts.notes()),
                cipher.encryptIfThere(
                    AppointmentRow.CANCELLATION_REASON, texts.id(), texts.cancellationReason()),
                cipher.encryptIfThere(
                    AppointmentRow.TELEHEALTH_LINK, texts.id(), texts.telehealthLink()),
                texts.id()))
        .update();
  }
}
