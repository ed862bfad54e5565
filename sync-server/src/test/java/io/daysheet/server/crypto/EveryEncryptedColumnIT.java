package io.daysheet.server.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.ServerTest;
import io.daysheet.server.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Somebody has said of every column of bytes what it holds. An encrypted one that no
/// [EncryptedTable] names would be lost when its key is replaced: here that is seen before.
@ServerTest
class EveryEncryptedColumnIT {

  /// What can't be turned back into what it was made of, so there is nothing to write anew.
  private static final Set<String> HASHES =
      Set.of(
          "client.secret_hash",
          "idempotency.request_hash",
          "known_browser.hash",
          "patient.mrn_hash",
          "recovery_code.hash",
          "session.access_hash",
          "session.code_hash",
          "session.refresh_hash",
          "spent_refresh_token.hash",
          "audit_batch.content",
          "audit_batch.digests",
          "audit_batch.hash",
          "audit_batch.previous",
          "audit_batch.signature");

  /// Nobody may write the audit again, so its keys stay; the master key wraps the data keys.
  private static final Set<String> NEVER_WRITTEN_ANEW =
      Set.of("audit_entry.reason", "audit_key.pair", "data_key.keys");

  @Autowired List<EncryptedTable> tables;
  @Autowired Environment environment;

  @Test
  void isWrittenAnewWhenItsKeyIsReplacedOrIsNamedHere() {
    Set<String> encrypted = encrypted();
    List<String> columns =
        TestDatabase.owner(environment)
            .sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'bytea'
                """)
            .query(String.class)
            .list();

    assertThat(columns).containsAll(encrypted);
    assertThat(columns)
        .as("no EncryptedTable has it, and it is neither a hash nor never written anew")
        .isSubsetOf(
            Stream.of(encrypted, HASHES, NEVER_WRITTEN_ANEW)
                .flatMap(Set::stream)
                .collect(Collectors.toSet()));
  }

  @Test
  void isOneThatTheServerMayWrite() {
    for (EncryptedField field : tables.stream().flatMap(t -> t.fields().stream()).toList()) {
      assertThat(
              TestDatabase.owner(environment)
                  .sql(
                      """
                      select has_table_privilege('daysheet_app', :table, 'select')
                        and has_column_privilege('daysheet_app', :table, :column, 'update')
                      """)
                  .param("table", field.table())
                  .param("column", field.column())
                  .query(Boolean.class)
                  .single())
          .as(field.table() + "." + field.column())
          .isTrue();
    }
  }

  private Set<String> encrypted() {
    return tables.stream()
        .flatMap(table -> table.fields().stream())
        .map(field -> field.table() + "." + field.column())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
