package io.daysheet.server.audit;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import io.daysheet.server.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Adds to the table `audit_entry`, by the one function that may.
@Repository
class EntryWriter {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final AuditCipher cipher;

  EntryWriter(JdbcClient jdbc, JsonMapper json, AuditCipher cipher) {
    this.jdbc = jdbc;
    this.json = json;
    this.cipher = cipher;
  }

  String document(Who who) {
    Map<String, Object> document = new LinkedHashMap<>();
    Account account = who.account();
    if (account != null) {
      document.put("account", account.id());
      document.put("name", account.name());
    }
    put(document, "roles", who.roles());
    put(document, "client", who.client());
    put(document, "address", who.address());
    put(document, "desk", who.desk());
    document.put("request", who.request());
    if (who.reason() != null) {
      byte[] reason = who.reason().getBytes(StandardCharsets.UTF_8);
      document.put("reason", cipher.encrypt(AuditCipher.REASON, who.request().toString(), reason));
    }
    return json.writeValueAsString(document);
  }

  private static void put(Map<String, Object> document, String name, @Nullable String value) {
    if (value != null) {
      document.put(name, value);
    }
  }

  void write(Who who, Deed deed, Instant at) {
    jdbc.sql("select write_audit(?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(document(who.about(deed.patients())))
        .param(SqlTime.of(at))
        .param(deed.action().word())
        .param(deed.outcome().word())
        .param(deed.subject() == null ? null : deed.action().subject())
        .param(deed.subject())
        .param(deed.hospital() == null ? null : deed.hospital().value())
        .param(deed.patients().stream().map(PatientId::value).sorted().toArray(UUID[]::new))
        .param(deed.code())
        .param(
            deed.readers().isEmpty()
                ? null
                : deed.readers().stream().map(AccountId::value).sorted().toArray(UUID[]::new))
        .query(row -> {});
  }
}
